import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const host = '127.0.0.1'
const longestStart = 15_000

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

export const end = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export interface RealListener {
  readonly port: number
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

interface Start {
  readonly program: string
  /** Writes what the program needs into the folder that is its alone, and answers its arguments. */
  readonly prepare: (folder: string, port: number) => Promise<readonly string[]> | readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts a listener on the loopback address and waits until it takes connections. Nothing of it is left behind. */
export const startListener = async ({ program, prepare, environment = {} }: Start): Promise<RealListener> => {
  const folder = await mkdtemp(join(tmpdir(), 'pku2u-listener-'))
  const port = await freePort()
  const args = await prepare(folder, port)
  const env = { PATH: `${process.env['PATH']}:/usr/sbin`, HOME: folder, ...environment }
  const said: Buffer[] = []
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  for (const until = Date.now() + longestStart; !(await takesConnections(port)); ) {
    if (!hasEnded(child) && Date.now() < until) await setTimeout(100)
    else {
      await stop()
      throw new Error(`${program} did not start.\n${Buffer.concat(said).toString()}`)
    }
  }
  return { port, [Symbol.asyncDispose]: stop }
}
