import { z } from 'zod'
import { type Intent, paths, roles, tracks } from './intent.ts'
import type { Input, RequestName } from './ipc-contract.ts'
import type { CheckId } from './report.ts'

const shortText = z.string().min(1).max(256)
const checkId: z.ZodType<CheckId> = z.templateLiteral([
  z.string().regex(/^[a-z0-9-]{1,40}$/),
  '.',
  z.string().regex(/^[a-z0-9-]{1,40}$/),
])
const intent: z.ZodType<Intent> = z.strictObject({
  role: z.enum(roles),
  track: z.enum(tracks),
  path: z.enum(paths),
  account: shortText.nullable(),
  peer: shortText.nullable(),
  domain: shortText.nullable(),
})

/** One per request; leaving one out, or letting it drift from the contract, does not compile. */
export const inputs: { readonly [N in RequestName]: z.ZodType<Input<N>> } = {
  welcome: z.null(),
  runChecks: z.strictObject({
    intent,
    machine: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .nullable(),
  }),
  cancelChecks: z.null(),
  openRecording: z.null(),
  openLink: z.strictObject({ check: checkId, index: z.int().min(0).max(50) }),
}
