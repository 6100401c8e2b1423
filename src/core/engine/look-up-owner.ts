import { defaultIntent } from '../../shared/intent.ts'
import { openRecording } from '../recording/open-recording.ts'
import { collect } from '../windows/collect.ts'
import type { Host } from '../windows/host.ts'
import { askOf } from './ask.ts'
import type { OwnedSetting } from './owned-setting.ts'
import { type Owner, ownerOf } from './owner.ts'

/** A setting and who decides it. */
export interface Ownership {
  readonly setting: OwnedSetting
  readonly owner: Owner
}

/** Who decides these settings, asked anew with the rights of this process. Without settings nothing is asked. */
export const lookUpOwners = async (host: Host, settings: readonly OwnedSetting[]): Promise<readonly Ownership[]> => {
  if (settings.length === 0) return []
  const probes = settings.flatMap(({ groupPolicy, mdm }) => [groupPolicy, mdm])
  const wanted = {
    commands: probes.flatMap(({ commands }) => commands ?? []),
    keys: probes.flatMap((probe) => probe.keys ?? []),
    trees: [],
  }
  const recorded = await collect(host, wanted, { intent: defaultIntent, now: () => new Date() })
  const ask = askOf(openRecording(recorded), defaultIntent, new Date())
  return settings.map((setting) => ({ setting, owner: ownerOf(ask, setting) }))
}
