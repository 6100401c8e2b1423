import type { Intent } from '../../shared/intent.ts'

/** While one of these fails, nothing else that is done on this PC leads anywhere. */
export const unsupportedIds: ReadonlySet<string> = new Set(['os.supported', 'security-key.scenario'])

/** Findings without which "ready" would be a guess. */
export const decidingIds = (intent: Intent): ReadonlySet<string> => {
  const always = ['os.supported', 'join.state']
  if (intent.track === 'security-key')
    return new Set([
      ...always,
      'context.user',
      ...['os', 'join', 'sign-in', 'dc-keylist', 'cloud-tgt'].map((name) => `security-key.${name}`),
    ])
  const settings = [...always, 'pku2u.setting', 'pku2u.owner']
  return new Set(
    intent.role === 'client'
      ? [...settings, 'context.user', 'account.identity', ...(intent.peer === null ? [] : ['network.target'])]
      : [...settings, 'rdp.enabled', 'rdp.firewall', ...(intent.account === null ? [] : ['rdp.membership'])],
  )
}
