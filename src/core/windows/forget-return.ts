import type { Pc } from '../engine/pc.ts'
import type { ReturnMemory } from './return-memory.ts'

/** No restart is to be come back from any more: Windows starts nothing, and no case is kept. `memory` null: nothing is kept. */
export const forgetReturn = async ({ comeBack }: Pick<Pc, 'comeBack'>, memory: ReturnMemory | null): Promise<void> => {
  comeBack?.forget()
  await memory?.forget()
}
