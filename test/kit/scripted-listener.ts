import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

/** What the listener does once a whole request is there; `turn` counts connections from 0. */
export type Script = (socket: Socket, request: Uint8Array, turn: number) => void

export interface ScriptedListener {
  readonly port: number
  /** Every byte that each connection brought, TLS aside. */
  readonly requests: readonly Uint8Array[]
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const requestBytes = 19

interface Place {
  readonly host?: string
  /** 0: any that is free. */
  readonly port?: number
  /** Sent before anything is asked. */
  readonly greeting?: string
}

/** A listener on the loopback address that plays a script. Ends with all of its connections. */
export const listenScripted = async (
  script: Script,
  { host = '127.0.0.1', port = 0, greeting = '' }: Place = {},
): Promise<ScriptedListener> => {
  const requests: Uint8Array[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const turn = requests.push(new Uint8Array()) - 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    if (greeting !== '') socket.write(greeting)
    let received = Buffer.alloc(0)
    const take = (bytes: Buffer) => {
      received = Buffer.concat([received, bytes])
      requests[turn] = received
      if (received.length < requestBytes) return
      socket.off('data', take)
      script(socket, received, turn)
    }
    socket.on('data', take)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const header = (length: number) => [3, 0, 0, length, length - 5, 0xd0, 0, 0, 0x12, 0x34, 0]
const negotiation = (type: number, value: number) =>
  Buffer.from([...header(19), type, 0x1f, 8, 0, value & 0xff, (value >> 8) & 0xff, 0, 0])

/** The answer of a listener that selects a protocol, by its bit. */
export const selecting = (protocol: number): Buffer => negotiation(2, protocol)
export const failing = (code: number): Buffer => negotiation(3, code)
/** The answer of a listener that does not know the negotiation. */
export const plainConfirm = (): Buffer => Buffer.from(header(11))

/** Goes on with TLS, as a listener does after it has selected it; answers everything that then arrives in clear. */
export const continueWithTls = (
  socket: Socket,
  identity: { readonly cert: string; readonly key: string },
  only?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3',
) => {
  const received: Buffer[] = []
  const secureContext = createSecureContext({
    ...identity,
    ...(only === undefined ? {} : { minVersion: only, maxVersion: only, ciphers: 'DEFAULT:@SECLEVEL=0' }),
  })
  const secure = new TLSSocket(socket, { isServer: true, secureContext })
  secure.on('error', () => secure.destroy())
  secure.on('data', (bytes: Buffer) => received.push(bytes))
  return received
}

/** The protocols that a request offers, as bits. */
export const offeredBy = (request: Uint8Array): number => Buffer.from(request).readUInt32LE(15)
