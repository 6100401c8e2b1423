import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from '../../src/core/checks/registry.ts'
import { version } from '../../src/core/version.ts'
import { returnMemory } from '../../src/core/windows/return-memory.ts'
import { createWindowsHost } from '../../src/core/windows/windows-host.ts'
import { createWindowsPc } from '../../src/core/windows/windows-pc.ts'
import { type LoopbackServer, startLoopback } from '../../src/loopback/server.ts'
import { createDispatch } from '../../src/main/ipc/dispatch.ts'
import { createHandlers } from '../../src/main/ipc/handlers.ts'
import { isAppFrame } from '../../src/main/ipc/trusted-frame.ts'
import { createLog } from '../../src/main/log.ts'
import { createAppProtocol } from '../../src/main/security/app-protocol.ts'
import { findBuiltFiles } from '../../src/main/security/built-files.ts'
import { createFindLink } from '../../src/main/security/external-links.ts'
import { readWindowOptions } from '../../src/main/window-options.ts'
import { ok } from '../../src/shared/result.ts'

/**
 * The built window over a real registry, as src/main/app.ts composes it on Windows, shown by a browser as
 * src/loopback/main.ts does. A browser may change a PC in the lab only: the product has no such server.
 */
const root = process.argv[2] ?? '.'
/** Behind the program's own folder and the user's: the words that Windows would start the program with. */
const options = readWindowOptions(process.argv.slice(4), [])
if (!options.ok) throw new Error(options.fault.message)
/** Where the installed program would stand; what Windows would start again after a restart. */
const program = 'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe'
const out = join(root, 'out')

let server: LoopbackServer | null = null
const stop = () => {
  server?.close()
  process.exit(0)
}
// Nobody came, or nobody left.
setTimeout(stop, 150_000)

const log = createLog([(line) => process.stderr.write(`${line}\n`)])
const handlers = createHandlers({
  version,
  machines: { kind: 'live', open: async () => ok({ asUser: createWindowsHost(), pc: createWindowsPc(program) }) },
  chosen: null,
  resume: options.value.resume,
  memory: returnMemory(process.argv[3] ?? '.'),
  emitProgress: (payload) => server?.send({ kind: 'event', name: 'probeChanged', payload }),
  emitChangeProgress: (payload) => server?.send({ kind: 'event', name: 'changeProgress', payload }),
  emitBundleProgress: () => undefined,
  showInFolder: () => undefined,
  chooseRecording: null,
  chooseTarget: null,
  findLink: createFindLink(checks),
  openExternal: async () => undefined,
})

server = await startLoopback({
  dispatch: createDispatch({ handlers, isTrusted: isAppFrame, log }),
  appProtocol: createAppProtocol(findBuiltFiles(join(out, 'renderer'))),
  bridgeScript: readFileSync(join(out, 'loopback', 'bridge.js'), 'utf8'),
  icon: readFileSync(join(root, 'assets', 'icon.ico')),
  log,
  onGone: stop,
  graceMs: 500,
})
process.stdout.write(`${server.address}\n`)
