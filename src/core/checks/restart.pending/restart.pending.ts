import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { pendingRestart } from '../../facts/pending-restart.ts'
import { pages } from '../links.ts'

export const restartPending = defineCheck({
  id: 'restart.pending',
  title: 'Restart state of Windows',
  why: 'A half-installed update or a pending new name can break sign-in until Windows has restarted.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.rdpTroubleshooting],
  needs: { pending: pendingRestart },
  judge: ({ pending }): Judgement => {
    const evidence = [
      ...pending.signs,
      ...pending.unread.map((where) => ({ source: 'registry', where, what: 'Could not be read.' })),
      ...(pending.fileRenames
        ? [
            {
              source: 'registry',
              where: keys.sessionManager,
              what: 'PendingFileRenameOperations is set, as it often is.',
            },
          ]
        : []),
    ]
    const shown = evidence.length > 0 ? evidence : [{ source: 'registry', where: keys.rebootPending, what: 'No sign.' }]
    if (pending.signs.length > 0)
      return { status: 'warn', detail: 'Windows itself is waiting for a restart. Restart this PC.', evidence: shown }
    if (pending.unread.length > 0)
      return { status: 'unknown', detail: 'Not every sign of a pending restart could be read.', evidence: shown }
    return {
      status: 'pass',
      detail: pending.fileRenames
        ? 'Windows is not waiting for a restart. Some files are to be replaced at the next one, which is common.'
        : 'Windows is not waiting for a restart.',
      evidence: shown,
    }
  },
})
