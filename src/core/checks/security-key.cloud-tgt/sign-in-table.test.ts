import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Differently, findingIn, localUser, reportOf, sz } from '../../../../test/kit/judged.ts'
import type { Status } from '../../../shared/report.ts'
import { keys } from '../../facts/keys.ts'

/** klist's own labels for the three ways to sign in; an older build prints fewer lines. */
const credentials = { key: [1, 0, 0], hello: [1, 0, 0], password: [0, 1, 1], unsaid: null } as const
type SignIn = keyof typeof credentials
type Ticket = 'there' | 'none' | 'unread'

const klist = (signIn: SignIn, ticket: Ticket): string => {
  const flags = credentials[signIn]
  return [
    'Current LogonId is 0:0x2c41a7',
    'Cloud Kerberos Debug info:',
    'Cloud Kerberos enabled by policy: 0',
    ...(flags === null
      ? []
      : [
          `Public Key Credential Present: ${flags[0]}`,
          `Password-derived Keys Present: ${flags[1]}`,
          `Plaintext Password Present: ${flags[2]}`,
        ]),
    ...(ticket === 'unread' ? [] : [`Cloud Primary (Hybrid logon) TGT available: ${ticket === 'there' ? 1 : 0}`]),
    '',
  ].join('\r\n')
}

const build = (number: number) => ({
  [keys.windowsVersion]: {
    values: { CurrentBuildNumber: sz(String(number)), InstallationType: sz('Client'), EditionID: sz('Enterprise') },
  },
})

type Join = 'entra-joined' | 'hybrid-joined' | 'domain-joined' | 'workgroup'

/** `onPremTgt`: what dsregcmd prints, which decides nothing. `fails`: every finding of the track that may fail. */
type Row = readonly [SignIn, number, Join, Ticket, onPremTgt: 'YES' | 'NO', status: Status, fails: readonly string[]]

const tooOld = ['security-key.os']
const noKeys = ['security-key.join', 'security-key.scenario']

const rows: readonly Row[] = [
  ['key', 26100, 'entra-joined', 'there', 'YES', 'pass', []],
  ['key', 26100, 'entra-joined', 'there', 'NO', 'pass', []],
  ['key', 26100, 'entra-joined', 'none', 'NO', 'warn', []],
  ['key', 26100, 'entra-joined', 'none', 'YES', 'warn', []],
  ['key', 26100, 'entra-joined', 'unread', 'NO', 'unknown', []],
  ['key', 26100, 'hybrid-joined', 'there', 'YES', 'pass', []],
  ['key', 26100, 'hybrid-joined', 'none', 'NO', 'warn', []],
  ['key', 26100, 'hybrid-joined', 'unread', 'YES', 'unknown', []],
  ['key', 22631, 'hybrid-joined', 'there', 'NO', 'pass', []],
  ['key', 19045, 'hybrid-joined', 'there', 'YES', 'pass', []],
  ['key', 19041, 'entra-joined', 'there', 'NO', 'pass', []],
  ['key', 19041, 'hybrid-joined', 'none', 'NO', 'warn', []],
  ['key', 18363, 'hybrid-joined', 'there', 'YES', 'pass', tooOld],
  ['key', 18363, 'entra-joined', 'none', 'NO', 'warn', tooOld],
  ['hello', 26100, 'entra-joined', 'there', 'YES', 'pass', []],
  ['hello', 26100, 'hybrid-joined', 'none', 'NO', 'warn', []],
  ['hello', 22631, 'hybrid-joined', 'there', 'NO', 'pass', []],
  ['password', 26100, 'entra-joined', 'none', 'NO', 'warn', []],
  ['password', 26100, 'hybrid-joined', 'none', 'NO', 'warn', []],
  ['password', 26100, 'hybrid-joined', 'none', 'YES', 'warn', []],
  ['password', 26100, 'hybrid-joined', 'there', 'NO', 'pass', []],
  ['password', 19041, 'entra-joined', 'none', 'NO', 'warn', []],
  ['password', 18363, 'hybrid-joined', 'none', 'NO', 'warn', tooOld],
  ['unsaid', 26100, 'entra-joined', 'there', 'NO', 'pass', []],
  ['unsaid', 26100, 'hybrid-joined', 'none', 'NO', 'warn', []],
  ['unsaid', 22631, 'hybrid-joined', 'unread', 'NO', 'unknown', []],
  ['password', 26100, 'domain-joined', 'none', 'NO', 'warn', noKeys],
  ['key', 26100, 'domain-joined', 'unread', 'NO', 'unknown', noKeys],
  ['password', 26100, 'workgroup', 'none', 'NO', 'warn', ['security-key.join']],
  ['unsaid', 17763, 'workgroup', 'unread', 'NO', 'unknown', ['security-key.join', ...tooOld]],
]

const machineOf = ([signIn, number, state, ticket, onPremTgt]: Row): Differently => ({
  state,
  securityKeys: true,
  ...(state === 'workgroup' ? { user: localUser } : {}),
  registry: build(number),
  commands: { 'klist-cloud-debug': klist(signIn, ticket) },
  dsregcmd: (text) => text.replace(/OnPremTgt : \w+/, `OnPremTgt : ${onPremTgt}`),
})

describe('sign-in × build × join × ticket', () => {
  for (const row of rows) {
    const [signIn, number, state, ticket, onPremTgt, status, fails] = row
    test(`${signIn}, ${number}, ${state}, ticket ${ticket}, OnPremTgt ${onPremTgt}: ${status}`, () => {
      const report = reportOf(machineOf(row), { track: 'security-key' })
      const finding = findingIn(report, 'security-key.cloud-tgt')
      assert.equal(finding.status, status, finding.detail)
      const failed = report.findings.filter((each) => each.status === 'fail' && each.id.startsWith('security-key.'))
      assert.deepEqual(failed.map(({ id }) => id).sort(), [...fails].sort())
      if (ticket === 'none' && signIn === 'password') assert.match(finding.detail, /with a password, .* that is normal/)
      if (ticket === 'none' && signIn === 'key') assert.match(finding.detail, /although .* with a key/)
    })
  }

  test('a hybrid PC away from the office fails for the missing controller, not for the ticket', () => {
    const away = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\r\n'
    const report = reportOf(
      {
        state: 'hybrid-joined',
        securityKeys: true,
        commands: {
          'nltest-dsgetdc': away,
          'nltest-dsgetdc-keylist': away,
          'klist-cloud-debug': klist('key', 'none'),
        },
      },
      { track: 'security-key' },
    )
    const failed = report.findings.filter(({ status }) => status === 'fail').map(({ id }) => id)
    assert.deepEqual(failed, ['domain.controller'])
    assert.equal(findingIn(report, 'security-key.dc-keylist').status, 'unknown')
    assert.equal(findingIn(report, 'security-key.cloud-tgt').status, 'warn')
  })
})
