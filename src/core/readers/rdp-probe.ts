import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  certificateKinds,
  type TargetProbe,
  type TargetProtocol,
  targetOutcomes,
  targetProtocols,
} from '../../shared/target-probe.ts'

const protocol = z.enum(targetProtocols)
const isKnown = (name: string): name is TargetProtocol => protocol.safeParse(name).success
/** Names that are not known here are left out: the others still say what they say. */
const protocols = z.array(z.string()).transform((names) => names.filter(isKnown))

const shape: z.ZodType<TargetProbe> = z.object({
  target: z.string(),
  port: z.int().min(1).max(65535),
  outcome: z.enum(targetOutcomes),
  resolved: z.array(z.string()).catch([]),
  tried: z
    .array(
      z.object({
        requested: protocols,
        selected: protocol.nullable().catch(null),
        failure: z
          .object({ code: z.int(), name: z.string() })
          .nullish()
          .transform((value) => value ?? null),
      }),
    )
    .catch([]),
  accepted: protocols.catch([]),
  certificate: z
    .object({
      subject: z.string(),
      issuer: z.string(),
      notBefore: z.string(),
      notAfter: z.string(),
      kind: z.enum(certificateKinds),
    })
    .nullable()
    .catch(null),
  adminPorts: z
    .array(z.object({ port: z.int(), name: z.string(), state: z.enum(['open', 'refused', 'timeout']) }))
    .optional()
    .catch(undefined),
})

/** The result of a probe of a Remote Desktop listener, as `probe --json` and `inputs/probe.json` write it. */
export const readRdpProbe = (text: string): Result<TargetProbe> => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return fail('unreadable', 'The result of the probe is not valid JSON.')
  }
  const parsed = shape.safeParse(raw)
  return parsed.success
    ? ok(parsed.data)
    : fail('unreadable', 'The result of the probe does not have the expected form.')
}
