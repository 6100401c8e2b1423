import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cliEntry } from './cli-entry.ts'
import { playedOnce } from './expected.ts'
import { calls, inside, runInWine, scene } from './lab.ts'
import { installStandIns, windowsNode, windowsPath } from './lab-files.ts'
import { labMachine } from './machines.ts'
import { check, optionsOf } from './play.ts'

test('the command line gives the same verdict live, inside Windows', async () => {
  const lab = labMachine('client-value-off')
  const folder = await playedOnce(lab)
  const recorded = check(folder, lab)
  const args = [windowsPath(await cliEntry()), 'check', '--json', ...optionsOf(lab)]
  const { status, stdout, stderr } = await runInWine(folder, 'live', windowsNode, args)
  assert.notEqual(stdout, '', stderr)
  const live = JSON.parse(stdout)
  assert.equal(live.source, 'live')
  assert.deepEqual(live.verdict, recorded.report.verdict)
  assert.deepEqual(
    live.findings.map(({ id, status: found }: { id: string; status: string }) => [id, found]),
    recorded.report.findings.map(({ id, status: found }) => [id, found]),
  )
  assert.equal(status, lab.expected.exitCode)
})

test('arguments reach a Windows program literally', async () => {
  const folder = scene('arguments')
  installStandIns()
  const args = [
    '& calc',
    '"quoted"',
    'back\\slash\\',
    'end\\"',
    'two\nlines',
    '%PATH%',
    '',
    '^|<>',
    'Größe 日本',
    "it's",
  ]
  const answer = (await inside(folder, { do: 'run', args, timeoutMs: 10_000 })) as { readonly exitCode: number }
  // The stand-in has no answer to this and says so by its exit code.
  assert.equal(answer.exitCode, 98)
  assert.deepEqual(
    calls(folder).map((call) => call.args),
    [args],
  )
})
