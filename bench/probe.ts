import type { Socket } from 'node:net'
import { probeTarget } from '../src/core/probe-rdp/probe-target.ts'
import { doctor } from '../test/cli/doctor.ts'
import { makeCertificate } from '../test/kit/make-certificate.ts'
import { continueWithTls, listenScripted, selecting } from '../test/kit/scripted-listener.ts'
import { line, median } from './line.ts'

/** What the whole command may take, in the worst case. */
const longest = 3000

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const share = (milliseconds: number) => `${(milliseconds / longest).toFixed(2)}x of the limit of ${longest} ms`

const identity = makeCertificate({ subject: [['CN', 'PC-0600']] })
{
  await using listener = await listenScripted((socket) =>
    socket.write(selecting(8), () => continueWithTls(socket, identity)),
  )
  const target = { host: '127.0.0.1', port: listener.port }
  const times: number[] = []
  for (let round = 0; round < 20; round++) times.push(await timed(() => probeTarget(target, { path: 'web' })))
  line('probe, three requests and a certificate', median(times), 'ms', share(median(times)))
}

const silent = await listenScripted(() => undefined)
const drips = await listenScripted((socket: Socket) => void socket.write(selecting(8).subarray(0, 18)))
const stallsInTls = await listenScripted((socket: Socket) => void socket.write(selecting(8)))
for (const [what, listener] of [
  ['says nothing', silent],
  ['stops one byte short of an answer', drips],
  ['selects TLS and never speaks it', stallsInTls],
] as const) {
  const time = await timed(() => doctor(['probe', `127.0.0.1:${listener.port}`, '--path', 'web', '--json']))
  line(`command "probe", a listener that ${what}`, time, 'ms', share(time))
  await listener[Symbol.asyncDispose]()
}

/** TEST-NET-1 (RFC 5737) belongs to nobody, so nobody answers, or a router says at once that there is no way. */
const nobody = await timed(() => doctor(['probe', '192.0.2.1', '--admin-ports', '--json']))
line('command "probe", an address of nobody', nobody, 'ms', share(nobody))
