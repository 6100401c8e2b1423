import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { strict } from './stand-in/strict.ts'

const out = join(import.meta.dirname, '..', '..', 'out')
const standIn = join(import.meta.dirname, 'stand-in')
const filesOf = (part: string) =>
  readdirSync(join(out, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Namespaces and the addresses that libraries put into error texts; none of them is ever loaded. */
const known = [
  /^http:\/\/www\.w3\.org\//,
  /^https:\/\/react\.dev\//,
  /^https:\/\/github\.com\/microsoft\/fluentui\//,
  /^https:\/\/fb\.me\//,
]

test('the built page names no address on the network', () => {
  const addresses = filesOf('renderer').flatMap(
    (file) => readFileSync(file, 'utf8').match(/(?:https?|wss?):\/\/[^\s"'`)\\]+/g) ?? [],
  )
  expect(addresses.filter((address) => !known.some((pattern) => pattern.test(address)))).toEqual([])
})

test('the preload is one CommonJS file that needs nothing but Electron', () => {
  const files = filesOf('preload')
  expect(files).toHaveLength(1)
  const [file = ''] = files
  const code = readFileSync(file, 'utf8')
  expect([...code.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
  expect(code).not.toMatch(/^import |\bimport\(/m)
})

test('the main build is one file; only the registry module stays outside', () => {
  const files = filesOf('main')
  expect(files).toHaveLength(1)
  const code = readFileSync(files[0] ?? '', 'utf8')
  const outside = [...code.matchAll(/^import .* from ["']([^"']+)["'];?$/gm)].map(([, name]) => name ?? '')
  expect(outside.filter((name) => !name.startsWith('node:') && name !== 'electron' && name !== 'native-reg')).toEqual(
    [],
  )
})

/** Runs the built program without a test window to open: whatever it opens would fail by name. */
const runBuilt = (...args: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const file = join(standIn, 'run-main.ts')
    execFile(
      process.execPath,
      ['--import', join(standIn, 'register.ts'), file, join(out, 'main', 'index.js'), ...args],
      {
        env: { ...process.env, STAND_IN_ALONE: '1', STAND_IN_USER_DATA: join(out, 'no-user-data') },
        maxBuffer: 10_000_000,
      },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

test('a verb prints its answer and ends with its code; no window is opened', async () => {
  const ready = await runBuilt('check', '--json', '--simulate', 'entra-client-ready')
  expect(JSON.parse(ready.stdout).verdict.state).toBe('ready')
  expect(ready.stderr).toBe('')
  const off = await runBuilt('check', '--json', '--simulate', 'client-value-off')
  expect([JSON.parse(off.stdout).verdict.state, off.code]).toEqual(['fixable', 3])
  const bad = await runBuilt('check', '--nonsense')
  expect(bad.code).toBe(2)
})

test('a simulated machine that does not exist ends the program with 2 and one sentence', async () => {
  const { code, stdout, stderr } = await runBuilt('--simulate', 'no-such-machine')
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('entra-client-ready')
})

test('what the stand-in for Electron does not know throws by name', () => {
  const known = strict('shell', { openExternal: () => undefined })
  const unknown = known as unknown as { openPath: () => void; beep: unknown }
  expect(() => unknown.openPath()).toThrow('shell.openPath')
  expect(() => {
    unknown.beep = 1
  }).toThrow('shell.beep')
})
