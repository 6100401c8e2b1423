import type { HandOverFix } from '../../shared/hand-over.ts'
import type { RegistrySetting } from './registry-setting.ts'

interface Baseline {
  readonly lead: string | null
  readonly list: readonly string[]
  readonly remark: string
}

interface Facts {
  readonly why: readonly string[]
  readonly baseline: Baseline
  readonly owner: string
}

export const pku2uPolicy =
  'Network security: Allow PKU2U authentication requests to this computer to use online identities'

/** Sources: the audit files of the CIS benchmarks and the DISA STIGs. */
const blocking = [
  'CIS benchmarks for Windows 10, 11 and Server, 2.3.11.3 (Disabled)',
  'CIS benchmark for Intune, 49.22 (Block)',
  'DISA STIG Windows 10, WN10-SO-000185 / V-220935',
  'DISA STIG Windows 11, WN11-SO-000185 / V-253459',
]
const noBaseline: Baseline = {
  lead: null,
  list: [],
  remark: 'No published baseline for this value is known to PKU2U Doctor: compare it with your own.',
}
const pku2uOwner =
  'Where a group policy or an MDM policy sets it, change it there: the policy writes its own value back.'
const onPremisesOnly = [
  'Only for estates where every sign-in is on-premises. Remote Desktop between PCs that are joined to Microsoft Entra ID',
  'then fails.',
]

/** In ASCII, because Windows PowerShell 5.1 reads a script without a mark in the code page of the PC. */
const facts: Readonly<Record<HandOverFix, Facts>> = {
  'pku2u.enable': {
    why: [
      'Remote Desktop with Microsoft Entra accounts needs PKU2U on both PCs: the one that connects and the one that is',
      'connected to. A PC that is only joined to an on-premises domain should not have it.',
      `Group Policy calls it "${pku2uPolicy}".`,
    ],
    baseline: {
      lead: 'Departs from',
      list: blocking,
      remark: 'Microsoft recommends it enabled for PCs joined to Microsoft Entra ID.',
    },
    owner: pku2uOwner,
  },
  'pku2u.block': {
    why: onPremisesOnly,
    baseline: {
      lead: 'Agrees with',
      list: blocking,
      remark: 'Departs from what Microsoft recommends for Microsoft Entra joined PCs.',
    },
    owner: pku2uOwner,
  },
  'pku2u.clear': {
    why: ['Leaves the setting to the default of Windows, which differs by edition and join.', ...onPremisesOnly],
    baseline: { lead: 'Departs from', list: blocking, remark: 'They want the value 0 rather than none.' },
    owner: pku2uOwner,
  },
  'rdp.enable': {
    why: ['Lets other PCs connect to this one. The firewall rules of Remote Desktop are not touched.'],
    baseline: noBaseline,
    owner: 'A group policy that turns Remote Desktop off wins over this value.',
  },
  'rdp.require-nla': {
    why: ['Asks for Network Level Authentication before a session starts.'],
    baseline: noBaseline,
    owner: 'A group policy for Network Level Authentication wins over this value.',
  },
  'security-key.enable-sign-in': {
    why: ['The value of the group policy "Turn on security key sign-in": security keys show on the sign-in screen.'],
    baseline: noBaseline,
    owner: 'Intune has a value of its own for the same thing.',
  },
  'security-key.clear-ntlm-override': {
    why: [
      'KeyListReqSupportOverride = 0 keeps security key sign-in away from NTLM resources; none lets it reach them.',
    ],
    baseline: noBaseline,
    owner: 'Domain controllers must be able to answer: Windows Server 2016 or later, fully patched.',
  },
}

const restartWords: Readonly<Record<RegistrySetting['restart'], string>> = {
  required: 'Restart the PC afterwards: a PC that others connect to needs it, for one that connects it is advised.',
  none: 'No restart is needed.',
}

const whatItDoes = ({ key, name, data }: RegistrySetting): string =>
  data === null ? `Removes ${name} from ${key}.` : `Sets ${name} = ${data} (REG_DWORD) in ${key}.`

/** What everybody who gets the file must know before using it. */
export const settingNotes = (setting: RegistrySetting) => ({
  what: [whatItDoes(setting), 'No other value is touched.', ...facts[setting.fix].why],
  baseline: facts[setting.fix].baseline,
  /** Whoever else may write this value, the restart, and warnings of the fix. */
  mind: [facts[setting.fix].owner, restartWords[setting.restart], ...setting.warnings],
})

/** The notes as lines for a comment; `putBack` says how, in this form. */
export const noteLines = (setting: RegistrySetting, putBack: readonly string[]): readonly string[] => {
  const { what, baseline, mind } = settingNotes(setting)
  const { lead, list, remark } = baseline
  const listed = lead === null ? [] : [`${lead}:`, ...list.map((line) => `* ${line}`)]
  return [...what, '', ...listed, remark, '', ...mind, '', ...putBack]
}
