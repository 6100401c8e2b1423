import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFault, shownName } from './entry-name.ts'

test('plain paths inside are taken', () => {
  for (const name of [
    'report.json',
    'recording/commands/dsregcmd-status.out',
    'Adele’s PC/recording/machine.json',
    'raw/mdm-diagnostics.zip',
    'PC-0417/raw/mdm-diagnostics.zip',
    'console.txt',
    'common/nul-values.txt',
    '.hidden',
  ])
    assert.equal(nameFault(name), null, name)
})

const refused: readonly (readonly [name: string, why: RegExp])[] = [
  ['', /no name/],
  ['../evil.txt', /leave the folder/],
  ['a/../../evil.txt', /leave the folder/],
  ['a/./b', /leave the folder/],
  ['a//b', /leave the folder/],
  ['/etc/passwd', /absolute/],
  ['\\evil.txt', /absolute/],
  ['C:\\evil.txt', /drive/],
  ['c:evil.txt', /drive/],
  ['\\\\server\\share\\evil.txt', /network share/],
  ['//server/share/evil.txt', /network share/],
  ['a\\b.txt', /backslash/],
  ['a\\..\\..\\b.txt', /leave the folder/],
  ['machine.json:hidden', /hidden stream/],
  ['a\0.txt', /control character/],
  ['a\n.txt', /control character/],
  ['\u001b[2J', /control character/],
  ['what?.txt', /does not allow/],
  ['con', /device/],
  ['a/NUL.txt', /device/],
  ['LPT1', /device/],
  ['a/com¹.log', /device/],
  ['machine.json.', /dot or a space/],
  ['folder /machine.json', /dot or a space/],
  ['inner.zip', /archive inside/],
  ['recording/inner.7Z', /archive inside/],
  ['n'.repeat(241), /240 characters/],
]
for (const [name, why] of refused)
  test(`refused: ${shownName(name).slice(0, 60)}`, () => assert.match(nameFault(name) ?? '', why))

test('a hostile name is shown without what would move a cursor or turn the reading direction', () => {
  assert.equal(shownName('a\u001b[2Jb\u202Etxt'), '"a\\u{1b}[2Jb\\u{202e}txt"')
  assert.equal(shownName('x'.repeat(100)).length, 83)
})
