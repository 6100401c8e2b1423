import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from '../core/checks/registry.ts'
import { guides } from '../core/guides/registry.ts'
import { version } from '../core/version.ts'
import { returnMemory } from '../core/windows/return-memory.ts'
import { createDispatch } from '../main/ipc/dispatch.ts'
import { createHandlers } from '../main/ipc/handlers.ts'
import { isAppFrame } from '../main/ipc/trusted-frame.ts'
import { createLog } from '../main/log.ts'
import { createAppProtocol } from '../main/security/app-protocol.ts'
import { findBuiltFiles } from '../main/security/built-files.ts'
import { createFindLink } from '../main/security/external-links.ts'
import { keptMachine, onlySimulated, simulatedNames } from '../main/simulated-machines.ts'
import { readWindowOptions } from '../main/window-options.ts'
import { type LoopbackServer, startLoopback } from './server.ts'

const out = join(import.meta.dirname, '..')
const options = readWindowOptions(process.argv.slice(2), simulatedNames)
if (!options.ok) {
  process.stderr.write(`${options.fault.message}\n`)
  process.exit(2)
}

let server: LoopbackServer | null = null
const stop = () => {
  server?.close()
  // A run that still waits for a simulated machine must not keep the program alive.
  process.exit(0)
}

const log = createLog([(line) => process.stderr.write(`${line}\n`)])
const handlers = createHandlers({
  version,
  machines: onlySimulated(
    'This window runs in a browser, so only simulated machines can be checked.',
    options.value.pace,
    keptMachine(options.value),
  ),
  chosen: options.value.simulate,
  resume: options.value.resume,
  memory: options.value.state === null ? null : returnMemory(options.value.state),
  emitProgress: (payload) => server?.send({ kind: 'event', name: 'probeChanged', payload }),
  emitChangeProgress: (payload) => server?.send({ kind: 'event', name: 'changeProgress', payload }),
  emitBundleProgress: (payload) => server?.send({ kind: 'event', name: 'bundleProgress', payload }),
  chooseRecording: null,
  chooseTarget: null,
  showInFolder: () => undefined,
  findLink: createFindLink([...checks, ...guides]),
  openExternal: async (url) => server?.send({ kind: 'open', url }),
})

server = await startLoopback({
  dispatch: createDispatch({ handlers, isTrusted: isAppFrame, log }),
  appProtocol: createAppProtocol(findBuiltFiles(join(out, 'renderer'))),
  bridgeScript: readFileSync(join(out, 'loopback', 'bridge.js'), 'utf8'),
  icon: readFileSync(join(out, '..', 'assets', 'icon.ico')),
  log,
  onGone: stop,
})
process.once('SIGINT', stop).once('SIGTERM', stop)
// Whoever started this reads the address from the first line.
process.stdout.write(`${server.address}\n`)
