import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

/** The indented lines under a top-level key. */
const block = (key: string): Record<string, string> => {
  const lines = new RegExp(`^${key}:\\n((?: .*\\n)+)`, 'm').exec(builder)?.[1] ?? ''
  return Object.fromEntries([...lines.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name, value]) => [name, value]))
}

/** Every fuse that this electron-builder can set. */
const knownFuses = (): string[] => {
  const types = readFileSync(join(root, 'node_modules', 'app-builder-lib', 'out', 'configuration.d.ts'), 'utf8')
  const body = /interface FuseOptionsV1 \{([\s\S]*?)\n\}/.exec(types)?.[1] ?? ''
  const all = [...body.matchAll(/^ {4}(\w+)\?: boolean;/gm)].map(([, name]) => name ?? '')
  // How a macOS signature is written, not a fuse.
  return all.filter((name) => name !== 'resetAdHocDarwinSignature')
}

test('every fuse is stated, as docs/security.md has it', () => {
  assert.deepEqual(block('electronFuses'), {
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  })
})

test('a fuse that electron-builder learns must be decided here', () => {
  assert.deepEqual(Object.keys(block('electronFuses')).sort(), knownFuses().sort())
})

test('the program is installed per machine, starts as the user, and takes no other folder', () => {
  const { perMachine, oneClick, allowToChangeInstallationDirectory, runAfterFinish } = block('nsis')
  assert.deepEqual(
    [perMachine, oneClick, allowToChangeInstallationDirectory, runAfterFinish],
    ['true', 'false', 'false', 'false'],
  )
  assert.equal(block('win')['requestedExecutionLevel'], 'asInvoker')
})

test('what only serves development is not packaged', () => {
  assert.doesNotMatch(builder, /out\/loopback|out\/\*\*|src\//)
  assert.match(builder, /^asar: true$/m)
})

test('the three newest majors of Electron: this one is named exactly', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  assert.match(devDependencies.electron, /^45\.\d+\.\d+$/)
})
