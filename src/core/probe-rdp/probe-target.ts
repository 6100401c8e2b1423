import type { Path } from '../../shared/intent.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Target } from '../../shared/target-name.ts'
import type {
  TargetCertificate,
  TargetOutcome,
  TargetProbe,
  TargetProtocol,
  TargetTry,
} from '../../shared/target-probe.ts'
import type { AskTarget } from '../windows/host.ts'
import { askAdminPorts } from './admin-ports.ts'
import { askListener, type ListenerAnswer } from './ask-listener.ts'
import { connectFirst } from './connect-first.ts'
import { type Lookup, resolveHost, systemLookup } from './resolve-host.ts'
import { shownCertificate } from './shown-certificate.ts'

/**
 * Milliseconds for all of a probe, for one answer of a connected listener, and for its certificate. A command with a
 * probe ends within three seconds, and Windows needs two of them to tell that a port is closed.
 */
export const probeLimits = { whole: 2_400, answer: 1_500, certificate: 800 } as const

export interface ProbeOptions extends AskTarget {
  /** The clock: a signal that ends what it is given to after so many milliseconds. */
  readonly after?: (milliseconds: number) => AbortSignal
  readonly lookup?: Lookup
}

/** At most three, one connection each: a listener names one protocol for each request. */
const requestsOf = (path: Path): readonly (readonly TargetProtocol[])[] => [
  ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS'],
  ...(path === 'web' ? [['RDSAAD'] as const] : []),
  ['SSL'],
]

const failedOutcomes = { closed: 'refused', silent: 'timeout', 'not-rdp': 'not-rdp' } as const
const outcomeOf = ({ state }: ListenerAnswer): TargetOutcome => (state === 'confirmed' ? 'ok' : failedOutcomes[state])

const clock = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds)

interface Way {
  readonly port: number
  readonly path: Path
  /** Ends all of it. */
  readonly stop: AbortSignal
  /** Ends a part of it, or all of it when that comes first. */
  readonly within: (milliseconds: number) => AbortSignal
}

interface Asked {
  readonly outcome: TargetOutcome
  readonly tried: readonly TargetTry[]
  readonly certificate: TargetCertificate | null
}

/** Each request in turn, until something other than a listener answers or time is up. */
const askInTurn = async (addresses: readonly string[], { port, path, stop, within }: Way): Promise<Asked> => {
  const tried: TargetTry[] = []
  let outcome: TargetOutcome | null = null
  let certificate: Promise<TargetCertificate | null> | null = null
  let reachable = addresses
  for (const requested of requestsOf(path)) {
    const connected = await connectFirst(reachable, port, stop)
    if (typeof connected === 'string') {
      outcome ??= connected
      break
    }
    const { socket, address } = connected
    reachable = [address]
    const answer = await askListener(socket, requested, within(probeLimits.answer))
    if (outcome !== 'ok') outcome = outcomeOf(answer)
    if (answer.state === 'confirmed') {
      const { selected, failure } = answer
      tried.push({ requested, selected, failure })
      const takesTls = selected !== null && selected !== 'RDP'
      if (takesTls && certificate === null) {
        certificate = shownCertificate(socket, within(probeLimits.certificate))
        await certificate
      }
    } else tried.push({ requested, selected: null, failure: null })
    socket.destroy()
    if (answer.state === 'silent' || answer.state === 'not-rdp') break
  }
  return { outcome: outcome ?? 'timeout', tried, certificate: await certificate }
}

/**
 * Asks a Remote Desktop listener what it offers: resolves its name, connects, sends connection requests and reads the
 * certificate. No credentials and no user name leave this PC, and nothing that was agreed on is carried on.
 */
export const probeTarget = async ({ host, port }: Target, options: ProbeOptions): Promise<Result<TargetProbe>> => {
  const { path, signal, after = clock, lookup = systemLookup } = options
  const limit = after(probeLimits.whole)
  const stop = signal === undefined ? limit : AbortSignal.any([limit, signal])
  const within = (milliseconds: number) => AbortSignal.any([stop, after(milliseconds)])
  const resolved = await resolveHost(host, lookup, stop)
  const isThere = resolved.length > 0
  const [{ outcome, tried, certificate }, adminPorts] = await Promise.all([
    isThere
      ? askInTurn(resolved, { port, path, stop, within })
      : ({ outcome: 'no-name', tried: [], certificate: null } as const),
    options.adminPorts === true ? askAdminPorts(resolved, stop) : null,
  ])
  if (signal?.aborted === true) return fail('cancelled', 'The probe was cancelled.')
  const accepted = [...new Set(tried.flatMap(({ selected }) => (selected === null ? [] : [selected])))]
  return ok({
    target: host,
    port,
    outcome,
    resolved,
    tried,
    accepted,
    certificate,
    ...(adminPorts === null ? {} : { adminPorts }),
  })
}
