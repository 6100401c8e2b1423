import type { AdminPort } from '../../shared/target-probe.ts'
import { connectFirst } from './connect-first.ts'

/** What else signs in with the same accounts: shares such as c$, remote registry and WMI, remote PowerShell. */
const services = [
  { port: 445, name: 'SMB' },
  { port: 135, name: 'RPC' },
  { port: 5985, name: 'WinRM' },
] as const

/** Whether each port takes a connection. Nothing is sent. */
export const askAdminPorts = (addresses: readonly string[], signal: AbortSignal): Promise<readonly AdminPort[]> =>
  Promise.all(
    services.map(async ({ port, name }): Promise<AdminPort> => {
      const connected = await connectFirst(addresses, port, signal)
      if (typeof connected === 'string') return { port, name, state: connected }
      connected.socket.destroy()
      return { port, name, state: 'open' }
    }),
  )
