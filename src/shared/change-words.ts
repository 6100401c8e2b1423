/** A change as it stands in a plan, a receipt or the journal: JSON of a kind this may not know. */
interface RawChange {
  readonly kind: string
  readonly spec: unknown
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null
const field = (raw: unknown, name: string): unknown => (isObject(raw) ? raw[name] : undefined)
const text = (raw: unknown): string => (typeof raw === 'string' ? raw : '')
const texts = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? raw.filter((each) => typeof each === 'string') : []

const groupNames: Readonly<Record<string, string>> = { 'S-1-5-32-555': 'Remote Desktop Users' }
const longest = 80

const valueWords = (state: unknown): string => {
  const value = field(state, 'value')
  if (Array.isArray(value)) {
    const data = Array.isArray(value[1]) ? value[1].join(', ') : String(value[1])
    return `${data.length > longest ? `${data.slice(0, longest)}…` : data} (${String(value[0])})`
  }
  return texts(field(state, 'missingKeys')).length > 0 ? 'Not set, and no such key' : 'Not set'
}

const firewallWords = (state: unknown): string => {
  const rules = field(state, 'rules')
  if (!Array.isArray(rules)) return `On for ${texts(field(state, 'profiles')).join(' and ')} networks`
  const on = rules.filter((rule) => field(rule, 'enabled') === true).length
  return `${on} of ${rules.length} rules on`
}

/** What a captured, wanted or read-back state is called. Values are shown with their type, as Windows keeps them. */
export const stateWords = ({ kind }: RawChange, state: unknown): string => {
  switch (kind) {
    case 'registry-value':
      return valueWords(state)
    case 'local-group-member':
      return field(state, 'member') === true ? 'Member' : 'Not a member'
    case 'firewall-rule':
      return firewallWords(state)
    default:
      return JSON.stringify(state) ?? ''
  }
}

/** What is changed, and where it is. */
export const placeWords = ({ kind, spec }: RawChange): { readonly name: string; readonly where: string } => {
  switch (kind) {
    case 'registry-value':
      return { name: text(field(spec, 'name')), where: text(field(spec, 'key')) }
    case 'local-group-member': {
      const group = text(field(spec, 'group'))
      return { name: text(field(spec, 'account')), where: `${groupNames[group] ?? 'Local group'} (${group})` }
    }
    case 'firewall-rule':
      return { name: 'Remote Desktop rules', where: `Windows Defender Firewall, ${text(field(spec, 'group'))}` }
    default:
      return { name: kind, where: '' }
  }
}
