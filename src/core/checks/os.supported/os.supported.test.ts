import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  askedAsOther,
  dword,
  findingIn,
  held,
  localAskedAsOther,
  localUser,
  reportOf,
  rowsOf,
  server,
  sz,
  web,
} from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const windows = (build: number | null, edition: string | null = 'Enterprise') => ({
  registry: {
    [keys.windowsVersion]: {
      values: {
        ...(build === null ? {} : { CurrentBuildNumber: sz(String(build)), CurrentBuild: sz(String(build)) }),
        ...(edition === null ? {} : { EditionID: sz(edition) }),
        InstallationType: sz('Client'),
        UBR: dword(1),
      },
    },
  },
})
const registered = { state: 'entra-registered', user: localUser, accounts: [held('megan@fabrikam.com', 'A')] } as const

rowsOf('os.supported', [
  ['a current client', {}, {}, 'pass'],
  ['the first build for a joined client', windows(14393), {}, 'pass'],
  ['one build too old for a joined client', windows(14392), {}, 'fail'],
  ['the first build for a registered client', { ...windows(19041), ...registered }, {}, 'pass'],
  ['one build too old for a registered client', { ...windows(19040), ...registered }, {}, 'fail'],
  ['an old workgroup PC', { ...windows(18363), state: 'workgroup', user: localUser }, {}, 'fail'],
  [
    'an old domain PC with a work account',
    { ...windows(18363), state: 'domain-joined', accounts: [held('a@fabrikam.com', 'A')] },
    {},
    'fail',
  ],
  ['an old domain PC without one', { ...windows(18363), state: 'domain-joined' }, {}, 'pass'],
  [
    'an old domain PC asked as somebody else',
    { ...windows(18363), ...askedAsOther, state: 'domain-joined' },
    {},
    'unknown',
  ],
  [
    'an old PC that is not joined, asked as somebody else',
    { ...windows(18363), state: 'workgroup', user: localAskedAsOther },
    {},
    'fail',
  ],
  ['an old build, join state unread', { ...windows(18363), outcomes: { 'dsregcmd-status': 'timeout' } }, {}, 'unknown'],
  ['a new build, join state unread', { outcomes: { 'dsregcmd-status': 'timeout' } }, {}, 'pass'],
  ['the build is not there', windows(null), {}, 'unknown'],
  ['the key is refused', { registry: { [keys.windowsVersion]: { error: 'access-denied' } } }, {}, 'unknown'],
  ['a Home edition connects', windows(26100, 'Core'), {}, 'pass'],
  ['a Home edition is connected to', windows(26100, 'Core'), server, 'fail'],
  ['another Home edition is connected to', windows(26100, 'CoreSingleLanguage'), server, 'fail'],
  ['a Pro edition is connected to', windows(26100, 'Professional'), server, 'pass'],
  ['the edition is not there', windows(26100, null), server, 'unknown'],
  ['the web account path', windows(10240), web, 'not-applicable'],
])

test('os.supported says which part of the Windows version is not known', () => {
  const seen = (different: Parameters<typeof reportOf>[0]) =>
    findingIn(reportOf(different), 'os.supported').evidence.map(({ what }) => what)
  assert.deepEqual(seen(windows(26100)), ['Windows 11, build 26100.1, edition Enterprise'])
  assert.deepEqual(seen(windows(null, null)), ['Windows, build not known, edition not known'])
})
