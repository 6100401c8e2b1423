import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './modern-node.mjs'
import { runNode } from './run.mjs'

/** Unit tests stand beside what they test; those that need a browser, Windows or a real listener have their own runners. */
const folders = ['src', 'test']
const elsewhere = ['test/e2e', 'test/listeners', 'test/windows-lab']

const testsIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return elsewhere.includes(path) ? [] : testsIn(path)
    return entry.name.endsWith('.test.ts') ? [path] : []
  })

const only = process.argv.slice(2)
const files = folders.flatMap(testsIn).filter((path) => only.length === 0 || only.some((part) => path.includes(part)))
if (files.length === 0) throw new Error('No test file was found.')
runNode(['--test', ...files])
