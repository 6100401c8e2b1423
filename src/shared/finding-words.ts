import type { GroupId } from './finding-groups.ts'
import type { Status } from './report.ts'

/** A finding's title says what was looked at; these say how it is. */
export const statusWords: Readonly<Record<Status, string>> = {
  fail: 'Problem',
  warn: 'Caution',
  unknown: 'Not read',
  pass: 'Fine',
  'not-applicable': 'Does not apply',
}

export const groupWords: Readonly<Record<GroupId, { readonly title: string; readonly hint: string }>> = {
  'needs-you': { title: 'Needs you', hint: 'A person has to decide or act.' },
  'one-change': { title: 'One change fixes it', hint: 'PKU2U Doctor can make it on this PC.' },
  'not-read': { title: 'Could not be read', hint: 'Neither fine nor broken: nobody could look.' },
  fine: { title: 'Fine', hint: 'As it should be.' },
  'does-not-apply': { title: 'Does not apply', hint: 'Not part of this case.' },
}

/** For a sentence such as "1 needs you, 2 could not be read". */
export const countWords: Readonly<Record<GroupId, (count: number) => string>> = {
  'needs-you': (count) => (count === 1 ? '1 needs you' : `${count} need you`),
  'one-change': (count) => (count === 1 ? '1 needs one change' : `${count} need one change each`),
  'not-read': (count) => `${count} could not be read`,
  fine: (count) => `${count} fine`,
  'does-not-apply': (count) => (count === 1 ? '1 does not apply' : `${count} do not apply`),
}
