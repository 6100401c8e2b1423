import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Program } from './host.ts'
import { commandRunner } from './run-command.ts'

// Node itself is the child, and a small script stands in for taskkill, which only Windows has.
const posix = { skip: process.platform === 'win32' ? 'the stand-in for taskkill is a shell script' : false }
const folder = mkdtempSync(join(tmpdir(), 'run-command-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const killLog = join(folder, 'taskkill.log')
const taskkill = join(folder, 'taskkill')
writeFileSync(taskkill, `#!/bin/sh\necho "$@" >> '${killLog}'\n`)
chmodSync(taskkill, 0o755)

const runner = (paths: Partial<Record<Program, string>> = {}, graceMs = 3000) =>
  commandRunner({
    pathOf: (program) => paths[program] ?? (program === 'taskkill' ? taskkill : process.execPath),
    environment: { MARK: 'only this' },
    folder,
    graceMs,
  })

const node = (script: string, ...args: string[]) => ({
  program: 'dsregcmd' as const,
  args: ['-e', script, '--', ...args],
  timeoutMs: 60_000,
})
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const hang = 'process.stdout.write("begun"); setInterval(() => {}, 1000)'

test('arguments arrive literally, whatever a shell would make of them', async () => {
  const args = ['& calc', '"quoted"', "it's", 'two\nlines', '%PATH%', '$HOME', '`id`', '', 'a\\', '|', '>x', '^', '*']
  const { outcome, stdout } = await runner().run(node('console.log(JSON.stringify(process.argv.slice(1)))', ...args))
  assert.equal(outcome, 'ok')
  assert.deepEqual(JSON.parse(text(stdout)), args)
})

test('bytes, both streams and the exit code come back as they were', async () => {
  const script =
    'process.stdout.write(Buffer.from([0xe9, 0, 13, 10])); process.stderr.write("no"); process.exitCode = 3'
  const answer = await runner().run(node(script))
  assert.equal(answer.outcome, 'ok')
  assert.equal(answer.exitCode, 3)
  assert.deepEqual([...answer.stdout], [0xe9, 0, 13, 10])
  assert.equal(text(answer.stderr), 'no')
})

test('a child sees the fixed environment, the fixed folder, and nothing to read', async () => {
  const script =
    'console.log(JSON.stringify([process.env.MARK, process.env.PATH ?? null, process.cwd(), require("fs").readFileSync(0).length]))'
  const { stdout } = await runner().run(node(script))
  assert.deepEqual(JSON.parse(text(stdout)), ['only this', null, folder, 0])
})

test('output goes into a new file when one is named, however much it is', async () => {
  const intoFile = join(folder, 'large.out')
  const script = 'for (let i = 0; i < 80; i++) process.stdout.write("x".repeat(100_000)); process.stderr.write("done")'
  const answer = await runner().run({ ...node(script), intoFile })
  assert.deepEqual([answer.outcome, answer.exitCode, answer.stdout.length], ['ok', 0, 0])
  assert.equal(text(answer.stderr), 'done')
  assert.equal(readFileSync(intoFile).length, 8_000_000)
  const again = await runner().run({ ...node(script), intoFile })
  assert.equal(again.outcome, 'failed')
  const nowhere = await runner().run({ ...node(script), intoFile: join(folder, 'none', 'a.out') })
  assert.equal(nowhere.outcome, 'failed')
})

test('a program that is not there is missing', async () => {
  const answer = await runner({ klist: join(folder, 'klist.exe') }).run({ program: 'klist', args: [], timeoutMs: 1000 })
  assert.equal(answer.outcome, 'missing')
  assert.equal(answer.exitCode, undefined)
})

test('a program that may not be started is denied', posix, async () => {
  const file = join(folder, 'denied.exe')
  writeFileSync(file, '')
  const answer = await runner({ klist: file }).run({ program: 'klist', args: [], timeoutMs: 1000 })
  assert.equal(answer.outcome, 'denied')
})

test('what cannot even be handed over is failed, not thrown', async () => {
  const answer = await runner().run({ program: 'nltest', args: ['a\0b'], timeoutMs: 1000 })
  assert.equal(answer.outcome, 'failed')
})

test('a hung program is ended with its whole tree', posix, async () => {
  const answer = await runner().run({ ...node(hang), timeoutMs: 1000 })
  assert.equal(answer.outcome, 'timeout')
  assert.match(readFileSync(killLog, 'utf8'), /^\/T \/F \/PID \d+$/m)
})

test('without taskkill the program itself is still ended', posix, async () => {
  const answer = await runner({ taskkill: join(folder, 'none') }).run({ ...node(hang), timeoutMs: 500 })
  assert.equal(answer.outcome, 'timeout')
})

test('an aborted signal ends the program', posix, async () => {
  const controller = new AbortController()
  const running = runner().run(node(hang), controller.signal)
  controller.abort()
  assert.equal((await running).outcome, 'failed')
  assert.equal((await runner().run(node(hang), controller.signal)).outcome, 'failed')
})

test('output beyond the limit is dropped and the program ended', posix, async () => {
  const answer = await runner().run(
    node('const b = Buffer.alloc(1 << 20); const w = () => process.stdout.write(b, w); w()'),
  )
  assert.equal(answer.outcome, 'failed')
  assert.equal(answer.stdout.length, 4 * 1024 * 1024)
})

test('a left-over grandchild that holds the output open does not hold the answer', posix, async () => {
  const pidFile = join(folder, 'grandchild')
  const script = `
    const { spawn } = require('child_process')
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true })
    require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid))
    child.unref()
    console.log('done')`
  const answer = await runner({}, 200).run(node(script))
  assert.equal(answer.outcome, 'ok')
  assert.equal(text(answer.stdout), 'done\n')
  assert.ok(existsSync(pidFile))
  process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
})

test(
  'a program that outlives being ended does not hold the answer either, and keeps what was written',
  posix,
  async () => {
    const pidFile = join(folder, 'survivor')
    const script = `
    const { spawn } = require('child_process')
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true })
    process.stdout.write('begun', () => require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid)))
    setInterval(() => {}, 1000)`
    const controller = new AbortController()
    const running = runner({}, 200).run(node(script), controller.signal)
    while (!existsSync(pidFile)) await setTimeout(20)
    await setTimeout(20)
    controller.abort()
    const answer = await running
    assert.equal(answer.outcome, 'failed')
    assert.equal(text(answer.stdout), 'begun')
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
  },
)
