import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dword, machineThat, refused } from '../../../test/kit/judged.ts'
import { requestFor, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { keys } from '../facts/keys.ts'
import { openRecording } from '../recording/open-recording.ts'
import type { RecordedKey, RegistryDump } from '../recording/recording.ts'
import { replay } from '../simulated/replay.ts'
import { askOf } from './ask.ts'
import { signInOwned } from './owned-setting.ts'
import { type Owner, ownerOf } from './owner.ts'
import { performFix, planOn } from './perform-fix.ts'

const path = 'machine\\Software\\Policies\\Microsoft\\FIDO\\EnableFIDODeviceLogon'
const gpo = (data: string, more: Readonly<Record<string, unknown>> = {}) => ({
  path,
  type: 4,
  data,
  gpoId: '{A}',
  gpoName: 'Hardening',
  precedence: 1,
  ...more,
})
const rsop = (...entries: readonly object[]): string => JSON.stringify({ rsop: entries })
const mdmKey = (value: number): Readonly<Record<string, RecordedKey>> => ({
  [keys.securityKeyMdm]: { values: { UseSecurityKeyForSignin: dword(value) } },
})
const service = 'Intune or another MDM service'
const pku2uPath = 'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID'

const rows: readonly (readonly [string, string | null, Readonly<Record<string, RecordedKey>>, Owner])[] = [
  ['nobody sets it', rsop(), {}, { kind: 'none', name: null, blocks: false }],
  [
    'a value without a policy',
    rsop(),
    { [keys.fidoPolicy]: { values: { EnableFIDODeviceLogon: dword(0) } } },
    { kind: 'none', name: null, blocks: false },
  ],
  ['Group Policy 0', rsop(gpo('0')), {}, { kind: 'group-policy', name: 'Hardening', blocks: true }],
  ['Group Policy 1', rsop(gpo('1')), {}, { kind: 'group-policy', name: 'Hardening', blocks: false }],
  ['a policy in another form', rsop(gpo('')), {}, { kind: 'group-policy', name: 'Hardening', blocks: false }],
  [
    'local policy 0',
    rsop(gpo('0', { gpoId: 'LocalGPO', gpoName: 'x' })),
    {},
    { kind: 'group-policy', name: 'Local policy', blocks: true },
  ],
  [
    'only precedence 1 counts',
    rsop(gpo('0', { precedence: 2 }), gpo('1')),
    {},
    { kind: 'group-policy', name: 'Hardening', blocks: false },
  ],
  ['the policy of PKU2U', rsop(gpo('0', { path: pku2uPath })), {}, { kind: 'none', name: null, blocks: false }],
  ['MDM 0', rsop(), mdmKey(0), { kind: 'mdm', name: service, blocks: true }],
  ['MDM 0, policies unread', null, mdmKey(0), { kind: 'mdm', name: service, blocks: true }],
  ['MDM 1', rsop(), mdmKey(1), { kind: 'mdm', name: service, blocks: false }],
  ['Group Policy before MDM', rsop(gpo('0')), mdmKey(0), { kind: 'group-policy', name: 'Hardening', blocks: true }],
  ['Group Policy 1, MDM 0', rsop(gpo('1')), mdmKey(0), { kind: 'mdm', name: service, blocks: true }],
  ['policies unread', null, {}, { kind: 'unknown', name: null, blocks: false }],
  ['garbage', 'no JSON', {}, { kind: 'unknown', name: null, blocks: false }],
  ['MDM’s key refused', rsop(), { [keys.securityKeyMdm]: refused }, { kind: 'unknown', name: null, blocks: false }],
]

describe('who decides security key sign-in', () => {
  for (const [what, policies, registry, expected] of rows)
    test(what, () => {
      const recorded = machineThat({ registry, commands: { 'policy-result': policies } })
      assert.deepEqual(ownerOf(askOf(openRecording(recorded), defaultIntent, new Date(0)), signInOwned), expected)
    })
})

const emptyPolicies: RegistryDump = {
  complete: true,
  keys: { 'HKLM\\SOFTWARE': {}, 'HKLM\\SOFTWARE\\Policies': {}, 'HKLM\\SOFTWARE\\Policies\\Microsoft': {} },
}
const pcWith = (policies: string, registry: Readonly<Record<string, RecordedKey>> = {}) => {
  const pc = testPc({ registry: { complete: true, keys: { ...emptyPolicies.keys, ...registry } } })
  const answer = { id: 'policy-result', program: 'powershell.exe', args: [], durationMs: 1 } as const
  let asked = 0
  const record = { ...answer, outcome: 'ok', exitCode: 0, stdout: new TextEncoder().encode(policies) } as const
  const { run } = replay(() => [record], 0)
  const host = {
    ...pc.host,
    runner: {
      run: (...args: Parameters<typeof run>) => {
        asked += 1
        return run(...args)
      },
    },
  }
  return { pc: { ...pc, host }, asked: () => asked }
}
const request = requestFor('security-key.enable-sign-in')

describe('the fix looks for the owner of its own setting', () => {
  for (const [what, policies, registry, warning, written] of [
    [
      'Group Policy',
      rsop(gpo('0')),
      {},
      /^Hardening turns .* will put that back: with gpupdate/,
      /Hardening will put its own value back/,
    ],
    [
      'MDM',
      rsop(),
      mdmKey(0),
      /^Intune or another MDM service .* a value of its own, which stays/,
      /still turns security key sign-in off/,
    ],
  ] as const)
    test(`${what} holds 0: refused by its name, written only all the same`, async () => {
      const { pc } = pcWith(policies, registry)
      const plan = await planOn(pc, request)
      assert.ok(plan.ok && plan.value.owner.blocks)
      assert.match(plan.value.warnings[0] ?? '', warning)
      const refusal = await performFix(pc, request, plan.value.token)
      assert.ok(refusal.ok)
      assert.deepEqual([refusal.value.state, refusal.value.refusedBy], ['refused', 'owner'])
      assert.match(refusal.value.message, /turns security key sign-in off\. Nothing was written\./)
      assert.deepEqual(pc.writes, [])
      const even = await performFix(pc, { ...request, evenIfManaged: true }, plan.value.token)
      assert.ok(even.ok)
      assert.deepEqual([even.value.state, even.value.restart], ['applied', 'none'])
      assert.match(even.value.message, written)
    })

  test('a policy of another setting does not stand in the way', async () => {
    const { pc } = pcWith(rsop(gpo('0', { path: pku2uPath })))
    const done = await performFix(pc, request, null)
    assert.ok(done.ok)
    assert.deepEqual([done.value.state, done.value.owner], ['applied', null])
  })

  for (const [fix, name, off, on, what] of [
    ['rdp.enable', 'fDenyTSConnections', 1, 0, 'turns Remote Desktop off'],
    ['rdp.require-nla', 'UserAuthentication', 0, 1, 'turns Network Level Authentication off'],
  ] as const)
    test(`${fix}: the policy’s copy of the value decides, by the name of its policy where that is known`, async () => {
      const copy = (value: number) => ({ [keys.terminalServerPolicy]: { values: { [name]: dword(value) } } })
      const copyPath = `MACHINE\\Software\\Policies\\Microsoft\\Windows NT\\Terminal Services\\${name}`
      for (const [policies, owner] of [
        [rsop(gpo('1', { path: copyPath })), 'Hardening'],
        [rsop(), 'A policy'],
      ] as const) {
        const { pc } = pcWith(policies, copy(off))
        const refused = await performFix(pc, requestFor(fix), null)
        assert.ok(refused.ok)
        assert.deepEqual([refused.value.refusedBy, refused.value.owner?.name], ['owner', owner])
        assert.equal(refused.value.message, `${owner} ${what}. Nothing was written. Ask its owner to change it.`)
        assert.deepEqual(pc.writes, [])
        const even = await performFix(pc, { ...requestFor(fix), evenIfManaged: true }, null)
        assert.ok(even.ok)
        assert.match(even.value.message, /still turns .* off in a value of its own, which Windows follows/)
      }
      for (const registry of [copy(on), {}]) {
        const { pc } = pcWith(rsop(), registry)
        const done = await performFix(pc, requestFor(fix), null)
        assert.ok(done.ok)
        assert.deepEqual([done.value.state, done.value.warnings], ['applied', []])
      }
    })

  for (const fix of ['pku2u.block', 'pku2u.clear'] as const)
    test(`${fix}: a policy that allows it will put that back, and nobody says that it is done`, async () => {
      const { pc } = pcWith(rsop(gpo('1', { path: pku2uPath })), withValue(['REG_DWORD', 1]).keys)
      const done = await performFix(pc, requestFor(fix), null)
      assert.ok(done.ok)
      assert.deepEqual([done.value.state, done.value.owner?.name], ['applied', 'Hardening'])
      assert.match(done.value.warnings[0] ?? '', /^Hardening sets PKU2U as well, .* at the latest 16 hours after/)
      assert.equal(done.value.message, 'Written and read back, but Hardening will put its own value back.')
    })

  test('a policy that allows PKU2U too does not speak against allowing it', async () => {
    const { pc } = pcWith(rsop(gpo('1', { path: pku2uPath })), withValue(['REG_DWORD', 0]).keys)
    const plan = await planOn(pc, requestFor('pku2u.enable'))
    assert.ok(plan.ok)
    assert.deepEqual([plan.value.warnings, plan.value.overruled], [[], []])
  })

  test('a plan of two settings names the policy of each', async () => {
    const { pc } = pcWith(rsop(gpo('0', { path: pku2uPath, gpoName: 'Baseline' })), mdmKey(0))
    const plan = await planOn(pc, requestFor('pku2u.enable', 'security-key.enable-sign-in'))
    assert.ok(plan.ok)
    assert.deepEqual(
      plan.value.blockers.map(({ owner }) => owner.name),
      ['Baseline', service],
    )
    assert.equal(plan.value.owner.name, 'Baseline')
  })

  test('where no policy could own what is written, nobody is asked', async () => {
    const { pc, asked } = pcWith(rsop(gpo('0', { path: pku2uPath })))
    const plan = await planOn(pc, requestFor('security-key.clear-ntlm-override'))
    assert.ok(plan.ok)
    assert.deepEqual([asked(), plan.value.owner.kind, plan.value.blockers], [0, 'none', []])
    await planOn(pc, request)
    assert.equal(asked(), 1)
  })
})
