import { z } from 'zod'
import type { Result } from '../../shared/result.ts'
import { readJsonList } from './json-output.ts'

/** A member of a local group. */
export interface GroupMember {
  readonly sid: string
  /** `AzureAD\AdeleVance`, `PC-0417\admin`; null when Windows could not resolve the SID. */
  readonly name: string | null
  /** `user` or `group`, when the script could tell. */
  readonly kind: string | null
}

const text = z
  .string()
  .nullish()
  .transform((value) => value || null)

const sid = z.string().min(1)

const shape = z.array(
  z.object({
    // PowerShell writes a SecurityIdentifier as an object when nobody made it text.
    sid: z.union([sid, z.object({ Value: sid }).transform(({ Value }) => Value)]),
    name: text,
    kind: text,
  }),
)

export const readGroupMembers = (json: string): Result<readonly GroupMember[]> => readJsonList(json, 'members', shape)
