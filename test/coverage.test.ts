import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checks } from '../src/core/checks/registry.ts'
import { fixes } from '../src/core/fixes/registry.ts'
import { guides } from '../src/core/guides/registry.ts'
import { exportKinds } from '../src/shared/hand-over.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const isFile = (path: string): boolean => existsSync(join(root, path))

/** How many items each of the five source documents has. */
const items: Readonly<Record<string, number>> = { D0: 16, D1: 15, D2: 12, D3: 26, D4: 29 }
const expected = Object.entries(items).flatMap(([document, count]) =>
  Array.from({ length: count }, (_each, index) => `${document}.${index + 1}`),
)

interface Row {
  readonly id: string
  readonly served: readonly string[]
  readonly proofs: readonly string[]
}

const spans = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

const rowsOf = (markdown: string): readonly Row[] =>
  markdown
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, id = '']) => /^D\d+\.\d+$/.test(id))
    .map(([, id = '', , served = '', proofs = '']) => ({ id, served: spans(served), proofs: spans(proofs) }))

const exists: Readonly<Record<string, (name: string) => boolean>> = {
  check: (name) => checks.some(({ id }) => id === name),
  fix: (name) => fixes.some(({ id }) => id === name),
  guide: (name) => guides.some(({ id }) => id === `guide.${name}`),
  export: (name) => exportKinds.some((kind) => kind === name),
  verb: (name) => /^[a-z]+$/.test(name) && isFile(`src/cli/verbs/${name}.ts`),
  file: isFile,
}

/** What is wrong with a document of this form, as sentences. */
const mistakes = (markdown: string): readonly string[] => {
  const rows = rowsOf(markdown)
  const ids = rows.map(({ id }) => id)
  return [
    ...expected.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...ids.filter((id) => !expected.includes(id)).map((id) => `${id} is not an item`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...rows.flatMap(({ id, served, proofs }) => [
      ...(served.length === 0 ? [`${id} is served by nothing`] : []),
      ...served.flatMap((reference) => {
        const [kind = '', ...name] = reference.split(' ')
        const isThere = Object.hasOwn(exists, kind) && exists[kind]?.(name.join(' ')) === true
        return isThere ? [] : [`${id} names "${reference}", which does not exist`]
      }),
      ...proofs.filter((path) => !isFile(path)).map((path) => `${id} is proved by ${path}, which does not exist`),
    ]),
  ]
}

const document = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')

test('every item of the source documents is served by something that exists', () => {
  assert.deepEqual(mistakes(document), [])
})

test('a help topic that serves nothing is not there by accident', () => {
  const named = new Set(rowsOf(document).flatMap(({ served }) => served))
  assert.deepEqual(
    guides.filter(({ id }) => !named.has(id.replace('guide.', 'guide '))).map(({ id }) => id),
    [],
  )
})

for (const [what, change, said] of [
  ['a row is taken out', (text: string) => text.replace(/^\| D2\.4 .*\n/m, ''), 'D2.4 is missing'],
  ['an id is made up', (text: string) => text.replace('| D4.29 |', '| D4.30 |'), 'D4.30 is not an item'],
  ['an id comes twice', (text: string) => text.replace('| D4.28 |', '| D4.29 |'), 'D4.29 is there twice'],
  [
    'a check is misspelt',
    (text: string) => text.replace('`check rdp.nla`', '`check rdp.nal`'),
    'D2.2 names "check rdp.nal", which does not exist',
  ],
  [
    'a file was moved',
    (text: string) => text.replace('`file src/shared/account-name.ts`', '`file src/account-name.ts`'),
    'D2.10 names "file src/account-name.ts", which does not exist',
  ],
  [
    'a word is no kind',
    (text: string) => text.replace('`verb pair`', '`constructor pair`'),
    'D0.6 names "constructor pair", which does not exist',
  ],
] as const)
  test(`it is noticed when ${what}`, () => {
    assert.ok(mistakes(change(document)).includes(said), mistakes(change(document)).join('\n'))
  })
