import { z } from 'zod'
import type { Result } from '../../shared/result.ts'
import { readJsonList } from './json-output.ts'

/**
 * One registry value that Group Policy sets, from root\rsop\computer: class RSOP_RegistryValue for security settings,
 * RSOP_RegistryPolicySetting for those of administrative templates.
 */
export interface RsopEntry {
  /** `MACHINE\System\…\pku2u\AllowOnlineID` */
  readonly path: string
  /** Registry type number; 4 is REG_DWORD. */
  readonly type: number
  readonly data: string
  /** Distinguished name of the policy object; `LocalGPO` for local policy. */
  readonly gpoId: string
  readonly gpoName: string | null
  /** 1 wins. */
  readonly precedence: number
}

const number = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])
const data = z.union([
  z.string(),
  z.number().transform(String),
  z.array(z.union([z.string(), z.number()])).transform((parts) => parts.join(',')),
])

const shape = z.array(
  z.object({
    path: z.string().min(1),
    type: number,
    data,
    gpoId: z.string(),
    gpoName: z
      .string()
      .nullish()
      .transform((name) => name || null),
    precedence: number,
  }),
)

export const readPolicyResult = (text: string): Result<readonly RsopEntry[]> => readJsonList(text, 'rsop', shape)
