import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../scripts/doctor.mjs', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The Node of whoever started the tests, which may be older than the one that the tests run on. */
const ownNode = process.env['PKU2U_DOCTOR_OWN_NODE'] ?? process.execPath

/** Starts the real headless entry, with a person's own Node unless another is named, and waits for its end. */
export const doctor = (args: readonly string[], input: Uint8Array | string = '', node = ownNode): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [entry, ...args], { stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
    // The program may end without having read all of it.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
