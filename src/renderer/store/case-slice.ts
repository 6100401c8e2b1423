import type { StateCreator } from 'zustand'
import type { Wish } from '../../shared/case-words.ts'
import { defaultIntent, type Intent, type Path } from '../../shared/intent.ts'
import type { SimulatedMachine } from '../../shared/ipc-contract.ts'

/** What stands in the form, as typed. */
export interface CaseForm {
  readonly role: Intent['role']
  readonly track: Intent['track']
  readonly path: Path
  readonly account: string
  readonly peer: string
  readonly domain: string
  /** A simulated machine's name; null asks this PC. */
  readonly machine: string | null
}
export type TextField = 'account' | 'peer' | 'domain'

export interface CaseSlice {
  readonly form: CaseForm
  readonly choose: (wish: Wish) => void
  readonly type: (field: TextField, text: string) => void
  readonly choosePath: (path: Path) => void
  /** Takes over the case this machine is usually asked about. */
  readonly chooseMachine: (machine: SimulatedMachine) => void
  readonly takeCase: (machine: string | null, intent: Intent) => void
}

const emptyForm: CaseForm = { ...defaultIntent, account: '', peer: '', domain: '', machine: null }

const wishes = {
  connects: { role: 'client', track: 'rdp' },
  'is-target': { role: 'server', track: 'rdp' },
  'security-key': { role: 'client', track: 'security-key' },
} as const

export const createCaseSlice: StateCreator<CaseSlice> = (set) => {
  const change = (part: Partial<CaseForm>) => set(({ form }) => ({ form: { ...form, ...part } }))
  const takeCase = (machine: string | null, { role, track, path, account, peer, domain }: Intent) =>
    set({ form: { role, track, path, account: account ?? '', peer: peer ?? '', domain: domain ?? '', machine } })
  return {
    form: emptyForm,
    choose: (wish) => change(wishes[wish]),
    type: (field, text) => change({ [field]: text }),
    choosePath: (path) => change({ path }),
    chooseMachine: ({ name, intent }) => takeCase(name, intent),
    takeCase,
  }
}
