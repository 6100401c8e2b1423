import { parseAccount, windowsForm } from '../../shared/account-name.ts'
import { parseDomain } from '../../shared/domain-name.ts'
import { parseHost } from '../../shared/host-name.ts'
import type { CaseForm, TextField } from './case-slice.ts'
import type { RunRequest } from './checks-slice.ts'

export type FieldAnswer =
  | { readonly state: 'empty' }
  /** `shown`: the form Windows wants, where it is not what was typed. */
  | { readonly state: 'valid'; readonly value: string; readonly shown: string | null }
  | { readonly state: 'invalid'; readonly message: string }

const parsers = { account: parseAccount, peer: parseHost, domain: parseDomain } as const

const read = (field: TextField, text: string): FieldAnswer => {
  const parsed = parsers[field](text)
  return parsed.ok
    ? { state: 'valid', value: parsed.value, shown: field === 'account' ? windowsForm(parsed.value) : null }
    : { state: 'invalid', message: parsed.fault.message }
}

/** Every field may stay empty. */
export const readField = (field: TextField, text: string): FieldAnswer =>
  text.trim() === '' ? { state: 'empty' } : read(field, text)

/** What to ask for; null while a field says something that cannot be used. */
export const requestOf = ({ role, track, path, machine, ...texts }: CaseForm): RunRequest | null => {
  const account = readField('account', texts.account)
  const peer = readField('peer', texts.peer)
  const domain = readField('domain', texts.domain)
  if ([account, peer, domain].some(({ state }) => state === 'invalid')) return null
  const use = (answer: FieldAnswer) => (answer.state === 'valid' ? answer.value : null)
  return {
    intent: { role, track, path, account: use(account), peer: use(peer), domain: use(domain) },
    machine,
  }
}
