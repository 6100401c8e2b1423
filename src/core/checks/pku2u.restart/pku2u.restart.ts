import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { restartMemory } from '../../facts/restart.ts'
import { pages } from '../links.ts'

export const pku2uRestart = defineCheck({
  id: 'pku2u.restart',
  title: 'Restart after the change',
  why: 'A PC that is connected to takes the change over when it restarts. None of Windows’ own restart flags says so.',
  roles: ['client', 'server'],
  tracks: ['rdp'],
  links: [pages.devolutions, pages.awakecoding],
  needs: { memory: restartMemory },
  judge: ({ memory }, _results, { intent }): Judgement => {
    if (memory.newest === null)
      return { status: 'not-applicable', detail: 'PKU2U Doctor has not changed PKU2U on this PC.', evidence: [] }
    const evidence = [
      { source: 'journal', where: memory.newestFix ?? 'change', what: `Last changed ${memory.newest}.` },
    ]
    if (memory.due === null) return { status: 'unknown', detail: 'When Windows started could not be read.', evidence }
    if (!memory.due)
      return {
        status: 'pass',
        detail: memory.backAsAtBoot
          ? 'PKU2U is again as it was when Windows started, so no restart is due.'
          : 'Windows has restarted since the last change.',
        evidence,
      }
    return intent.role === 'server'
      ? { status: 'fail', detail: 'PKU2U was changed after Windows started. Restart this PC.', evidence }
      : {
          status: 'warn',
          detail: 'PKU2U was changed after Windows started. Restart this PC if the connection still fails.',
          evidence,
        }
  },
})
