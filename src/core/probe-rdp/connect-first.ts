import { createConnection, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { errorCode } from '../../shared/thrown.ts'

export interface Connected {
  readonly socket: Socket
  readonly address: string
}

const mostAddresses = 8

const connect = (host: string, port: number, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const socket = createConnection({ host, port })
    const giveUp = () => socket.destroy(new Error('given up'))
    signal.addEventListener('abort', giveUp, { once: true })
    const settled = () => signal.removeEventListener('abort', giveUp)
    // Stays for good: a connection that is reset later must not end the program.
    socket.on('error', (error) => {
      settled()
      reject(error)
    })
    socket.once('connect', () => {
      settled()
      resolve(socket)
    })
  })

/** What took the connection and ended it in the same moment has answered too. */
const refusals: readonly (string | null)[] = ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED']

/**
 * Connects to the first address that takes the connection. The next one is tried when the one before it fails, or has
 * not answered for a moment (after RFC 8305, "Happy Eyeballs"). `refused`: one of them refused and none took it.
 */
export const connectFirst = async (
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
  patienceMs = 250,
): Promise<Connected | 'refused' | 'timeout'> => {
  const decided = new AbortController()
  const stop = AbortSignal.any([signal, decided.signal])
  const attempts: Promise<Connected>[] = []
  const attempt = async (address: string, index: number): Promise<Connected> => {
    const before = attempts[index - 1]
    if (before !== undefined)
      await Promise.race([before.catch(() => null), setTimeout(index * patienceMs, null, { signal: stop })])
    return { socket: await connect(address, port, stop), address }
  }
  for (const [index, address] of addresses.slice(0, mostAddresses).entries()) attempts.push(attempt(address, index))
  try {
    const first = await Promise.any(attempts)
    for (const other of attempts)
      other.then(
        ({ socket }) => socket !== first.socket && socket.destroy(),
        () => null,
      )
    return first
  } catch (error) {
    const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return errors.some((each) => refusals.includes(errorCode(each))) ? 'refused' : 'timeout'
  } finally {
    decided.abort()
  }
}
