import { defaultIntent } from '../../shared/intent.ts'
import { groupPolicyHolder, type Holder, mdmHolder } from '../facts/policy-owner.ts'
import { openRecording } from '../recording/open-recording.ts'
import { collect } from '../windows/collect.ts'
import type { Host } from '../windows/host.ts'
import { askOf } from './ask.ts'

export interface Owner {
  readonly kind: 'none' | 'group-policy' | 'mdm' | 'unknown'
  readonly name: string | null
  /** It holds 0, so a change made here would not last. */
  readonly blocks: boolean
}

/** Who decides AllowOnlineID, asked anew with the rights of this process. A policy that holds 0 comes first. */
export const lookUpOwner = async (host: Host): Promise<Owner> => {
  const wanted = {
    commands: groupPolicyHolder.commands ?? [],
    keys: mdmHolder.keys ?? [],
    trees: [],
  }
  const recorded = await collect(host, wanted, { intent: defaultIntent, now: () => new Date() })
  const ask = askOf(openRecording(recorded), defaultIntent, new Date())
  const answers = [ask(groupPolicyHolder), ask(mdmHolder)]
  const holders = answers.flatMap((answer): Holder[] => (answer.ok && answer.value !== null ? [answer.value] : []))
  const holder = holders.find(({ value }) => value === 0) ?? holders[0]
  if (holder !== undefined) return { kind: holder.kind, name: holder.name, blocks: holder.value === 0 }
  return { kind: answers.every((answer) => answer.ok) ? 'none' : 'unknown', name: null, blocks: false }
}
