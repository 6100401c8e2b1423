import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

const terminal = new URL('../../src/cli/terminal.ts', import.meta.url).href

/** A verb that waits for standard input, and something that is thrown meanwhile where nobody catches it. */
const thrownMeanwhile = async (...args: readonly string[]) => {
  const script = `
    import { runInTerminal } from ${JSON.stringify(terminal)}
    setTimeout(() => { throw new Error('nobody waits for this') }, 20)
    process.exit(await runInTerminal(${JSON.stringify(args)}))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' })
  const ended = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await ended
  return { code, stdout, stderr }
}

test('what is thrown where nobody waits for it ends with 1 and one document, without a stack trace', async () => {
  const { code, stdout, stderr } = await thrownMeanwhile('read', '-', '--json')
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(stdout), {
    fault: { code: 'internal', message: 'Something went wrong inside PKU2U Doctor.' },
  })
  assert.match(stderr, /nobody waits for this/)
  assert.doesNotMatch(stderr, /\n\s+at /)
})

test('and says so in words without --json', async () => {
  const { code, stdout, stderr } = await thrownMeanwhile('read', '-')
  assert.deepEqual([code, stdout], [1, ''])
  assert.match(stderr, /^Something went wrong/)
})
