import type { Evidence } from '../../shared/report.ts'
import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { keys } from './keys.ts'
import { text } from './values.ts'

/** Traces of a join in the registry: worth showing where dsregcmd did not answer, never taken as the answer. */
export const joinHints = defineProbe<readonly Evidence[]>({
  id: 'join-hints',
  trees: [keys.cloudJoinInfo],
  keys: [keys.tcpip],
  read: ({ recording }) => {
    const hints: Evidence[] = []
    if (recording.registry.knownSubkeys(keys.cloudJoinInfo).length > 0)
      hints.push({ source: 'registry', where: keys.cloudJoinInfo, what: 'A Microsoft Entra join is recorded here.' })
    const domain = recording.registry.value(keys.tcpip, 'Domain')
    const name = domain.ok ? text(domain.value) : null
    if (name !== null) hints.push({ source: 'registry', where: keys.tcpip, what: `The primary DNS domain is ${name}.` })
    return ok(hints)
  },
})
