import assert from 'node:assert/strict'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { loadRecording } from '../../src/core/recording/load.ts'
import { cliEntry } from './cli-entry.ts'
import { playedOnce } from './expected.ts'
import { runInWine } from './lab.ts'
import { windowsNode, windowsPath } from './lab-files.ts'
import { labMachine } from './machines.ts'
import { check, optionsOf } from './play.ts'

test('a bundle is saved live, inside Windows, with the event logs and without a name', async () => {
  const lab = labMachine('client-value-off')
  const folder = await playedOnce(lab)
  const recorded = check(folder, lab)
  const file = join(folder, 'case.zip')
  const entry = windowsPath(await cliEntry())
  const args = [entry, 'bundle', '--out', windowsPath(file), '--force', '--json', ...optionsOf(lab)]
  const { status, stdout, stderr } = await runInWine(folder, 'bundle', windowsNode, args)
  assert.equal(status, 0, stderr)
  const answer = JSON.parse(stdout)
  assert.equal(answer.verdict, recorded.report.verdict.state)
  assert.match(stderr, /^Case key: \S+/m)

  const loaded = await loadRecording(file)
  assert.ok(loaded.ok)
  const { machine, logs } = loaded.value
  assert.deepEqual(machine.damaged, [])
  assert.match(machine.machine.hostName, /^host-/)
  const log = (id: string) => logs.find(({ record }) => record.id === id)
  const system = log('events-system')
  assert.ok(system)
  assert.equal(system.record.outcome, 'ok')
  assert.match(await text(system.open()), /<Event .*<Computer>host-/)
  assert.equal(log('events-microsoft-windows-aad-operational')?.record.outcome, 'missing')
  assert.equal(log('events-security'), undefined)
})
