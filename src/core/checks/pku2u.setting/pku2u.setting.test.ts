import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  askedAsOther,
  dword,
  held,
  localUser,
  refused,
  reportOf,
  rowsOf,
  server,
  sz,
  web,
} from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'
import type { RegistryValue } from '../../recording/recording.ts'

const account = [held('megan@fabrikam.com', 'A')]
const enable = ['pku2u.enable']
const holding = (value: RegistryValue) => ({
  registry: { [keys.pku2u]: { values: { AllowOnlineID: value } } },
})
const unset = { allowOnlineId: null } as const
const off = { allowOnlineId: 0 } as const

rowsOf('pku2u.setting', [
  ['set to 1', {}, {}, 'pass'],
  [
    'value names compare without case',
    { registry: { [keys.pku2u]: { values: { allowonlineid: dword(1) } } } },
    {},
    'pass',
  ],
  ['set to 0', off, {}, 'fail', enable],
  ['set to 0, join state unread', { ...off, outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'fail', enable],
  ['another number', holding(dword(2)), {}, 'fail', enable],
  ['the wrong type', holding(sz('1')), {}, 'fail', enable],
  ['the key is refused', { registry: { [keys.pku2u]: refused } }, {}, 'unknown'],
  [
    'the key was not asked for',
    { registry: { [keys.pku2u]: undefined, [keys.lsa]: undefined }, complete: false },
    {},
    'unknown',
  ],
  ['not set, Entra joined client', unset, {}, 'warn', enable],
  ['an empty key, Entra joined client', { registry: { [keys.pku2u]: { values: {} } } }, {}, 'warn', enable],
  ['not set, Entra joined target', unset, server, 'warn', enable],
  ['not set, hybrid joined client', { ...unset, state: 'hybrid-joined' }, {}, 'warn', enable],
  ['not set, join state unread', { ...unset, outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'warn', enable],
  [
    'not set, registered',
    { ...unset, state: 'entra-registered', user: localUser, accounts: account },
    {},
    'fail',
    enable,
  ],
  ['not set, workgroup', { ...unset, state: 'workgroup', user: localUser }, {}, 'fail', enable],
  [
    'not set, domain PC with a work account',
    { ...unset, state: 'domain-joined', accounts: account },
    {},
    'fail',
    enable,
  ],
  ['not set, Entra joined Windows Server', { ...unset, server: true }, {}, 'fail', enable],
  ['not set, hybrid joined Windows Server', { ...unset, server: true, state: 'hybrid-joined' }, server, 'fail', enable],
  ['not set, domain joined only', { ...unset, state: 'domain-joined' }, {}, 'not-applicable'],
  ['set to 0, domain joined only', { ...off, state: 'domain-joined' }, {}, 'not-applicable'],
  [
    'not set, domain joined Windows Server',
    { ...unset, server: true, state: 'domain-joined' },
    server,
    'not-applicable',
  ],
  ['set to 1, domain joined only', { state: 'domain-joined' }, {}, 'warn', ['pku2u.clear']],
  ['domain joined, accounts unread', { ...unset, state: 'domain-joined', ...askedAsOther }, {}, 'unknown'],
  ['the web account path', off, web, 'not-applicable'],
])

test('a wrong type has state invalid and no number, another number keeps it', () => {
  assert.deepEqual(
    { ...reportOf(holding(sz('1'))).facts.pku2u },
    { value: null, state: 'invalid', owner: 'unknown', ownerName: null },
  )
  assert.equal(reportOf(holding(dword(2))).facts.pku2u.value, 2)
})
