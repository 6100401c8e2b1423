import type { Section } from './dsregcmd-sections.ts'
import { textOrNull } from './dsregcmd-values.ts'

/** One failed attempt to get or renew a primary refresh token. */
export interface PrtDiagnostics {
  /** The token printed above the block; null when the text was cut there. */
  readonly of: 'azure-ad' | 'enterprise' | null
  readonly attemptStatus: string | null
  readonly serverErrorCode: string | null
}

const starts = new Set(['AcquirePrtDiagnostics', 'RefreshPrtDiagnostics'])
const absent = /^(?:no|none|absent|not present)?$/i
const tokenOf = (name: string): 'azure-ad' | 'enterprise' | null =>
  name.startsWith('AzureAdPrt') ? 'azure-ad' : name.startsWith('EnterprisePrt') ? 'enterprise' : null

const readSection = ({ fields }: Section): PrtDiagnostics[] => {
  const blocks: PrtDiagnostics[] = []
  let of: PrtDiagnostics['of'] = null
  /** Keys of the block being read; null between blocks. */
  let seen: Map<string, string> | null = null
  const close = () => {
    if (seen === null) return
    const [attemptStatus, serverErrorCode] = [seen.get('Attempt Status'), seen.get('Server Error Code')]
    blocks.push({ of, attemptStatus: textOrNull(attemptStatus), serverErrorCode: textOrNull(serverErrorCode) })
    seen = null
  }
  for (const { known, value } of fields) {
    if (known === null || known.home !== 'sso') continue
    const { name } = known
    const token = tokenOf(name)
    const header = starts.has(name)
    // The next token, the tickets after it, or the same key again: the block above has ended.
    if (token !== null || header || name.endsWith('Tgt') || seen?.has(name)) close()
    of = token ?? of
    const begins = header ? !absent.test(value) : name === 'Previous Prt Attempt' || name === 'Attempt Status'
    if (begins) seen ??= new Map()
    seen?.set(name, value)
  }
  close()
  return blocks
}

export const prtDiagnosticsOf = (sections: readonly Section[]): PrtDiagnostics[] => sections.flatMap(readSection)
