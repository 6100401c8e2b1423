import { fail, ok } from '../../shared/result.ts'
import { parseTarget } from '../../shared/target-name.ts'
import type { FindSubject } from '../machines.ts'
import type { Handlers } from './dispatch.ts'

/** Asking another PC's listener, one at a time. */
export const createTargetHandlers = (findSubject: FindSubject): Pick<Handlers, 'probeTarget' | 'cancelProbe'> => {
  let current: AbortController | null = null
  return {
    probeTarget: async ({ machine, target: typed, path, adminPorts }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      const target = parseTarget(typed)
      if (!target.ok) return target
      const { probeTarget } = subject.value.asUser
      if (probeTarget === undefined)
        return fail('refused', 'This simulated machine has no network, so it reaches no other PC.')
      // A second question comes from a page that was loaded again, or from somebody who changed their mind.
      current?.abort()
      const asking = new AbortController()
      current = asking
      try {
        return await probeTarget(target.value, { path, adminPorts, signal: asking.signal })
      } finally {
        if (current === asking) current = null
      }
    },

    cancelProbe: async () => {
      const asking = current !== null
      current?.abort()
      return ok(asking)
    },
  }
}
