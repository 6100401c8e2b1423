import { dword, refused, rowsOf, server, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const policy = (restricted: number, type?: number) => ({
  registry: {
    [keys.credentialsDelegation]: {
      values: {
        RestrictedRemoteAdministration: dword(restricted),
        ...(type === undefined ? {} : { RestrictedRemoteAdministrationType: dword(type) }),
      },
    },
  },
})

rowsOf('rdp.credential-guard', [
  ['no policy', {}, {}, 'pass'],
  ['Remote Credential Guard required', policy(1, 2), {}, 'fail'],
  ['required, on the web path', policy(1, 2), web, 'fail'],
  ['either mode', policy(1, 3), {}, 'warn'],
  ['Restricted Admin', policy(1, 1), {}, 'pass'],
  ['a mode is named but not asked for', policy(0, 2), {}, 'pass'],
  ['asked for without a mode', policy(1), {}, 'unknown'],
  ['refused', { registry: { [keys.credentialsDelegation]: refused } }, {}, 'unknown'],
  ['the PC that is connected to', {}, server, 'not-applicable'],
])
