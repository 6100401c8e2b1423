import type { Finding, FixId } from '../../../shared/report.ts'

/** What a person does by hand. `set` is a registry value; its key stands in the finding's evidence. */
type Words = { readonly set: string; readonly to: string } | { readonly text: string }

const words: Readonly<Record<string, Words>> = {
  'pku2u.enable': { set: 'AllowOnlineID', to: '1 (REG_DWORD)' },
  'pku2u.block': { set: 'AllowOnlineID', to: '0 (REG_DWORD)' },
  'pku2u.clear': { text: 'Remove the value AllowOnlineID.' },
  'rdp.enable': { text: 'Turn on Settings › System › Remote Desktop.' },
  'rdp.require-nla': {
    text: 'In Settings › System › Remote Desktop, require devices to use Network Level Authentication.',
  },
  'rdp.allow-firewall': {
    text: 'In Windows Defender Firewall, turn on the built-in Remote Desktop rules for the Domain and Private profiles.',
  },
  'rdp.add-user': { text: 'In Settings › System › Remote Desktop › Remote Desktop users, add the account.' },
  'security-key.enable-sign-in': { text: 'Turn on security key sign-in for Windows.' },
  'security-key.clear-ntlm-override': { text: 'Remove the value that overrides NTLM for security keys.' },
}

export interface Step {
  readonly text: string
  /** The exact key to go to, when the step is a registry value. */
  readonly where: string | null
}

const stepOf = (fix: FixId, { evidence }: Finding): Step | null => {
  const found = Object.hasOwn(words, fix) ? words[fix] : undefined
  if (found === undefined) return null
  const key = evidence.find(({ source }) => source === 'registry')?.where ?? null
  if ('text' in found) return { text: found.text, where: null }
  return { text: `Set ${found.set} to ${found.to}`, where: key }
}

export const stepsByHand = (finding: Finding): readonly Step[] =>
  finding.fixes.map((fix) => stepOf(fix, finding)).filter((step) => step !== null)
