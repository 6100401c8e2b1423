import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, fakeHost, withDomain } from '../../../test/windows-lab/fake-host.ts'
import { defaultIntent } from '../../shared/intent.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import { type CommandId, commandIds } from '../recording/recording.ts'
import { collect } from './collect.ts'
import type { Command, Host, Transcript } from './host.ts'
import { writeParts } from './powershell-answers.ts'

const everything = { commands: commandIds, keys: [], trees: [] }
const now = () => new Date('2026-11-20T09:15:00Z')

test('without administrator rights policies are denied and the trust is not asked', async () => {
  const { host, asked } = fakeHost({ elevated: false, registry: withDomain('corp'), kind: 'simulated' })
  const wanted = { ...everything, commands: ['policy-result', 'nltest-sc-verify'] as const }
  const recorded = await collect(host, wanted, { intent: defaultIntent, now })
  assert.deepEqual(
    recorded.commands.map(({ id, outcome }) => [id, outcome]),
    [['policy-result', 'denied']],
  )
  assert.deepEqual(asked, [])
})

test('dsregcmd gets minutes only elevated on a PC that looks domain-joined', async () => {
  for (const [elevated, domain, expected] of [
    [true, 'corp', 180_000],
    [true, '', 30_000],
    [false, 'corp', 30_000],
    [null, 'corp', 30_000],
  ] as const) {
    const { host, limits } = fakeHost({ elevated, registry: withDomain(domain) })
    await collect(host, everything, { intent: defaultIntent, now })
    assert.equal(limits.get('dsregcmd'), expected)
    assert.equal(limits.get('powershell'), 20_000)
    assert.equal(limits.get('klist'), 10_000)
  }
  const { host, limits } = fakeHost({ registry: withDomain('corp') })
  await collect(host, everything, { intent: defaultIntent, now })
  assert.equal(limits.get('nltest'), 15_000)
})

test('one process answers for who asks and for every PowerShell command', async () => {
  const sid = 'S-1-12-1-1-2-3-4'
  const parts = writeParts([
    { part: 'identity', outcome: 'ok', ms: 1, json: { name: 'AzureAD\\A', sid, elevated: false, sessionUserSid: sid } },
    { part: 'machine-certificates', outcome: 'ok', ms: 1, json: { certificates: [] } },
    { part: 'local-group-rdp-users', outcome: 'failed', ms: 1, message: 'no' },
  ])
  const { host, asked } = fakeHost({ run: async ({ program }) => answered(program === 'powershell' ? parts : 'x') })
  const recorded = await collect(host, everything, { intent: defaultIntent, now })
  assert.equal(asked.filter((name) => name === 'powershell').length, 1)
  const outcomes = Object.fromEntries(recorded.commands.map(({ id, outcome }) => [id, outcome]))
  assert.equal(outcomes['machine-certificates'], 'ok')
  assert.equal(outcomes['local-group-rdp-users'], 'failed')
  assert.equal(outcomes['local-group-administrators'], 'failed')
  assert.equal(recorded.machine.user.sessionUserSid, sid)
})

test('whatever goes wrong with one is that one’s outcome; exit 0 with nothing stays an answer without bytes', async () => {
  const run = async ({ program }: Command): Promise<Transcript> => {
    if (program === 'klist') throw new Error('broken runner')
    if (program === 'dsregcmd') return { ...answered(''), durationMs: 7 }
    return { ...answered(), outcome: 'missing', exitCode: undefined }
  }
  const { host } = fakeHost({ run, userDnsDomain: 'corp' })
  const broken: Host = { ...host, machine: () => Promise.reject(new Error('no')) }
  const recorded = await collect(broken, everything, { intent: defaultIntent, now })
  const outcomes = new Map(recorded.commands.map((record) => [record.id, record]))
  assert.equal(outcomes.get('klist-cloud-debug')?.outcome, 'failed')
  assert.equal(outcomes.get('nltest-dsgetdc')?.outcome, 'missing')
  assert.equal(outcomes.get('policy-result')?.outcome, 'missing')
  const empty = outcomes.get('dsregcmd-status')
  assert.deepEqual([empty?.outcome, empty?.stdout?.length, empty?.durationMs], ['ok', 0, 7])
  assert.equal(recorded.machine.hostName, '')
})

test('who watches hears every question begin and end', async () => {
  const heard: Progress[] = []
  const { host } = fakeHost({
    userDnsDomain: 'corp',
    run: async ({ program }) => ({ ...answered(), outcome: program === 'nltest' ? 'timeout' : 'ok' }),
  })
  await collect(host, everything, { intent: defaultIntent, now, onProgress: (progress) => heard.push(progress) })
  const of = (id: CommandId | 'registry') => heard.filter((progress) => progress.id === id).map(({ state }) => state)
  for (const id of [...commandIds, 'registry'] as const) assert.equal(of(id).length, 2, id)
  assert.deepEqual(of('nltest-dsgetdc'), ['running', 'no-answer'])
  assert.deepEqual(of('registry'), ['running', 'answered'])
  assert.equal(heard.find(({ outcome }) => outcome === 'timeout')?.id.startsWith('nltest'), true)
})
