import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checks } from '../src/core/checks/registry.ts'
import { fixes } from '../src/core/fixes/registry.ts'
import { version } from '../src/core/version.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
const product = filesIn('src').filter((path) => !path.endsWith('.test.ts'))

const importsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/(?:from\s+|import\s+|import\(|require\()'([^']+)'/g)].map(([, name = '']) => name)

/** Files that import a module, whatever the folder. */
const importersOf = (matches: (name: string) => boolean): readonly string[] =>
  product.filter((path) => importsOf(path).some(matches))

describe('lists are complete', () => {
  const folders = readdirSync(join(root, 'src/core/checks'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

  test('every folder of a check is in the list, under its id, with a test', () => {
    assert.deepEqual(checks.map(({ id }) => id as string).sort(), [...folders].sort())
    for (const id of folders) assert.ok(read(`src/core/checks/${id}/${id}.test.ts`).includes(`'${id}'`), id)
  })

  test('ids are unique', () => {
    assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length)
    assert.equal(new Set(fixes.map(({ id }) => id)).size, fixes.length)
  })

  test('every fix that a check offers exists, and every check that a fix cures', () => {
    const offered = product
      .filter((path) => path.startsWith('src/core/checks/'))
      .flatMap((path) => [...read(path).matchAll(/fixes: \[([^\]]*)\]/g)])
      .flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id))
    assert.ok(offered.length > 5)
    for (const id of offered)
      assert.ok(
        fixes.some((fix) => fix.id === id),
        id,
      )
    for (const cured of fixes.flatMap(({ cures }) => cures))
      assert.ok(
        checks.some(({ id }) => id === cured),
        cured,
      )
  })

  test('the version stands in one place and in package.json', () => {
    assert.equal(JSON.parse(read('package.json')).version, version)
  })
})

/** Which folders of the product a folder may import from, besides itself. */
const walls: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['src/shared', []],
  ['src/core', ['src/shared']],
  ['src/cli', ['src/shared', 'src/core']],
  ['src/main', ['src/shared', 'src/core', 'src/cli']],
  ['src/preload', ['src/shared']],
  ['src/renderer', ['src/shared']],
  ['src/loopback', ['src/shared', 'src/core', 'src/main']],
  ['src/core/readers', ['src/shared', 'src/core/recording', 'src/core/windows/host.ts']],
  ['src/core/facts', ['src/shared', 'src/core/recording', 'src/core/readers', 'src/core/engine/probe.ts']],
  [
    'src/core/checks',
    ['src/shared', 'src/core/engine/define-check.ts', 'src/core/facts', 'src/core/readers', 'src/core/recording'],
  ],
  [
    'src/core/report-html',
    [
      'src/shared',
      'src/core/engine/past-changes.ts',
      'src/core/facts/join.ts',
      'src/core/fixes/registry.ts',
      'src/core/recording/recording.ts',
    ],
  ],
  ['src/core/recording', ['src/shared', 'src/core/readers']],
  ['src/core/case-code', ['src/shared', 'src/core/pair/end-state.ts']],
  [
    'src/core/pair',
    [
      'src/shared',
      'src/core/case-code',
      'src/core/checks/registry.ts',
      'src/core/engine',
      'src/core/readers',
      'src/core/recording',
    ],
  ],
  ['src/core/probe-rdp', ['src/shared', 'src/core/windows/host.ts']],
  [
    'src/core/exports',
    [
      'src/shared',
      'src/core/changes/registry-value.ts',
      'src/core/checks/links.ts',
      'src/core/fixes/failover-clustering.ts',
      'src/core/fixes/registry.ts',
      'src/core/readers',
      'src/core/recording',
    ],
  ],
  ['src/core/guides', ['src/shared', 'src/core/checks', 'src/core/fixes/registry.ts']],
]

const resolved = (from: string, name: string): string => join(from, '..', name).replaceAll('\\', '/')
const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Imports that climb a wall, as sentences. */
const climbs = (files: readonly (readonly [path: string, imports: readonly string[]])[]): readonly string[] =>
  walls.flatMap(([folder, allowed]) =>
    files
      .filter(([path]) => isInside(path, folder))
      .flatMap(([path, imports]) =>
        imports
          .filter((name) => name.startsWith('.'))
          .map((name) => resolved(path, name))
          .filter((target) => isInside(target, 'src') && ![folder, ...allowed].some((place) => isInside(target, place)))
          .map((target) => `${path} imports ${target}`),
      ),
  )

describe('walls between folders', () => {
  test('nothing climbs one', () => {
    assert.deepEqual(climbs(product.map((path) => [path, importsOf(path)] as const)), [])
  })

  for (const [path, name] of [
    ['src/shared/a.ts', '../core/version.ts'],
    ['src/core/a.ts', '../cli/main.ts'],
    ['src/core/checks/x/x.ts', '../../windows/run-command.ts'],
    ['src/core/readers/a.ts', '../engine/judge.ts'],
    ['src/core/case-code/a.ts', '../engine/judge.ts'],
    ['src/core/pair/a.ts', '../windows/run-command.ts'],
    ['src/core/facts/a.ts', '../engine/judge.ts'],
    ['src/core/report-html/a.ts', '../engine/judge.ts'],
    ['src/core/exports/a.ts', '../windows/run-command.ts'],
    ['src/core/guides/a.ts', '../engine/judge.ts'],
    ['src/cli/a.ts', '../main/app.ts'],
    ['src/preload/a.ts', '../core/version.ts'],
    ['src/renderer/a.ts', '../main/app.ts'],
    ['src/loopback/a.ts', '../cli/main.ts'],
  ] as const)
    test(`${path} may not import ${name}`, () => {
      assert.equal(climbs([[path, [name]]]).length > 0, true)
    })

  test('one file starts programs, one loads the registry package, one talks to ipcMain, one reads window.bridge', () => {
    assert.deepEqual(
      importersOf((name) => name === 'node:child_process' || name === 'child_process').filter(
        (path) => !path.startsWith('src/loopback'),
      ),
      ['src/core/windows/run-command.ts'],
    )
    assert.deepEqual(
      product.filter((path) => /['"]native-reg['"]/.test(read(path))),
      ['src/core/windows/native-registry.ts'],
    )
    assert.deepEqual(
      product.filter((path) => /\bipcMain\b/.test(read(path))),
      ['src/main/ipc/serve.ts'],
    )
    assert.deepEqual(
      product.filter((path) => /window\.bridge\b/.test(read(path)) && path.startsWith('src/renderer')),
      ['src/renderer/bridge.ts'],
    )
  })

  test('one folder opens connections to other PCs', () => {
    const network = ['node:net', 'node:tls', 'node:dns', 'node:dns/promises', 'node:dgram', 'node:http2', 'node:https']
    for (const path of importersOf((name) => network.includes(name)))
      assert.ok(path.startsWith('src/core/probe-rdp/') || path.startsWith('src/loopback/'), path)
  })

  test('Electron stays in main and preload, Node stays out of the window, zod out of preload and window', () => {
    for (const path of importersOf((name) => name === 'electron' || name.startsWith('electron/')))
      assert.ok(/^src\/(?:main|preload)\//.test(path), path)
    for (const path of product.filter((each) => /^src\/(?:renderer|preload|shared)\//.test(each)))
      for (const name of importsOf(path)) {
        assert.ok(!name.startsWith('node:'), `${path} imports ${name}`)
        assert.ok(name !== 'zod' || path === 'src/shared/ipc-schemas.ts', `${path} imports zod`)
        assert.ok(!name.endsWith('ipc-schemas.ts') || path.startsWith('src/shared/'), `${path} imports the schemas`)
      }
  })

  test('core prints nothing and reads no command line', () => {
    for (const path of product.filter((each) => each.startsWith('src/core/')))
      assert.doesNotMatch(read(path), /\bconsole\.|process\.argv/, path)
  })
})
