import type { YesNo } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { listObjects } from './list-objects.ts'

/** What `Get-AzureADKerberosServer` says of the server object, on-premises and in the cloud. Values as printed. */
export interface KerberosServer {
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

const keys = [
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
type Key = (typeof keys)[number]

/** Printed by this cmdlet only. */
const telling: readonly Key[] = [
  'KeyVersion',
  'KeyUpdatedOn',
  'CloudDomainDnsName',
  'CloudKeyVersion',
  'CloudKeyUpdatedOn',
]

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

/** Newer cultures put narrow blanks before AM and PM; names compare without case. */
const comparable = (value: string) => value.replace(/\s+/g, ' ').toLowerCase()

type Values = ReadonlyMap<Key, string>

const cloudKeys = pairs.map(({ cloud }) => cloud)

interface Comparison {
  readonly agrees: YesNo
  readonly problem: string | null
}

const comparePair = (values: Values, { here, cloud, what }: (typeof pairs)[number], cutKey: Key | null): Comparison => {
  const [local, remote] = [values.get(here) ?? '', values.get(cloud) ?? '']
  if (local === '') return { agrees: 'unknown', problem: `The on-premises ${what} (${here}) is not in the text.` }
  const isCut = cloud === cutKey && comparable(local).startsWith(comparable(remote)) && local.length > remote.length
  if (!values.has(cloud) || isCut)
    return { agrees: 'unknown', problem: `The ${what} in the cloud (${cloud}) is not in the text.` }
  if (remote === '') return { agrees: 'no', problem: `The ${what} in the cloud (${cloud}) is empty.` }
  if (comparable(local) === comparable(remote)) return { agrees: 'yes', problem: null }
  return { agrees: 'no', problem: `The ${what} differs: ${local} on-premises, ${remote} in the cloud.` }
}

const compare = (values: Values, cutKey: Key | null): { inSync: YesNo; problems: string[] } => {
  const compared = pairs.map((pair) => comparePair(values, pair, cutKey))
  const problems = compared.map(({ problem }) => problem).filter((problem) => problem !== null)
  const missingHere = pairs.some(({ here }) => (values.get(here) ?? '') === '')
  const cloudIsEmpty = cloudKeys.every((key) => values.get(key) === '')
  if (missingHere) return { inSync: 'unknown', problems }
  if (cloudIsEmpty)
    return { inSync: 'no', problems: ['The cloud half of the server object is missing: all its fields are empty.'] }
  if (compared.some(({ agrees }) => agrees === 'no')) return { inSync: 'no', problems }
  return { inSync: compared.every(({ agrees }) => agrees === 'yes') ? 'yes' : 'unknown', problems }
}

const tellingInText = new RegExp(telling.join('|'), 'i')

export const readKerberosServer = (text: string): Result<KerberosServer> => {
  const { objects, cutKey } = listObjects(tellingInText.test(text) ? text : '', keys)
  const found = objects.filter((object) => telling.some((key) => object.has(key)))
  const [values] = found
  if (values === undefined)
    return fail(
      'unreadable',
      'This is not the output of Get-AzureADKerberosServer: it holds no list with KeyVersion and CloudKeyVersion.',
    )
  const { inSync, problems } = compare(values, found.length === 1 ? cutKey : null)
  const others = found.slice(1).filter((other) => telling.some((key) => other.get(key) !== values.get(key)))
  const value = (key: Key) => values.get(key) || null
  return ok({
    id: value('Id'),
    cloudId: value('CloudId'),
    domain: value('DomainDnsName'),
    cloudDomain: value('CloudDomainDnsName'),
    keyVersion: value('KeyVersion'),
    cloudKeyVersion: value('CloudKeyVersion'),
    keyUpdatedOn: value('KeyUpdatedOn'),
    cloudKeyUpdatedOn: value('CloudKeyUpdatedOn'),
    inSync,
    problems:
      others.length > 0
        ? [...problems, `The text holds ${others.length + 1} server objects; only the first one was read.`]
        : problems,
  })
}
