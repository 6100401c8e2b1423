import { uptime } from 'node:os'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../../shared/thrown.ts'
import type { FileStore } from './file-store.ts'

/** No change takes this long. */
const longest = 60 * 60_000

const namePattern = /^lock-(\d{1,9})$/
const busy = 'PKU2U Doctor is changing this PC in another window or terminal. Wait until it is done, then try again.'

export interface LockOptions {
  readonly folder: string
  readonly files: FileStore
  readonly pid: number
  /** Whether a process of this number runs. */
  readonly isAlive: (pid: number) => boolean
}

export const processIsAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return errorCode(error) === 'EPERM'
  }
}

/** Who holds a lock: null when its file is gone, 0 when nobody can hold it any more. */
const holderOf = async ({ folder, files }: LockOptions, name: string): Promise<number | null> => {
  const text = await files.read(folder, name)
  if (!text.ok) return text.fault.code === 'missing' ? null : 0
  const [, pid = '0', at = ''] = /^(\d{1,10}) (\S+)$/.exec(new TextDecoder().decode(text.value)) ?? []
  // Numbers of processes are used again, so a lock from before the last start of Windows, or an old one, holds nobody up.
  const since = Math.max(Date.now() - uptime() * 1000, Date.now() - longest)
  return Date.parse(at) >= since ? Number(pid) : 0
}

const survey = async (options: LockOptions) => {
  const names = await options.files.names(options.folder)
  if (!names.ok) return names
  const stale: string[] = []
  let newest = 0
  let held = false
  for (const name of names.value) {
    const number = Number(namePattern.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(number)) continue
    const pid = await holderOf(options, name)
    if (pid === null) continue
    newest = Math.max(newest, number)
    if (pid !== 0 && options.isAlive(pid)) held = true
    else stale.push(name)
  }
  return ok({ stale, next: newest + 1, held })
}

/**
 * One holder at a time, across processes: a file that only one of them can create, under the next number. A lock whose
 * process is gone is taken over by creating the one after it, and whoever then sees another holder steps back.
 */
export const withLock = async <T>(options: LockOptions, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  const { folder, files, pid } = options
  const before = await survey(options)
  if (!before.ok) return before
  if (before.value.held) return fail('conflict', busy)
  const mine = `lock-${before.value.next}`
  const made = await files.create(folder, mine, new TextEncoder().encode(`${pid} ${new Date().toISOString()}`))
  if (!made.ok && made.fault.code === 'conflict') return fail('conflict', busy)
  if (!made.ok) {
    await files.remove(folder, mine)
    return made
  }
  try {
    const others = await survey({ ...options, isAlive: (other) => other !== pid && options.isAlive(other) })
    if (!others.ok) return others
    if (others.value.held) return fail('conflict', busy)
    for (const name of others.value.stale) if (name !== mine) await files.remove(folder, name)
    return await work()
  } finally {
    await files.remove(folder, mine)
  }
}
