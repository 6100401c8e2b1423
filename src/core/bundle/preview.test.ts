import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openZipFiles } from '../recording/zip-files.ts'
import { openCaseKey } from '../redaction/case-key.ts'
import { createRedactor } from '../redaction/redactor.ts'
import { simulatedMachines } from '../simulated/machines.ts'
import { createSimulatedHost } from '../simulated/simulated-host.ts'
import { gatherFrom } from './gathered.ts'
import { learnLogs } from './learn-logs.ts'
import { previewOf } from './preview.ts'
import { saveBundle } from './save-bundle.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-preview-'))
after(() => rm(folder, { recursive: true, force: true }))
const key = await openCaseKey('the key of this test')

for (const name of ['entra-client-off-by-intune', 'hybrid-server-off-by-gpo', 'work-accounts-full'])
  test(`${name}: what the preview shows is what the bundle says`, async () => {
    const machineOf = simulatedMachines.find((each) => each.name === name)
    assert.ok(machineOf)
    const { intent } = machineOf
    const gathered = await gatherFrom({
      host: createSimulatedHost(name),
      intent,
      withSignIns: false,
      withRawLogs: false,
    })
    const newRedactor = () => createRedactor({ key, machine: gathered.machine, intent })
    const redactor = newRedactor()
    await learnLogs(gathered, redactor)
    const { replacements, more } = await previewOf(gathered, redactor)
    assert.equal(more, 0)
    assert.ok(replacements.some(({ kind, original }) => kind === 'user' && original.includes('@')))
    assert.ok(replacements.every(({ original, token, count }) => original !== token && count > 0))
    const kinds = replacements.map(({ kind }) => kind)
    assert.deepEqual(kinds, kinds.toSorted())
    assert.equal(new Set(replacements.map(({ kind, original }) => `${kind} ${original}`)).size, replacements.length)

    const file = join(folder, `${name}.zip`)
    const saved = await saveBundle({ file, replace: false, gathered, redactor: newRedactor() })
    assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
    assert.deepEqual(
      Object.keys(saved.value.redacted).filter((kind) => !kinds.includes(kind)),
      [],
    )
    const files = await openZipFiles(file)
    const machine = Buffer.from((await files.read('recording/machine.json')) ?? []).toString()
    const host = replacements.find(({ original }) => original === gathered.machine.machine.hostName)
    assert.ok(host !== undefined && machine.includes(host.token))
    await files.close()
    await gathered.dispose()
  })
