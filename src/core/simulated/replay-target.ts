import { fail, ok } from '../../shared/result.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import type { Host } from '../windows/host.ts'

/** Answers for the one PC that a simulated machine knows, without a network. */
export const replayTarget =
  (known: TargetProbe): NonNullable<Host['probeTarget']> =>
  async ({ host, port }, options) => {
    const { adminPorts, ...probe } = known
    return host.toLowerCase() === probe.target.toLowerCase() && port === probe.port
      ? ok(options.adminPorts === true ? known : probe)
      : fail('not-asked', `Simulated machines have no network. This one knows ${known.target} alone.`)
  }
