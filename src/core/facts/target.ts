import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { type RdpProbe, readRdpProbe } from '../readers/rdp-probe.ts'

/** What the other PC's listener answered; null when nobody probed it. */
export const probedTarget = defineProbe<RdpProbe | null>({
  id: 'probed-target',
  read: ({ recording }) => {
    const text = recording.input('probe.json')
    return text === null ? ok(null) : readRdpProbe(text)
  },
})
