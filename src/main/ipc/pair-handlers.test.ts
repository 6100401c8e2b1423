import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { machineThat, reportOf } from '../../../test/kit/judged.ts'
import { caseCodeOf } from '../../core/case-code/case-code.ts'
import { endOfReport } from '../../core/pair/end-state.ts'
import { saveRecording } from '../../core/recording/save.ts'
import type { Result } from '../../shared/result.ts'
import { createPairing } from './pair-handlers.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-pairing-'))
after(() => rm(folder, { recursive: true, force: true }))

const account = 'adele@contoso.com'
const target = {
  hostName: 'PC-0600',
  remoteDesktopOn: true,
  remoteDesktopUsers: [{ sid: 'S-1-12-1-1-2-3-4', name: `AzureAD\\${account}` }],
} as const
const client = reportOf({}, { account })
const server = reportOf(target, { role: 'server', account })
const codeOf = (report: typeof client) => caseCodeOf(endOfReport(report))
const faultOf = (result: Result<unknown>): string => (result.ok ? '' : result.fault.code)
const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

test('nothing is said before this end was checked', async () => {
  const { handlers } = createPairing(null)
  assert.equal(faultOf(await handlers.caseCode(null)), 'refused')
  assert.equal(faultOf(await handlers.pairWithCode({ code: codeOf(server) })), 'refused')
  assert.equal(faultOf(await handlers.pairWithFile(null)), 'refused')
})

test('the ends find their places, whichever of them this one is', async () => {
  for (const [mine, theirs] of [
    [client, server],
    [server, client],
  ] as const) {
    const pairing = createPairing(null)
    pairing.show(mine, 'a')
    assert.equal(value(await pairing.handlers.caseCode(null)).code, codeOf(mine))
    const pair = value(await pairing.handlers.pairWithCode({ code: codeOf(theirs) }))
    assert.equal(pair.verdict.state, 'go')
    assert.deepEqual(value(await pairing.handlers.caseCode(null)).pair, pair)
  }
})

test('the other end stays while it is the same machine in the same case, and is judged anew', async () => {
  const pairing = createPairing(null)
  pairing.show(reportOf({ allowOnlineId: 0 }, { account }), 'a')
  const before = value(await pairing.handlers.pairWithCode({ code: codeOf(server) }))
  assert.equal(before.verdict.state, 'fix-client')
  pairing.show(client, 'a')
  assert.equal(value(await pairing.handlers.caseCode(null)).pair?.verdict.state, 'go')
  pairing.show(client, 'b')
  assert.equal(value(await pairing.handlers.caseCode(null)).pair, null)
})

test('the other end is known for its machine and its case, and for no other', async () => {
  const pairing = createPairing(null)
  pairing.show(client, 'a')
  assert.equal(pairing.otherCode('a', client.intent), null)
  await pairing.handlers.pairWithCode({ code: codeOf(server) })
  assert.equal(pairing.otherCode('a', client.intent), codeOf(server))
  assert.equal(pairing.otherCode('b', client.intent), null)
  assert.equal(pairing.otherCode('a', server.intent), null)
  pairing.show(client, null, true)
  assert.equal(pairing.otherCode('a', client.intent), null)
})

test('a report from a file is always another case', async () => {
  const pairing = createPairing(null)
  pairing.show(client, null, true)
  await pairing.handlers.pairWithCode({ code: codeOf(server) })
  pairing.show(client, null, true)
  assert.equal(value(await pairing.handlers.caseCode(null)).pair, null)
})

test('a recording without a case is the opposite end of this case; a closed dialog changes nothing', async () => {
  const recording = join(folder, 'server')
  await saveRecording(recording, machineThat(target))
  const chosen = [recording, null, join(folder, 'nothing.zip')]
  const pairing = createPairing(async () => chosen.shift() ?? null)
  pairing.show(client, 'a')
  const pair = value(await pairing.handlers.pairWithFile(null))
  assert.equal(pair?.verdict.state, 'go', JSON.stringify(pair))
  assert.equal(value(await pairing.handlers.pairWithFile(null)), null)
  assert.equal(faultOf(await pairing.handlers.pairWithFile(null)), 'missing')
  assert.deepEqual(value(await pairing.handlers.caseCode(null)).pair, pair)
})

test('what is no code and no file of ours is a fault, and a window without files says so', async () => {
  const strange = join(folder, 'strange.json')
  await writeFile(strange, '{"format":"pku2u-doctor/report@1"}')
  const pairing = createPairing(async () => strange)
  pairing.show(client, 'a')
  assert.equal(faultOf(await pairing.handlers.pairWithFile(null)), 'unreadable')
  assert.equal(faultOf(await pairing.handlers.pairWithCode({ code: 'nonsense' })), 'unreadable')
  const closed = createPairing(null)
  closed.show(client, 'a')
  assert.equal(faultOf(await closed.handlers.pairWithFile(null)), 'refused')
})
