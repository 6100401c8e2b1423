import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBuiltFiles } from './built-files.ts'

test('built files are listed by address; other kinds and links are not served', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  t.after(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<p>')
  writeFileSync(join(folder, 'assets', 'deep', 'app.js'), 'let a')
  writeFileSync(join(folder, 'assets', 'app.js.map'), '{}')
  writeFileSync(join(folder, 'secret'), 'x')
  symlinkSync('/etc/hostname', join(folder, 'assets', 'link.js'))

  const files = findBuiltFiles(folder)
  assert.deepEqual([...files.keys()].sort(), ['/assets/deep/app.js', '/index.html'])
  assert.equal(new TextDecoder().decode(files.get('/index.html')?.read()), '<p>')
  assert.equal(files.get('/assets/deep/app.js')?.type, 'text/javascript; charset=utf-8')
})
