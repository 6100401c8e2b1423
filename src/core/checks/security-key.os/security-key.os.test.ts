import { refused, rowsOf, sz } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const key = { track: 'security-key' } as const
const build = (number: string) => ({
  registry: { [keys.windowsVersion]: { values: { CurrentBuildNumber: sz(number), InstallationType: sz('Client') } } },
})

rowsOf('security-key.os', [
  ['the first build', build('19041'), key, 'pass'],
  ['one too old', build('19040'), key, 'fail'],
  ['no build', build('soon'), key, 'unknown'],
  ['refused', { registry: { [keys.windowsVersion]: refused } }, key, 'unknown'],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
