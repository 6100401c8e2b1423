import type { YesNo } from '../../shared/report.ts'
import { isHidden } from './masks.ts'

export const kerberosServerKeys = [
  'Id',
  'UserAccount',
  'ComputerAccount',
  'DisplayName',
  'DomainDnsName',
  'KeyVersion',
  'KeyUpdatedOn',
  'KeyUpdatedFrom',
  'CloudDisplayName',
  'CloudDomainDnsName',
  'CloudId',
  'CloudKeyVersion',
  'CloudKeyUpdatedOn',
  'CloudTrustDisplay',
] as const
export type KerberosServerKey = (typeof kerberosServerKeys)[number]
export type KerberosServerValues = ReadonlyMap<KerberosServerKey, string>

/** What `Get-AzureADKerberosServer` says of one server object, on-premises and in the cloud. Values as printed. */
export interface KerberosServerHalves {
  readonly id: string | null
  readonly cloudId: string | null
  readonly domain: string | null
  readonly cloudDomain: string | null
  readonly keyVersion: string | null
  readonly cloudKeyVersion: string | null
  /** Dates are in the culture of the PC that printed them, so they stay text. */
  readonly keyUpdatedOn: string | null
  readonly cloudKeyUpdatedOn: string | null
  readonly inSync: YesNo
  readonly problems: readonly string[]
}

/**
 * The halves must agree on these. Source: "Enable passwordless security key sign-in to on-premises resources",
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises
 */
const pairs = [
  { here: 'Id', cloud: 'CloudId', what: 'id' },
  { here: 'DomainDnsName', cloud: 'CloudDomainDnsName', what: 'domain name' },
  { here: 'KeyVersion', cloud: 'CloudKeyVersion', what: 'key version' },
  { here: 'KeyUpdatedOn', cloud: 'CloudKeyUpdatedOn', what: 'key date' },
] as const

/**
 * Newer cultures put narrow blanks before AM and PM, and a table may break a line at a blank; names compare without
 * case. Both dates were printed by one PC in one culture, so equal moments are equal texts and nothing is guessed.
 */
const comparable = (value: string) => value.replace(/\s+/g, '').toLowerCase()

const cloudKeys = pairs.map(({ cloud }) => cloud)

interface Comparison {
  readonly agrees: YesNo
  readonly problem: string | null
}

const comparePair = (
  values: KerberosServerValues,
  { here, cloud, what }: (typeof pairs)[number],
  cutKey: KerberosServerKey | null,
): Comparison => {
  const [local, remote] = [values.get(here) ?? '', values.get(cloud) ?? '']
  if (local === '') return { agrees: 'unknown', problem: `The on-premises ${what} (${here}) is not in the text.` }
  const isCut = cloud === cutKey && comparable(local).startsWith(comparable(remote)) && local.length > remote.length
  if (!values.has(cloud) || isCut)
    return { agrees: 'unknown', problem: `The ${what} in the cloud (${cloud}) is not in the text.` }
  if (isHidden(local) || isHidden(remote))
    return { agrees: 'unknown', problem: `The ${what} is hidden in the text, so it cannot be compared.` }
  if (remote === '') return { agrees: 'no', problem: `The ${what} in the cloud (${cloud}) is empty.` }
  if (comparable(local) === comparable(remote)) return { agrees: 'yes', problem: null }
  return { agrees: 'no', problem: `The ${what} differs: ${local} on-premises, ${remote} in the cloud.` }
}

const compare = (values: KerberosServerValues, cutKey: KerberosServerKey | null) => {
  const compared = pairs.map((pair) => comparePair(values, pair, cutKey))
  const problems = compared.map(({ problem }) => problem).filter((problem) => problem !== null)
  const missingHere = pairs.some(({ here }) => (values.get(here) ?? '') === '')
  const cloudIsEmpty = cloudKeys.every((key) => values.get(key) === '')
  if (missingHere) return { inSync: 'unknown', problems } as const
  if (cloudIsEmpty) {
    const missing = 'The cloud half of the server object is missing: all its fields are empty.'
    return { inSync: 'no', problems: [missing] } as const
  }
  if (compared.some(({ agrees }) => agrees === 'no')) return { inSync: 'no', problems } as const
  return { inSync: compared.every(({ agrees }) => agrees === 'yes') ? 'yes' : 'unknown', problems } as const
}

/** `cutKey`: the value that ended the text, so it may have been cut there. */
export const halvesOf = (values: KerberosServerValues, cutKey: KerberosServerKey | null): KerberosServerHalves => {
  const value = (key: KerberosServerKey) => values.get(key) || null
  return {
    id: value('Id'),
    cloudId: value('CloudId'),
    domain: value('DomainDnsName'),
    cloudDomain: value('CloudDomainDnsName'),
    keyVersion: value('KeyVersion'),
    cloudKeyVersion: value('CloudKeyVersion'),
    keyUpdatedOn: value('KeyUpdatedOn'),
    cloudKeyUpdatedOn: value('CloudKeyUpdatedOn'),
    ...compare(values, cutKey),
  }
}
