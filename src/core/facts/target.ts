import { ok } from '../../shared/result.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import { defineProbe } from '../engine/probe.ts'
import { readRdpProbe } from '../readers/rdp-probe.ts'

/** What the other PC's listener answered; null when nobody probed it. */
export const probedTarget = defineProbe<TargetProbe | null>({
  id: 'probed-target',
  asksTarget: true,
  read: ({ recording }) => {
    const text = recording.input('probe.json')
    return text === null ? ok(null) : readRdpProbe(text)
  },
})
