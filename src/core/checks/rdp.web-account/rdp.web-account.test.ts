import { dword, refused, rowsOf, sz, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const windows = (build: number, revision: number | null, type = 'Client', edition: string | null = 'Professional') => ({
  registry: {
    [keys.windowsVersion]: {
      values: {
        CurrentBuildNumber: sz(String(build)),
        ...(revision === null ? {} : { UBR: dword(revision) }),
        ...(edition === null ? {} : { EditionID: sz(edition) }),
        InstallationType: sz(type),
      },
    },
  },
})
const target = { ...web, role: 'server' } as const

rowsOf('rdp.web-account', [
  ['a current Windows 11', {}, web, 'pass'],
  ['Windows 11 with the update', windows(22000, 1098), web, 'pass'],
  ['Windows 11 without the update', windows(22000, 1097), web, 'fail'],
  ['Windows 10 20H2 with the update', windows(19042, 2130), web, 'pass'],
  ['Windows 10 21H2 without the update', windows(19044, 2129), web, 'fail'],
  ['Windows 10 22H2', windows(19045, 2), web, 'pass'],
  ['Windows 10 2004', windows(19041, 9999), web, 'fail'],
  ['Windows Server 2022 with the update', windows(20348, 1129, 'Server', 'ServerStandard'), target, 'pass'],
  ['Windows Server 2022 without the update', windows(20348, 1128, 'Server', 'ServerStandard'), target, 'fail'],
  ['Windows Server 2019', windows(17763, 9999, 'Server', 'ServerStandard'), target, 'fail'],
  ['Windows Server 2025', windows(26100, 1, 'Server', 'ServerStandard'), target, 'pass'],
  ['a Home edition is connected to', windows(26100, 1, 'Client', 'Core'), target, 'fail'],
  ['a Home edition connects', windows(26100, 1, 'Client', 'Core'), web, 'pass'],
  ['the edition of a target is not there', windows(26100, 1, 'Client', null), target, 'unknown'],
  ['the edition of a PC that connects is not there', windows(26100, 1, 'Client', null), web, 'pass'],
  ['the update level is not there', windows(22000, null), web, 'unknown'],
  ['refused', { registry: { [keys.windowsVersion]: refused } }, web, 'unknown'],
  ['possible, on the PKU2U path', {}, {}, 'pass'],
  ['not possible, on the PKU2U path', windows(19041, 1), {}, 'not-applicable'],
])
