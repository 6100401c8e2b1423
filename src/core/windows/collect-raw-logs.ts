import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keys } from '../facts/keys.ts'
import { filePieces } from '../recording/file-pieces.ts'
import type { Outcome } from '../recording/recording.ts'
import { eventChannels } from './event-channels.ts'
import type { Command, CommandRunner } from './host.ts'

/** A file as a tool of Windows wrote it. Nothing in it can be replaced by tokens. */
export interface RawFile {
  readonly name: string
  readonly program: string
  readonly outcome: Outcome
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array>
}

interface RawOrder extends Pick<Command, 'program' | 'args' | 'timeoutMs'> {
  readonly name: string
}

const seconds = (count: number) => count * 1000

/** Keys whose export says more than their values in the recording: their text form is what other tools read. */
const exported = {
  pku2u: keys.pku2u,
  'cloud-join': keys.cloudJoinInfo,
  'work-accounts': keys.workplaceJoinInfo,
  'remote-desktop': keys.terminalServer,
  'remote-desktop-policy': keys.terminalServerPolicy,
  'security-keys': keys.fidoPolicy,
} as const

/**
 * Sources: "wevtutil", https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil
 * "Collect MDM logs", https://learn.microsoft.com/windows/client-management/mdm-collect-logs
 * "reg export", https://learn.microsoft.com/windows-server/administration/windows-commands/reg-export
 */
const ordersIn = (folder: string, withSignIns: boolean): readonly RawOrder[] => {
  const at = (name: string) => join(folder, name)
  const logs = eventChannels
    .filter(({ needsConsent }) => withSignIns || !needsConsent)
    .map(({ id, channel, query }): RawOrder => {
      const name = `${id}.evtx`
      const args = ['epl', channel, at(name), '/ow:true', ...(query === null ? [] : [`/q:${query}`])]
      return { name, program: 'wevtutil', args, timeoutMs: seconds(120) }
    })
  const registry = Object.entries(exported).map(([short, key]): RawOrder => {
    const name = `${short}.reg`
    return { name, program: 'reg', args: ['export', key, at(name), '/y'], timeoutMs: seconds(15) }
  })
  const areas = 'DeviceEnrollment;DeviceProvisioning;Autopilot'
  const mdm = 'mdm-diagnostics.zip'
  return [
    ...logs,
    { name: mdm, program: 'mdmdiagnosticstool', args: ['-area', areas, '-zip', at(mdm)], timeoutMs: seconds(180) },
    ...registry,
  ]
}

export interface RawOptions {
  /** A folder of its own that only this user may read; whoever gave it empties it. */
  readonly folder: string
  readonly withSignIns: boolean
  readonly signal?: AbortSignal
  readonly onFile?: (done: number, total: number, name: string) => void
}

/** Has Windows' own tools write their files. A tool that ends without one is listed with its outcome. */
export const collectRawLogs = async (runner: CommandRunner, options: RawOptions): Promise<readonly RawFile[]> => {
  const orders = ordersIn(options.folder, options.withSignIns)
  const files: RawFile[] = []
  for (const { name, program, args, timeoutMs } of orders) {
    if (options.signal?.aborted === true) break
    options.onFile?.(files.length, orders.length, name)
    const { outcome } = await runner.run({ program, args, timeoutMs }, options.signal)
    const path = join(options.folder, name)
    const size = await stat(path).then(
      (info) => info.size,
      // The tool said in its own words why there is none; its outcome is kept.
      () => null,
    )
    files.push({
      name,
      program,
      outcome: size === null && outcome === 'ok' ? 'failed' : outcome,
      size: size ?? 0,
      open: () => (size === null ? (async function* () {})() : filePieces(path)),
    })
  }
  return files
}
