import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertExpected } from './expected.ts'
import { calls, processes } from './lab.ts'
import { labMachine } from './machines.ts'
import { collectIn, recordedCommands, setScene } from './play.ts'

// Windows' own taskkill does not run in Wine: that its /T ends what a program started is the stand-in's word here. What
// the lab shows is that the product calls it by its place, for the right process, while that process still runs.
const lab = labMachine('hung-nltest')
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const nltests = () => processes().filter((line) => /nltest/i.test(line))
const sawLeftOver = (lines: readonly string[]) => lines.some((line) => line.includes('--left-over'))

test('a hung nltest is ended in time, with what it started, and does not hold up the rest', async () => {
  const folder = await setScene(lab)
  const running = collectIn(folder, lab)
  let seen: readonly string[] = []
  for (let tries = 0; tries < 200 && !sawLeftOver(seen); tries++) {
    await later(50)
    seen = nltests()
  }
  assert.ok(sawLeftOver(seen), 'the hung program and its child were seen running')

  const { wallMs } = await running
  assert.deepEqual(nltests(), [])
  const commands = new Map(recordedCommands(folder).map((command) => [command.id, command]))
  const hung = commands.get('nltest-dsgetdc')
  assert.equal(hung?.outcome, 'timeout')
  assert.ok(hung.durationMs >= 15_000 && hung.durationMs < 19_000, `${hung.durationMs} ms`)
  assert.ok(wallMs < 21_000, `${wallMs} ms`)
  assert.equal(commands.get('dsregcmd-status')?.outcome, 'ok')
  assert.equal(commands.get('nltest-sc-verify')?.outcome, 'ok')
  const kills = calls(folder).filter(({ program }) => program === 'taskkill')
  assert.equal(kills.length, 2)
  assert.ok(kills.every(({ args }) => /^\/T \/F \/PID \d+$/.test(args.join(' '))))
  assertExpected(folder, lab)
})

test('cancelling ends hung programs at once', async () => {
  const folder = await setScene(lab)
  const { wallMs } = await collectIn(folder, lab, 1500)
  assert.ok(wallMs < 8000, `${wallMs} ms`)
  assert.equal(recordedCommands(folder).find(({ id }) => id === 'nltest-dsgetdc')?.outcome, 'failed')
  assert.deepEqual(nltests(), [])
})
