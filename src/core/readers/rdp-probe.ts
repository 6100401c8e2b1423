import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'

const protocol = z.enum(['RDP', 'SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS', 'RDSAAD'])

const shape = z.object({
  target: z.string(),
  port: z.int().min(1).max(65535),
  outcome: z.enum(['ok', 'no-name', 'refused', 'timeout', 'not-rdp']),
  resolved: z.array(z.string()).catch([]),
  tried: z
    .array(
      z.object({
        requested: z.array(protocol),
        selected: protocol.nullable(),
        failure: z.object({ code: z.int(), name: z.string() }).nullable(),
      }),
    )
    .catch([]),
  accepted: z.array(protocol).catch([]),
})

export type RdpProbe = z.output<typeof shape>

/** The result of a probe of a Remote Desktop listener, as `probe --json` and `inputs/probe.json` write it. */
export const readRdpProbe = (text: string): Result<RdpProbe> => {
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
