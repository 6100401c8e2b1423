import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createLog, describeError } from './log.ts'
import { logFile } from './log-file.ts'

const at = () => new Date('2026-11-20T09:15:00Z')

test('a line is one JSON object, cut short', () => {
  const lines: string[] = []
  createLog([(line) => lines.push(line)], at).warn('Refused', { request: 'x\ny', long: 'z'.repeat(10_000) })
  assert.equal(lines.length, 1)
  assert.ok(!lines[0]?.includes('\n'))
  const line = JSON.parse(lines[0] ?? '')
  assert.deepEqual(
    { ...line, long: line.long.length },
    {
      at: '2026-11-20T09:15:00.000Z',
      level: 'warn',
      message: 'Refused',
      request: 'x\ny',
      long: 300,
    },
  )
})

test('a sink that fails does not stop the others', () => {
  const lines: string[] = []
  const broken = () => {
    throw new Error('disk full')
  }
  createLog([broken, (line) => lines.push(line)], at).error('Something', describeError('odd'))
  assert.equal(lines.length, 1)
})

test('the log file grows by lines, and a large one is put aside', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'logs', 'main.log')
  logFile(path)('one')
  logFile(path)('two')
  assert.equal(readFileSync(path, 'utf8'), 'one\ntwo\n')
  writeFileSync(path, 'x'.repeat(1_000_001))
  logFile(path)('three')
  assert.equal(readFileSync(path, 'utf8'), 'three\n')
  assert.ok(existsSync(`${path}.old`))
})
