import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOf } from '../../../test/kit/judged.ts'
import { machineNamed, simulatedMachines } from '../simulated/machines.ts'
import { causesOf } from './causes.ts'
import { judgeRecording } from './judge.ts'

const reports = simulatedMachines.map(({ name, intent }) => {
  const machine = machineNamed(name)?.machine
  assert.ok(machine)
  return [name, judgeRecording(machine, { intent, now: machine.machine.recordedAt, source: 'simulated' })] as const
})

test('every verdict but ready has a cause, each a finding that is not fine, once', () => {
  for (const [name, report] of reports) {
    const causes = causesOf(report)
    assert.equal(causes.length === 0, report.verdict.state === 'ready', name)
    assert.equal(new Set(causes).size, causes.length)
    for (const id of causes) {
      const status = report.findings.find((finding) => finding.id === id)?.status ?? ''
      assert.ok(['fail', 'warn', 'unknown'].includes(status), `${name}: ${id} is ${status}`)
    }
  }
})

test('what gave the verdict its name comes first', () => {
  const first = (name: string) => causesOf(reports.find(([each]) => each === name)?.[1] ?? reportOf({}))[0]
  assert.equal(first('entra-client-off-by-intune'), 'pku2u.owner')
  assert.equal(first('client-value-off'), 'pku2u.setting')
  assert.equal(first('entra-server-restart-forgotten'), 'pku2u.restart')
  assert.equal(first('work-accounts-full'), 'account.work-accounts')
  assert.equal(first('nothing-readable'), 'context.user')
})
