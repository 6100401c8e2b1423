import type { Receipt } from '../../shared/receipt.ts'
import type { Result } from '../../shared/result.ts'
import type { Agreed, Pc } from '../engine/pc.ts'
import { finishChangeSet } from '../engine/perform-finish.ts'
import { performFix } from '../engine/perform-fix.ts'
import { performUndo } from '../engine/perform-undo.ts'

/** Does what was agreed to, with every plan made anew from the product's own list. */
export const performAgreed = (pc: Pc, agreed: Agreed, id: string): Promise<Result<Receipt>> => {
  switch (agreed.do) {
    case 'fix': {
      const { ids, parameters, role, evenIfManaged, token } = agreed
      return performFix(pc, { ids, parameters, role, evenIfManaged }, token, id)
    }
    case 'undo':
      return performUndo(pc, agreed.id, agreed.token)
    case 'finish':
      return finishChangeSet(pc, agreed.id)
  }
}
