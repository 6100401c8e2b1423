import { fail, type Result } from '../../shared/result.ts'
import { askPowershell } from './ask-powershell.ts'
import { answersTo, folderPartsShape, judgeFolder } from './folder-access.ts'
import type { CommandRunner } from './host.ts'
import { type ownFolders, partsOf } from './windows-places.ts'

/**
 * Makes this product's folders where they are missing and answers whether nobody but an administrator can have put
 * anything into them. Standard users may create folders in ProgramData, so a folder is not trusted by its name.
 */
export const prepareFolders = async (
  runner: CommandRunner,
  { product, journal, tickets }: ReturnType<typeof ownFolders>,
): Promise<Result<void>> => {
  const what = 'The folder of the journal could not be checked, so nothing was written'
  const data = { make: [product, journal, tickets], parts: [...partsOf(journal), tickets] }
  const answer = await askPowershell(runner, 'journal-folder', data, { shape: folderPartsShape, what })
  if (!answer.ok) return answer
  if (!answersTo(data.parts, answer.value.parts)) return fail('unreadable', `${what}: the answer has an unknown form.`)
  return judgeFolder(answer.value.parts, 3)
}
