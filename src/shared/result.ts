/** Why something could not be done or read. Plain data, so it survives structured clone, JSON and the journal. */
export type FaultCode =
  /** The program or file is not there. */
  | 'missing'
  /** Windows refused access. */
  | 'denied'
  | 'timeout'
  /** It started and ended in a way that is no answer. */
  | 'failed'
  /** Nobody asked, so nothing is known. */
  | 'not-asked'
  /** An answer came, in a form we do not know. */
  | 'unreadable'
  /** Known to be out of reach: asked as the wrong user, or resting on something that could not be read. */
  | 'unknown'
  | 'invalid-input'
  | 'refused'
  | 'cancelled'
  | 'conflict'
  | 'usage'
  | 'internal'

export interface Fault {
  readonly code: FaultCode
  /** One sentence for the user: what happened and, where it helps, what to do. */
  readonly message: string
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Fail = { readonly ok: false; readonly fault: Fault }
export type Result<T> = Ok<T> | Fail

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = (code: FaultCode, message: string): Fail => ({ ok: false, fault: { code, message } })
