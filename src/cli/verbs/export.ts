import { buildExport } from '../../core/exports/build-export.ts'
import { parseAccount } from '../../shared/account-name.ts'
import {
  credentialForms,
  type ExportKind,
  exportKinds,
  type HandOverOrder,
  handOverSettings,
  kerberosActions,
  type SettingKind,
} from '../../shared/hand-over.ts'
import { checked, choice, type Parsed } from '../options.ts'
import { Stop, usageError, type Verb } from '../verb.ts'
import { written } from './written.ts'

const settingOrder = (kind: SettingKind, parsed: Parsed): HandOverOrder => {
  const fixes = handOverSettings.map(({ fix }) => fix)
  return { kind, fix: choice(parsed, 'fix', fixes, 'pku2u.enable') }
}

const kerberosServerOrder = (parsed: Parsed): HandOverOrder => {
  const account = checked(parsed, 'account', parseAccount)
  const credentials = choice(
    parsed,
    'credentials',
    credentialForms,
    account === null ? 'all-prompts' : 'upn-domain-prompt',
  )
  if (account !== null && !credentials.startsWith('upn'))
    throw usageError(`--account has no meaning with --credentials ${credentials}.`)
  return {
    kind: 'kerberos-server',
    action: choice(parsed, 'action', [...kerberosActions, 'all'] as const, 'all'),
    credentials,
    domains: parsed.option('domain')?.split(',') ?? [],
    account,
  }
}

/** Options that only one of the two families of kinds understands. */
const onlyFor = { settings: ['fix'], 'kerberos-server': ['action', 'credentials', 'domain', 'account'] } as const

const orderOf = (kind: ExportKind, parsed: Parsed): HandOverOrder => {
  const foreign = onlyFor[kind === 'kerberos-server' ? 'settings' : 'kerberos-server'].find(
    (name) => parsed.option(name) !== null,
  )
  if (foreign !== undefined) throw usageError(`--${foreign} has no meaning for "export ${kind}".`)
  return kind === 'kerberos-server' ? kerberosServerOrder(parsed) : settingOrder(kind, parsed)
}

export const exportVerb: Verb = {
  name: 'export',
  usage: 'KIND',
  summary: `writes a file for other machines: ${exportKinds.join(', ')}`,
  options: ['out', 'fix', 'action', 'credentials', 'domain', 'account'],
  flags: ['force'],
  words: [1, 1],
  run: async (parsed) => {
    const [word = ''] = parsed.words
    const kind = exportKinds.find((each) => each === word)
    if (kind === undefined) throw usageError(`There is no export "${word}". Use one of: ${exportKinds.join(', ')}.`)
    const files = buildExport(orderOf(kind, parsed))
    if (!files.ok) throw new Stop(files.fault)
    return written(files.value, parsed)
  },
}
