import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeZip } from '../../../test/kit/make-zip.ts'
import type { Gate } from '../redaction/redaction.ts'
import { newSecretGate } from '../redaction/secret-gate.ts'
import { readBack } from './read-back.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-read-back-'))
after(() => rm(folder, { recursive: true, force: true }))
const path = join(folder, 'case.zip')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const gateThat = (finds: (text: string) => boolean): Gate => {
  const leaks: { file: string; kind: 'host'; count: number }[] = []
  return {
    scan: (file, chunk) => {
      if (finds(Buffer.from(chunk).toString())) leaks.push({ file, kind: 'host', count: 1 })
    },
    finish: () => leaks,
  }
}

test('every file but raw logs is looked at, and what leaks is named by file and kind', async () => {
  const zip = makeZip({ 'report.json': 'PC-0418', 'raw/system.evtx': 'PC-0418', 'report.txt': 'nothing' })
  await writeFile(path, zip)
  const refused = await readBack(
    path,
    hashOf(zip),
    gateThat((text) => text.includes('PC-0418')),
  )
  assert.match(refused.ok ? '' : refused.fault.message, /still be readable in report\.json \(host, 1\)\.$/)
  const fine = await readBack(
    path,
    hashOf(zip),
    gateThat((text) => text.includes('PC-0999')),
  )
  assert.ok(fine.ok)
})

test('a disk that gives back something else is told', async () => {
  const zip = makeZip({ 'report.txt': 'as written' })
  await writeFile(path, zip)
  const bytes = await readFile(path)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(path, bytes)
  const answer = await readBack(path, hashOf(zip), newSecretGate())
  assert.match(answer.ok ? '' : answer.fault.message, /did not come back from the disk/)
})
