import { readdirSync } from 'node:fs'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { startLab, stopLab } from './lab.ts'
import { prepareLab } from './lab-files.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const only = process.argv.slice(2)
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts') && (only.length === 0 || only.some((part) => name.includes(part))))
  .map((name) => `${here}${name}`)

/** There is one Wine, with one registry: the tests take turns. */
const runTests = (): Promise<{ readonly passed: number; readonly failed: number }> =>
  new Promise((resolve) => {
    const tests = run({ files, concurrency: false, timeout: 180_000 })
    tests.compose(spec).pipe(process.stdout)
    tests.on('test:summary', ({ file, counts }) => {
      // A test that was skipped or never finished has not passed.
      if (file === undefined) resolve({ passed: counts.passed, failed: counts.tests - counts.passed })
    })
  })

await prepareLab()
startLab()
const { passed, failed } = await runTests().finally(stopLab)
console.log(`lab: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
