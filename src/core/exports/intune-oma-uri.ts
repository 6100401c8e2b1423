import { fail, ok, type Result } from '../../shared/result.ts'
import { pages } from '../checks/links.ts'
import type { ExportFile } from './export-file.ts'
import type { RegistrySetting } from './registry-setting.ts'
import { settingNotes } from './setting-notes.ts'

interface Csp {
  /** Of the profile, where Microsoft’s page gives it one. */
  readonly name: string | null
  readonly omaUri: string
  readonly choice: readonly [off: string, on: string]
  readonly settingsCatalog: { readonly area: string; readonly setting: string; readonly id: string } | null
  readonly link: { readonly title: string; readonly url: string }
}

const pku2u: Csp = {
  name: null,
  omaUri:
    './Device/Vendor/MSFT/Policy/Config/LocalPoliciesSecurityOptions/NetworkSecurity_AllowPKU2UAuthenticationRequests',
  choice: ['Block', 'Allow'],
  settingsCatalog: {
    area: 'Local Policies Security Options',
    setting: 'Network Security Allow PKU2U Authentication Requests',
    id: 'device_vendor_msft_policy_config_localpoliciessecurityoptions_networksecurity_allowpku2uauthenticationrequests',
  },
  link: pages.policyCsp,
}

const csps: Partial<Readonly<Record<RegistrySetting['fix'], Csp>>> = {
  'pku2u.enable': pku2u,
  'pku2u.block': pku2u,
  'security-key.enable-sign-in': {
    name: 'Turn on FIDO Security Keys for Windows Sign-In',
    omaUri: './Device/Vendor/MSFT/PassportForWork/SecurityKey/UseSecurityKeyForSignin',
    choice: ['Disabled', 'Enabled'],
    settingsCatalog: null,
    link: pages.passportCsp,
  },
}

/** What to type into a custom profile of Intune, and what to look for in its settings catalog. */
export const intuneOmaUriExport = (setting: RegistrySetting): Result<readonly ExportFile[]> => {
  const csp = csps[setting.fix]
  if (csp === undefined || setting.data === null) return fail('internal', `${setting.fix} has no OMA-URI.`)
  const { baseline, mind } = settingNotes(setting)
  const [off, on] = csp.choice
  const choice = setting.data === 0 ? off : on
  const body = {
    name: csp.name ?? setting.title,
    description: `Sets the policy to ${setting.data} (${choice}) for the device.`,
    omaUri: csp.omaUri,
    dataType: 'Integer',
    value: setting.data,
    scope: 'device',
    settingsCatalog: csp.settingsCatalog === null ? null : { ...csp.settingsCatalog, choice },
    baseline: { lead: baseline.lead, list: baseline.list, remark: baseline.remark },
    notes: mind,
    putBack:
      'Remove the assignment of the profile, then look at one PC: what a removed profile leaves behind is not documented. To be sure, assign a profile with the value you want.',
    link: { title: csp.link.title, url: csp.link.url },
  }
  return ok([{ name: `${setting.fix}.oma-uri.json`, encoding: 'ascii', text: `${JSON.stringify(body, null, 2)}\n` }])
}
