import { judgeLoaded } from '../../core/engine/judge-loaded.ts'
import { loadRecording } from '../../core/recording/load.ts'
import { createTotals, triage } from '../../core/triage/triage.ts'
import type { Report } from '../../shared/report.ts'
import { fail, ok } from '../../shared/result.ts'
import type { TriageBatch, TriageRow } from '../../shared/triage.ts'
import type { Handlers } from './dispatch.ts'
import { withoutFolders } from './without-folders.ts'

/** What the system does for a look through a folder. */
export interface TriageHost {
  readonly chooseFolder: () => Promise<string | null>
  readonly emitRows: (batch: TriageBatch) => void
}

type Name = 'triageFolder' | 'cancelTriage' | 'openTriaged'

/** A person sees no difference between rows that come ten times a second and rows that come one by one. */
const batchMs = 100

const createBatches = (run: number, emitRows: TriageHost['emitRows']) => {
  let from = 0
  let rows: TriageRow[] = []
  let sentAt = performance.now()
  const send = () => {
    emitRows({ run, from, rows })
    from += rows.length
    rows = []
    sentAt = performance.now()
  }
  return {
    send,
    add: (row: TriageRow): void => {
      rows.push(row)
      if (performance.now() - sentAt >= batchMs) send()
    },
  }
}

/** Looking through a folder of bundles, one folder at a time. The window names rows; where they lie is kept here. */
export const createTriageHandlers = (
  host: TriageHost | null,
  onOpened: (report: Report) => void,
): Pick<Handlers, Name> => {
  let current: AbortController | null = null
  let paths: string[] = []
  let runs = 0

  return {
    triageFolder: async () => {
      if (host === null) return fail('refused', 'Folders cannot be opened in this window.')
      const folder = await host.chooseFolder()
      if (folder === null) return ok(null)
      // A second run comes from a page that was loaded again: the first one has nobody left to tell.
      current?.abort()
      const asking = new AbortController()
      current = asking
      const run = ++runs
      const seen: string[] = []
      paths = seen
      const batches = createBatches(run, host.emitRows)
      const totals = createTotals()
      batches.send()
      try {
        for await (const { path, row } of triage(folder, asking.signal)) {
          if (asking.signal.aborted) break
          seen.push(path)
          totals.add(row)
          batches.add(row)
        }
        if (current === asking) batches.send()
        return ok({ ...totals.sum(), run, cancelled: asking.signal.aborted })
      } catch {
        return fail('denied', 'The folder could not be read. Check that you may open it.')
      } finally {
        if (current === asking) current = null
      }
    },

    cancelTriage: async () => {
      const running = current !== null
      current?.abort()
      return ok(running)
    },

    openTriaged: async ({ index }) => {
      const path = paths[index]
      if (path === undefined) return fail('refused', 'There is no such row.')
      const loaded = withoutFolders(await loadRecording(path, { toJudge: true }), path)
      if (!loaded.ok) return loaded
      const report = judgeLoaded(loaded.value)
      onOpened(report)
      return ok(report)
    },
  }
}
