import { caseCodeOf, readCaseCode } from '../../core/case-code/case-code.ts'
import { type EndState, endOfReport } from '../../core/pair/end-state.ts'
import { loadEnd } from '../../core/pair/load-end.ts'
import { pairOf } from '../../core/pair/pair-of.ts'
import type { Intent } from '../../shared/intent.ts'
import type { PairVerdict } from '../../shared/pair.ts'
import type { Report } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handlers } from './dispatch.ts'
import { withoutFolders } from './without-folders.ts'

type Name = 'caseCode' | 'pairWithCode' | 'pairWithFile'

interface Shown {
  readonly end: EndState
  readonly intent: Intent
  /** What the case is about; null for a file. */
  readonly about: string | null
}

export interface Pairing {
  readonly handlers: Pick<Handlers, Name>
  /** Takes a report as this end. The other end stays for as long as it is the same machine in the same case. */
  readonly show: (report: Report, machine: string | null, isFile?: boolean) => void
  /** The other end of this machine in this case, as a case code; null: none is known. */
  readonly otherCode: (machine: string | null, intent: Intent) => string | null
}

const nothingYet = () => fail('refused', 'Check this end first.')

/** Two ends, of which this one is the report that was shown last. Remembers the other one between two checks. */
export const createPairing = (chooseFile: (() => Promise<string | null>) | null): Pairing => {
  let shown: Shown | null = null
  let other: EndState | null = null
  const subjectOf = (machine: string | null, { role, track }: Intent) => JSON.stringify([machine, role, track])

  const pairWith = (mine: EndState, theirs: EndState): PairVerdict => {
    other = theirs
    return mine.role === 'client' ? pairOf(mine, theirs) : pairOf(theirs, mine)
  }

  const fromFile = async ({ end, intent }: Shown, path: string): Promise<Result<PairVerdict>> => {
    // A recording that stores no case is the other end of this one.
    const opposite: Intent = { ...intent, role: end.role === 'client' ? 'server' : 'client', peer: null }
    const theirs = await loadEnd(path, {
      now: null,
      askedOf: async ({ storedIntent }) => ({ intent: storedIntent ?? opposite }),
    })
    return theirs.ok ? ok(pairWith(end, theirs.value)) : withoutFolders(theirs, path)
  }

  return {
    show: (report, machine, isFile = false) => {
      const about = isFile ? null : subjectOf(machine, report.intent)
      if (about === null || about !== shown?.about) other = null
      shown = { end: endOfReport(report), intent: report.intent, about }
    },
    otherCode: (machine, intent) =>
      other === null || shown?.about !== subjectOf(machine, intent) ? null : caseCodeOf(other),
    handlers: {
      caseCode: async () => {
        if (shown === null) return nothingYet()
        const { end } = shown
        return ok({ code: caseCodeOf(end), pair: other === null ? null : pairWith(end, other) })
      },
      pairWithCode: async ({ code }) => {
        if (shown === null) return nothingYet()
        const theirs = readCaseCode(code)
        return theirs.ok ? ok(pairWith(shown.end, theirs.value.end)) : theirs
      },
      pairWithFile: async () => {
        if (shown === null) return nothingYet()
        if (chooseFile === null) return fail('refused', 'Files cannot be opened in this window.')
        const mine = shown
        const path = await chooseFile()
        return path === null ? ok(null) : fromFile(mine, path)
      },
    },
  }
}
