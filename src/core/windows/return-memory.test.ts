import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { createReturning } from '../../main/ipc/returning.ts'
import { onlySimulated } from '../../main/simulated-machines.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { ok } from '../../shared/result.ts'
import { returnMemory } from './return-memory.ts'

const root = await mkdtemp(join(tmpdir(), 'pku2u-return-'))
after(() => rm(root, { recursive: true, force: true }))

const newFolder = () => mkdtemp(join(root, 'one-'))
const machine = 'client-value-off'
const intent = { ...defaultIntent, account: 'adele@contoso.com', peer: 'PC-0417', domain: 'corp.contoso.com' }
const kept = { format: 'pku2u-doctor/return@1', machine, intent }
const added = {
  kerberosServer: 'Id : 1\r\n',
  testRun: {
    format: 'pku2u-doctor/test-run@1',
    answers: [{ id: 'unlock', answer: 'failed', note: 'Asks for the password.' }],
  },
} as const

test('a case is handed over once, also from a folder that was not there', async () => {
  const memory = returnMemory(join(await newFolder(), 'new'))
  assert.deepEqual(await memory.take(), ok(null))
  assert.ok((await memory.remember({ machine, intent })).ok)
  assert.ok((await memory.remember({ machine: null, intent })).ok)
  assert.deepEqual(await memory.take(), ok({ machine: null, intent }))
  assert.deepEqual(await memory.take(), ok(null))
})

test('what was added to the case comes back with it', async () => {
  const memory = returnMemory(await newFolder())
  assert.ok((await memory.remember({ machine, intent, inputs: added })).ok)
  assert.deepEqual(await memory.take(), ok({ machine, intent, inputs: added }))
})

test('forgotten is gone, and forgetting nothing is fine', async () => {
  const memory = returnMemory(await newFolder())
  await memory.remember({ machine, intent })
  assert.ok((await memory.forget()).ok && (await memory.forget()).ok)
  assert.deepEqual(await memory.take(), ok(null))
})

test('a folder that cannot be written is said', async () => {
  const file = join(await newFolder(), 'file')
  await writeFile(file, '')
  const kept = await returnMemory(join(file, 'inside')).remember({ machine, intent })
  assert.equal(kept.ok, false)
})

describe('what is not a case of this product is explained, ignored and removed', () => {
  const json = (value: unknown) => JSON.stringify(value)
  for (const [what, text, says] of [
    ['damaged', '{"format":', /is damaged/],
    ['not text', Buffer.from([0xff, 0xfe, 0x00]), /is damaged/],
    ['empty', '', /is damaged/],
    ['foreign', json({ a: 1 }), /is not a case/],
    ['of a later version', json({ ...kept, format: 'pku2u-doctor/return@2', more: 1 }), /another version/],
    ['with more in it', json({ ...kept, program: 'C:\\x.exe' }), /is not a case/],
    ['with more in the case', json({ ...kept, intent: { ...intent, args: '--inspect' } }), /is not a case/],
    ['without a role', json({ ...kept, intent: { ...intent, role: undefined } }), /is not a case/],
    ['with a machine that is a path', json({ ...kept, machine: '../x' }), /is not a case/],
    ['with an input nobody can give', json({ ...kept, inputs: { ...added, file: '../x' } }), /is not a case/],
    [
      'with more pasted than is taken',
      json({ ...kept, inputs: { ...added, kerberosServer: 'x'.repeat(200_001) } }),
      /is not a case/,
    ],
    ['with an account nobody can type', json({ ...kept, intent: { ...intent, account: 'a b' } }), /is not a case/],
    ['with an option for a host', json({ ...kept, intent: { ...intent, peer: '/x:y' } }), /is not a case/],
    ['with an option for a domain', json({ ...kept, intent: { ...intent, domain: '/sc_reset:x' } }), /is not a case/],
  ] as const)
    test(what, async () => {
      const folder = await newFolder()
      await writeFile(join(folder, 'return.json'), text)
      const taken = await returnMemory(folder).take()
      assert.match(taken.ok ? '' : taken.fault.message, says)
      assert.deepEqual(await readdir(folder), [])
    })

  test('a folder in its place', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'return.json'))
    assert.equal((await returnMemory(folder).take()).ok, false)
  })
})

describe('what a start goes on with', () => {
  const machines = onlySimulated('Only here.', 0)
  const live = { kind: 'live', open: () => assert.fail('nothing may be asked') } as const

  test('nothing when nobody restarted, and the file stays', async () => {
    const memory = returnMemory(await newFolder())
    await memory.remember({ machine, intent })
    assert.equal(await createReturning({ machines, resume: null, memory })(), null)
    assert.deepEqual(await memory.take(), ok({ machine, intent }))
  })

  test('the case, however often the page is loaded', async () => {
    const memory = returnMemory(await newFolder())
    await memory.remember({ machine, intent })
    const returning = createReturning({ machines, resume: 'restart', memory })
    for (const _load of [1, 2]) assert.deepEqual(await returning(), { kind: 'case', step: 'restart', machine, intent })
  })

  for (const [what, options, remembered] of [
    ['nothing is kept', { machines }, null],
    ['nothing can be kept', { machines, memory: null }, null],
    ['the case is of a simulated machine, and the window of this PC', { machines: live }, machine],
    ['the case is of this PC, and the window of simulated machines', { machines }, undefined],
    ['the machine is not there any more', { machines }, 'gone'],
  ] as const)
    test(`lost, and said: ${what}`, async () => {
      const memory = returnMemory(await newFolder())
      if (remembered !== null) await memory.remember({ machine: remembered ?? null, intent })
      const returning = await createReturning({ resume: 'check', memory, ...options })()
      assert.match(returning?.kind === 'lost' ? returning.message : '', /after a restart.*check again/)
    })
})
