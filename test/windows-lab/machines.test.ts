import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertExpected, playedOnce } from './expected.ts'
import { calls, textOf } from './lab.ts'
import { labMachine, labMachines } from './machines.ts'
import { check } from './play.ts'

// The machine with a hung program has a test file of its own.
for (const lab of labMachines.filter(({ name }) => name !== 'hung-nltest'))
  test(`${lab.name}: what is collected in Windows judges as expected`, async () => {
    assertExpected(await playedOnce(lab), lab)
  })

test('a tenant name in Windows-1252 is read with the code page of the machine', async () => {
  const lab = labMachine('windows-1252')
  assert.equal(check(await playedOnce(lab), lab).report.facts.tenant.name, 'Répertoire par défaut')
})

test('who asks, since when Windows runs and the policy that holds the value come from PowerShell', async () => {
  const lab = labMachine('hybrid-server-off-by-gpo')
  const folder = await playedOnce(lab)
  const { machine } = lab.machine
  const recorded = JSON.parse(textOf(folder, 'recording/machine.json'))
  assert.equal(recorded.bootedAt, machine.bootedAt)
  assert.deepEqual(recorded.user, { ...machine.user, upn: null })
  assert.deepEqual(recorded.codePages, { ansi: 1252, oem: 437 })
  assert.match(check(folder, lab).report.verdict.headline, /CIS Level 1/)
})

const asked = async (name: string) => {
  const made = calls(await playedOnce(labMachine(name)))
  assert.ok(made.every(({ stdin, canary }) => stdin === 'stdin closed' && canary === 'canary hidden'))
  // The script of PowerShell is too long to be repeated here.
  return made.map(({ program, args }) => [program, ...args.filter((arg) => arg.length < 100)].join(' ')).sort()
}
const powershell = 'powershell -NoLogo -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand'

test('every program is asked once, with a list of arguments, nothing to read and a fixed environment', async () => {
  assert.deepEqual(await asked('hybrid-server-off-by-gpo'), [
    'dsregcmd /status',
    'nltest /dsgetdc:corp.contoso.com',
    'nltest /dsgetdc:corp.contoso.com /keylist /kdc',
    'nltest /sc_verify:corp.contoso.com',
    powershell,
  ])
})

test('without administrator rights the trust is not asked about, and without a domain nltest is not started', async () => {
  assert.deepEqual(await asked('entra-client-ready'), ['dsregcmd /status', powershell])
})

test('the domain that only dsregcmd knows is asked about', async () => {
  assert.deepEqual(await asked('domain-only-dsregcmd-knows'), [
    'dsregcmd /status',
    'nltest /dsgetdc:CORP',
    'nltest /dsgetdc:CORP /keylist /kdc',
    powershell,
  ])
})
