import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'

const largest = 64 * 1024

/** The bytes of a ticket, from a file that is opened once: what is hashed is what is parsed. */
export const readTicketFile = async (path: string): Promise<Result<Uint8Array>> => {
  // A name on the network or of a device would have this process sign in or wait somewhere.
  if (!isAbsolute(path) || /^[\\/]{2}/.test(path)) return fail('refused', 'The ticket is not a file on this PC.')
  try {
    const file = await open(path, 'r')
    try {
      const found = await file.stat()
      if (!found.isFile() || found.size > largest) return fail('refused', 'The ticket is not a ticket.')
      const buffer = new Uint8Array(largest)
      const { bytesRead } = await file.read(buffer, 0, largest, 0)
      return ok(buffer.slice(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch {
    return fail('missing', 'The ticket cannot be read.')
  }
}

/** A file that only this user can read, for as long as `use` needs it. */
export const withTicketFile = async <T>(
  bytes: Uint8Array,
  use: (path: string) => Promise<Result<T>>,
): Promise<Result<T>> => {
  let folder: string | null = null
  try {
    folder = await mkdtemp(join(tmpdir(), 'pku2u-ticket-'))
    const path = join(folder, 'ticket.json')
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
    return await use(path)
  } catch {
    return fail('failed', 'The ticket could not be written to the temporary folder. Nothing was changed.')
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
