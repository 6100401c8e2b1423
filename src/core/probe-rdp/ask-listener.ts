import type { Socket } from 'node:net'
import type { TargetProtocol } from '../../shared/target-probe.ts'
import { type Confirm, encodeRequest, readConfirm } from './negotiation.ts'

/** `closed`: it ended the connection, without a word or with nothing but that. `silent`: it said nothing, or not enough, in time. */
export type ListenerAnswer =
  | Extract<Confirm, { readonly state: 'confirmed' }>
  | { readonly state: 'closed' | 'not-rdp' | 'silent' }

/** Sends one connection request and reads the answer, however many pieces it comes in. Leaves the connection open. */
export const askListener = (
  socket: Socket,
  requested: readonly TargetProtocol[],
  signal: AbortSignal,
): Promise<ListenerAnswer> =>
  new Promise((resolve) => {
    let received: Uint8Array = new Uint8Array()
    const end = (answer: ListenerAnswer) => {
      signal.removeEventListener('abort', giveUp)
      socket.off('data', take).off('close', hangUp).off('end', hangUp)
      socket.pause()
      resolve(answer)
    }
    const giveUp = () => end({ state: 'silent' })
    const hangUp = () => end({ state: received.length === 0 ? 'closed' : 'not-rdp' })
    const take = (bytes: Uint8Array) => {
      // A piece is as large as the system's buffer at most, and the second byte too many ends it.
      received = Buffer.concat([received, bytes])
      const confirm = readConfirm(received)
      if (confirm.state === 'confirmed') end(confirm)
      else if (confirm.state !== 'more') end({ state: confirm.state })
    }
    socket.on('data', take).once('close', hangUp).once('end', hangUp)
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    socket.write(encodeRequest(requested))
  })
