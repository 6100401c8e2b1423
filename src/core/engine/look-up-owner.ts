import { defaultIntent } from '../../shared/intent.ts'
import { groupPolicyHolder, mdmHolder } from '../facts/policy-owner.ts'
import { openRecording } from '../recording/open-recording.ts'
import { collect } from '../windows/collect.ts'
import type { Host } from '../windows/host.ts'
import { askOf } from './ask.ts'
import { type Owner, ownerOf } from './owner.ts'

/** Who decides AllowOnlineID, asked anew with the rights of this process. */
export const lookUpOwner = async (host: Host): Promise<Owner> => {
  const wanted = {
    commands: groupPolicyHolder.commands ?? [],
    keys: mdmHolder.keys ?? [],
    trees: [],
  }
  const recorded = await collect(host, wanted, { intent: defaultIntent, now: () => new Date() })
  const ask = askOf(openRecording(recorded), defaultIntent, new Date())
  return ownerOf(ask)
}
