import type { Intent } from '../../shared/intent.ts'
import type { Facts, Finding, Status, Verdict, VerdictState } from '../../shared/report.ts'
import { decidingIds, unsupportedIds } from './deciding.ts'
import { nextSteps } from './next-steps.ts'

const stateOf = (findings: readonly Finding[], facts: Facts, intent: Intent): VerdictState => {
  const status = (id: string): Status | null => findings.find((finding) => finding.id === id)?.status ?? null
  const fails = findings.filter((finding) => finding.status === 'fail' && finding.id !== 'pku2u.restart')
  if (fails.some(({ id }) => unsupportedIds.has(id))) return 'unsupported'
  if (status('pku2u.owner') === 'fail') return 'managed'
  if (fails.some((finding) => finding.fixes.length === 0)) return 'action'
  if (fails.length > 0) return 'fixable'
  const isHybridClient = facts.join.state === 'hybrid-joined' && facts.os.isServer === false
  if (status('pku2u.setting') === 'warn' && isHybridClient) return 'fixable'
  const restart = status('pku2u.restart')
  if (restart === 'warn' || restart === 'fail') return 'restart'
  const deciding = decidingIds(intent)
  if (findings.some((finding) => finding.status === 'unknown' && deciding.has(finding.id))) return 'unknown'
  return 'ready'
}

const nouns = { client: 'this PC can connect to another one', server: 'another PC can connect to this one' } as const

const headlineOf = (state: VerdictState, findings: readonly Finding[], facts: Facts, intent: Intent): string => {
  const { role, track } = intent
  const goal = track === 'security-key' ? 'a security key can sign in here' : nouns[role]
  const failed = findings.filter(({ status }) => status === 'fail').length
  const count = `${failed} ${failed === 1 ? 'thing stands' : 'things stand'} in the way`
  switch (state) {
    case 'ready':
      return findings.some(({ status }) => status === 'warn' || status === 'unknown')
        ? `Ready as far as could be seen: ${goal}. Read the notes below.`
        : `Ready: ${goal}.`
    case 'fixable':
      return failed === 0
        ? 'PKU2U should be allowed here to be sure.'
        : `${count}, and ${failed === 1 ? 'it' : 'each'} can be fixed on this PC.`
    case 'action':
      return `${count} that somebody has to act on.`
    case 'managed':
      return `${facts.pku2u.ownerName ?? 'A policy'} blocks PKU2U on this PC. A change made here would not last.`
    case 'restart':
      return role === 'server'
        ? 'A restart is needed: this PC takes the change over when it restarts.'
        : 'A restart is advised: PKU2U was changed since Windows started.'
    case 'unsupported':
      return track === 'security-key' ? 'A security key cannot serve this.' : 'This Windows cannot do it.'
    case 'unknown':
      return 'Not enough could be read for an answer.'
  }
}

/** One verdict from all findings: the first rule that holds. */
export const verdictOf = (findings: readonly Finding[], facts: Facts, intent: Intent): Verdict => {
  const state = stateOf(findings, facts, intent)
  return {
    state,
    headline: headlineOf(state, findings, facts, intent),
    next: nextSteps(state, findings, facts, intent),
  }
}
