import type { Intent } from '../../shared/intent.ts'
import type { KeyPath } from '../recording/recording.ts'
import type { Host } from './host.ts'

export const tcpipParameters: KeyPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'

/** One word that nltest can take behind a colon: no blanks, quotes, slashes or switches of its own. */
const domainName = /^[^\s"'/\\:*?<>|,;\u0000-\u001f]{1,255}$/u

export const plainDomain = (text: string | null): string | null =>
  text !== null && domainName.test(text.trim()) ? text.trim() : null

/** The domain Windows itself belongs to, as far as it can be told without starting anything; null on most Entra PCs. */
export const domainOfThisPc = (host: Host): string | null => {
  const value = host.registry.value(tcpipParameters, 'Domain')
  const set = value.ok && value.value !== null && typeof value.value[1] === 'string' ? value.value[1] : null
  return plainDomain(set) ?? plainDomain(host.environment().userDnsDomain)
}

/** `--domain` names one even for a PC that has none; a name that cannot be one asks nobody, rather than another domain. */
export const domainToAsk = (intent: Intent, ofThisPc: string | null): string | null | 'ask-dsregcmd' =>
  intent.domain !== null ? plainDomain(intent.domain) : (ofThisPc ?? 'ask-dsregcmd')
