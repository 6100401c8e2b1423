import { type KerberosAction, type KerberosServerOrder, kerberosActions } from '../../../shared/hand-over.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ExportFile } from '../export-file.ts'
import { commentBlock } from '../powershell-script.ts'
import { checkOrder } from './check-order.ts'
import { commandLines, preparation } from './commands.ts'
import { actionNotes, generalNotes, moduleLines } from './notes.ts'

/** Microsoft’s page shows Remove- with credentials only. */
const removeByName = 'Microsoft’s page shows this command with -CloudCredential and -DomainCredential only.'

const notesOf = (action: KerberosAction, { credentials }: KerberosServerOrder): readonly string[] =>
  action === 'remove' && credentials.startsWith('upn') ? [...actionNotes.remove, removeByName] : actionNotes[action]

const section = (action: KerberosAction, order: KerberosServerOrder): readonly string[] => {
  const lines = commandLines(action, order)
  // In one file with the rest, what changes or ends a working set-up waits to be wanted.
  const waits = order.action === 'all' && (action === 'rotate' || action === 'remove')
  return [
    '',
    ...commentBlock([...notesOf(action, order), ...(waits ? ['To run it, take the # away from:'] : [])]),
    ...(waits ? commentBlock(lines) : lines),
  ]
}

/** Commands for a person. Every name from outside stands in a quoted literal; nothing is run here. */
export const kerberosServerExport = (given: KerberosServerOrder): Result<readonly ExportFile[]> => {
  const checked = checkOrder(given)
  if (!checked.ok) return checked
  const order = checked.value
  const actions = order.action === 'all' ? kerberosActions : [order.action]
  const lines = [
    ...commentBlock(generalNotes),
    '',
    ...moduleLines,
    '',
    ...preparation(order),
    ...actions.flatMap((action) => section(action, order)),
    '',
  ]
  return ok([{ name: 'kerberos-server.ps1', encoding: 'utf-8-bom', text: lines.join('\n') }])
}
