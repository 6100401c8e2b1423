import { type Input, type Output, type RequestName, requests } from '../../shared/ipc-contract.ts'
import { inputs } from '../../shared/ipc-schemas.ts'
import { fail, type Result } from '../../shared/result.ts'
import { describeError, type Log } from '../log.ts'
import type { Frame } from './trusted-frame.ts'

/** One per request; leaving one out does not compile. */
export type Handlers = { readonly [N in RequestName]: (input: Input<N>) => Promise<Result<Output<N>>> }

export type Dispatch = (name: string, frame: Frame | null, raw: unknown) => Promise<Result<unknown>>

interface Options {
  readonly handlers: Handlers
  readonly isTrusted: (frame: Frame | null) => boolean
  readonly log: Log
}

const isRequest = (name: string): name is RequestName => Object.hasOwn(requests, name)

/** Where the input went wrong, never what it was. */
const whereWrong = (issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[]): string =>
  issues
    .slice(0, 3)
    .map(({ code, path }) => `${path.slice(0, 5).map(String).join('.') || '(input)'}: ${code}`)
    .join('; ')

/** Every message from the window: sender, then schema, then handler. Whatever happens, the answer is a Result. */
export const createDispatch = ({ handlers, isTrusted, log }: Options): Dispatch => {
  const answer = async <N extends RequestName>(name: N, raw: unknown): Promise<Result<Output<N>>> => {
    const input = inputs[name].safeParse(raw)
    if (!input.success) {
      log.warn('Refused: unexpected input', { request: name, where: whereWrong(input.error.issues) })
      return fail('invalid-input', `${name} was called with unexpected input.`)
    }
    // The table ties each schema to its message; indexed by a type parameter, TypeScript only sees their union.
    return handlers[name](input.data as Input<N>)
  }
  return async (name, frame, raw) => {
    // The frame is looked at before anything is awaited: Electron forgets it once the page has navigated away.
    if (!isTrusted(frame)) {
      log.warn('Refused: untrusted frame', { request: name })
      return fail('refused', 'This window may not do that.')
    }
    if (!isRequest(name)) {
      log.warn('Refused: unknown message', { request: name })
      return fail('refused', 'There is no such message.')
    }
    try {
      return await answer(name, raw)
    } catch (error) {
      log.error('A handler threw', { request: name, ...describeError(error) })
      return fail('internal', 'Something went wrong. The log has the details.')
    }
  }
}
