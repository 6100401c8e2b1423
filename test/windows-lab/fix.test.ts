import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sealTicket } from '../../src/core/elevation/ticket.ts'
import { planOn } from '../../src/core/engine/perform-fix.ts'
import { keys } from '../../src/core/facts/keys.ts'
import { runOnce } from '../../src/core/windows/come-back.ts'
import { priorState } from '../kit/random-state.ts'
import { requestFor, testPc, withValue } from '../kit/test-pc.ts'
import { cliEntry } from './cli-entry.ts'
import { calls, reg, runInWine, setAccess } from './lab.ts'
import { windowsNode, windowsPath } from './lab-files.ts'
import { answerScripts, fixScene, insideFix, journalFiles, printedValue, productFolder } from './lab-fix.ts'
import { regFile } from './reg-file.ts'

const entry = windowsPath(await cliEntry())
const doctor = async (folder: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = await runInWine(folder, 'doctor', windowsNode, [entry, ...args, '--json'])
  return { status, stderr, value: stdout === '' ? null : JSON.parse(stdout) }
}
const dword = (data: number) => ['REG_DWORD', data] as const

describe('the command line changes this PC', () => {
  test('fix writes, reads back and journals; undo puts back; a foreign edit in between is refused', async () => {
    const folder = await fixScene('fix-undo', dword(0))
    const fixed = await doctor(folder, 'fix', 'pku2u.enable', '--yes')
    assert.deepEqual([fixed.status, fixed.value?.state], [5, 'applied'], fixed.stderr)
    assert.match(fixed.stderr, /runs as LAB\\admin/)
    assert.deepEqual(fixed.value.changes[0].readBack, { value: dword(1) })
    assert.equal(await printedValue(folder), 'REG_DWORD 0x1')
    const [kept] = journalFiles() as readonly { format: string; entries: readonly { state: string }[] }[]
    assert.deepEqual([kept?.format, kept?.entries[0]?.state], ['pku2u-doctor/change-set@1', 'verified'])

    const live = await doctor(folder, 'check')
    assert.equal(live.value.facts.restart.due, true)

    await reg(folder, 'add', keys.pku2u, '/v', 'AllowOnlineID', '/t', 'REG_DWORD', '/d', '7', '/f')
    const refused = await doctor(folder, 'undo', '--yes')
    assert.deepEqual([refused.status, refused.value.fault.code], [8, 'conflict'])
    assert.equal(await printedValue(folder), 'REG_DWORD 0x7')
    await reg(folder, 'add', keys.pku2u, '/v', 'AllowOnlineID', '/t', 'REG_DWORD', '/d', '1', '/f')

    const undone = await doctor(folder, 'undo', '--yes')
    assert.deepEqual([undone.status, undone.value.state], [0, 'undone'], JSON.stringify(undone.value))
    assert.equal(await printedValue(folder), 'REG_DWORD 0x0')
  })

  test('a folder that somebody planted: exit 8, and nothing is written anywhere', async () => {
    const folder = await fixScene('planted', dword(0))
    answerScripts(folder, { sddl: 'O:S-1-5-21-1-2-3-1001D:AI(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)' })
    const refused = await doctor(folder, 'fix', 'pku2u.enable', '--yes')
    assert.deepEqual([refused.status, refused.value.fault.code], [8, 'denied'])
    assert.deepEqual([await printedValue(folder), journalFiles()], ['REG_DWORD 0x0', []])
  })

  test('a key that Windows keeps from us: exit 8, and the key and the missing right are named', async () => {
    const folder = await fixScene('denied', dword(0))
    await setAccess(folder, 'deny', 'HKLM', keys.pku2u.slice(5))
    const refused = await doctor(folder, 'fix', 'pku2u.enable', '--yes')
    await setAccess(folder, 'allow', 'HKLM', keys.pku2u.slice(5))
    assert.equal(refused.status, 8)
    assert.match(refused.value.fault.message, /Lsa\\pku2u: the right to .* is missing/)
    assert.equal(await printedValue(folder), 'REG_DWORD 0x0')
  })

  test('a journal that is damaged: exit 8, and the file is named', async () => {
    const folder = await fixScene('damaged', dword(0))
    writeFileSync(join(productFolder, 'journal', '0000000001-aa.json'), '{"format":')
    for (const args of [
      ['fix', 'pku2u.enable', '--yes'],
      ['undo', '--yes'],
    ]) {
      const refused = await doctor(folder, ...args)
      assert.equal(refused.status, 8)
      assert.match(refused.value.fault.message, /0000000001-aa\.json is damaged/)
    }
    assert.equal(await printedValue(folder), 'REG_DWORD 0x0')
  })

  test('without the rights: a plan un-elevated, and no writing from a program that is not installed', async () => {
    const folder = await fixScene('unelevated', dword(0), { elevated: false })
    assert.equal((await doctor(folder, 'fix', 'pku2u.enable', '--dry-run')).value.state, 'planned')
    const refused = await doctor(folder, 'fix', 'pku2u.enable', '--yes')
    assert.deepEqual([refused.status, refused.value.fault.code], [8, 'denied'])
    assert.deepEqual([await printedValue(folder), journalFiles()], ['REG_DWORD 0x0', []])
  })
})

describe('restart', () => {
  test('shutdown.exe is asked as it wants to be, and 1190 and 1116 are understood', async () => {
    const folder = await fixScene('restart', dword(1))
    writeFileSync(join(folder, 'none.out'), '')
    writeFileSync(join(folder, 'shutdown.answers'), '/a\t0\t1\tnone.out\n/r\t0\t1\tnone.out\n')
    assert.equal((await doctor(folder, 'restart', '--in', '15')).status, 2, 'not without --yes')
    const scheduled = await doctor(folder, 'restart', '--in', '15', '--yes')
    assert.equal(scheduled.status, 0)
    const [call] = calls(folder).filter(({ program }) => program === 'shutdown')
    assert.deepEqual(call?.args.slice(0, 6), ['/r', '/t', '900', '/d', 'p:4:1', '/c'])
    assert.match(call?.args[6] ?? '', /save your work/)
    assert.equal((await doctor(folder, 'restart')).value.scheduledFor, scheduled.value.scheduledFor)
    writeFileSync(join(folder, 'shutdown.answers'), '/a\t1116\t1\tnone.out\n/r\t1190\t1\tnone.out\n')
    const again = await doctor(folder, 'restart', '--in', '5', '--yes')
    assert.deepEqual([again.status, again.value.fault.code], [8, 'conflict'])
    await reg(folder, 'add', runOnce, '/v', 'PKU2U Doctor', '/d', 'x.exe --resume restart', '/f')
    const cancelled = await doctor(folder, 'restart', '--cancel', '--yes')
    assert.deepEqual([cancelled.status, cancelled.value.cancelled, cancelled.value.scheduledFor], [0, false, null])
    assert.ok(!(await reg(folder, 'query', runOnce)).stdout.includes('--resume'), 'nothing is left to come back for')
  })

  test('coming back stands in RunOnce of this user, and goes again', async () => {
    const folder = await fixScene('come-back', dword(1))
    const program = 'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe'
    await insideFix(folder, { do: 'come-back', program, forget: false })
    assert.ok((await reg(folder, 'query', runOnce)).stdout.includes(`"${program}" --resume restart`))
    await insideFix(folder, { do: 'come-back', program, forget: true })
    assert.ok(!(await reg(folder, 'query', runOnce)).stdout.includes('--resume'))
  })
})

test('the elevated step takes its own ticket once, and no other', async () => {
  const folder = await fixScene('step', dword(0))
  const asked = requestFor('pku2u.enable')
  const plan = await planOn(testPc({ registry: withValue(['REG_DWORD', 0]) }), asked)
  assert.ok(plan.ok)
  const ticket = sealTicket({ do: 'fix', ...asked, token: plan.value.token }, new Date())
  const path = join(folder, 'ticket.json')
  const step = (...argv: readonly string[]) => insideFix(folder, { do: 'step', argv })
  const argv = ['--apply', windowsPath(path), '--ticket-hash', ticket.hash]

  writeFileSync(path, Buffer.concat([ticket.bytes, Buffer.from(' ')]))
  assert.equal(await step(...argv), 8, 'swapped')
  writeFileSync(path, ticket.bytes)
  assert.equal(await step(...argv, '--remote-debugging-port=0'), 2)
  assert.equal(await step('--apply', '\\\\server\\share\\ticket.json', '--ticket-hash', ticket.hash), 8)
  assert.equal(await printedValue(folder), 'REG_DWORD 0x0')
  assert.equal(await step(...argv), 5)
  assert.equal(await printedValue(folder), 'REG_DWORD 0x1')
  const used = JSON.parse(readFileSync(join(productFolder, 'tickets', `${ticket.nonce}.json`), 'utf8'))
  assert.deepEqual([used.result.value.state, used.result.value.changeId], ['applied', ticket.nonce])
  assert.equal(await step(...argv), 8, 'used')
  assert.ok(existsSync(path))
})

// Four hundred starts of reg.exe, which a busy computer takes minutes for.
test('100 prior states: fix, then undo, and reg export gives the same bytes', { timeout: 900_000 }, async () => {
  const folder = await fixScene('states', null)
  const samples = fc.sample(priorState(20_000), { numRuns: 100, seed: 20261120 })
  const states = samples.map(({ dump, fix }, index) => {
    const file = `state-${index}.reg`
    writeFileSync(join(folder, file), regFile(dump, [keys.pku2u]))
    return { file, fix }
  })
  const answers = (await insideFix(folder, { do: 'fix-undo', key: keys.lsa, states })) as readonly {
    readonly fixed: unknown
    readonly wrote: boolean
    readonly undone: unknown
    readonly same: boolean
  }[]
  assert.equal(answers.length, 100)
  for (const [index, { fixed, wrote, undone, same }] of answers.entries())
    assert.deepEqual(
      [fixed, undone, same],
      ['applied', wrote ? 'undone' : null, true],
      JSON.stringify(samples[index]).slice(0, 800),
    )
  assert.ok(answers.filter(({ wrote }) => wrote).length > 60)
})
