import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gatherRecorded } from '../src/core/bundle/gathered.ts'
import { saveBundle } from '../src/core/bundle/save-bundle.ts'
import { judgeRecording } from '../src/core/engine/judge.ts'
import { judgeLoaded } from '../src/core/engine/judge-loaded.ts'
import { loadRecording } from '../src/core/recording/load.ts'
import type { RecordedMachine } from '../src/core/recording/recording.ts'
import { openCaseKey } from '../src/core/redaction/case-key.ts'
import { createRedactor } from '../src/core/redaction/redactor.ts'
import { defaultIntent, type Intent } from '../src/shared/intent.ts'
import type { Report } from '../src/shared/report.ts'
import { askedAsOther, dword, localUser, machineThat, refused } from './kit/judged.ts'
import { seededIdentifiers } from './kit/seeded-identifiers.ts'
import { seededMachine } from './kit/seeded-machine.ts'
import { withLogs } from './kit/with-logs.ts'
import { labMachines } from './windows-lab/machines.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-recorded-bundles-'))
after(() => rm(folder, { recursive: true, force: true }))
const key = await openCaseKey('a case of contoso')
const pku2u = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u'

type Recorded = readonly [name: string, machine: RecordedMachine]

/** The recordings that tests are made with: those of the lab, and those that no simulated machine stands for. */
const recordings: readonly Recorded[] = [
  ...labMachines.map(({ name, machine }): Recorded => [`lab: ${name}`, machine]),
  ['named by seeded identifiers', seededMachine(seededIdentifiers(12, 6))],
  ['asked as somebody else', machineThat(askedAsOther)],
  ['a local user', machineThat({ user: localUser })],
  ['a strange number', machineThat({ registry: { [pku2u]: { values: { AllowOnlineID: dword(7) } } } })],
  ['a refused key', machineThat({ registry: { [pku2u]: refused } })],
  ['not asked for a key', machineThat({ registry: { [pku2u]: undefined }, complete: false })],
  ['no dsregcmd', machineThat({ commands: { 'dsregcmd-status': null } })],
  ['joined to both, with keys', machineThat({ state: 'hybrid-joined', securityKeys: true })],
]

const cases: readonly Partial<Intent>[] = [
  { account: 'adele@contoso.com', peer: 'PC-0522.corp.contoso.com' },
  { role: 'server', account: 'adele@contoso.com' },
  { track: 'security-key', domain: 'corp.contoso.com' },
]

const judgedAs = ({ verdict, findings, coverage, fingerprints }: Report) => ({
  state: verdict.state,
  findings: findings.map(({ id, status, fixes }) => [id, status, fixes]),
  coverage: [coverage.asked, coverage.answered, coverage.gaps.map(({ outcome }) => outcome)],
  fingerprints,
})

describe('the bundle of a recording is judged like the recording', () => {
  for (const [index, [name, machine]] of recordings.entries())
    test(name, async () => {
      for (const [at, different] of cases.entries()) {
        const intent = { ...defaultIntent, ...different }
        const report = judgeRecording(machine, { intent, now: machine.machine.recordedAt, source: 'recording' })
        const gathered = gatherRecorded({ ...withLogs(machine), report, caseKeyId: null })
        const redactor = createRedactor({ key, machine: gathered.machine, intent })
        const file = join(folder, `${index}-${at}.zip`)
        const saved = await saveBundle({ file, replace: false, gathered, redactor })
        assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
        const loaded = await loadRecording(file, { toJudge: true })
        assert.ok(loaded.ok)
        assert.deepEqual(loaded.value.machine.damaged, [])
        assert.notEqual(loaded.value.machine.machine.hostName, machine.machine.hostName)
        assert.deepEqual(judgedAs(judgeLoaded(loaded.value)), judgedAs(report), JSON.stringify(different))
      }
    })
})
