import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { memoryJournal, pku2uValue, requestFor, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Agreed } from '../engine/pc.ts'
import { planOn } from '../engine/perform-fix.ts'
import { fileStore } from '../windows/file-store.ts'
import { elevatedStep, isElevatedStep, runElevatedStep } from './elevated-step.ts'
import { sealTicket } from './ticket.ts'
import { readTicketFile } from './ticket-file.ts'
import { usedTickets } from './used-tickets.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-tickets-'))
after(() => rm(folder, { recursive: true, force: true }))

const now = new Date('2026-11-20T09:15:00Z')
const asked = requestFor('pku2u.enable')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const planned = await planOn(testPc(), asked)
assert.ok(planned.ok)
const { token } = planned.value
const agreedFix: Agreed = { do: 'fix', ...asked, token }

/** A PC with its elevated step; the ticket is handed over as bytes. */
const stepOn = (
  more: { elevated?: boolean | null; prepared?: Result<void>; at?: Date; registry?: ReturnType<typeof withValue> } = {},
) => {
  const journal = memoryJournal()
  const pc = testPc({ journal: journal.store, registry: more.registry ?? withValue(['REG_DWORD', 0]) })
  const used = new Map<string, Uint8Array>()
  const tickets = usedTickets('', {
    ...fileStore(),
    create: async (_folder, name, bytes) => {
      if (used.has(name)) return fail('conflict', 'there')
      used.set(name, bytes)
      return ok(undefined)
    },
    replace: async (_folder, name, bytes) => {
      used.set(name, bytes)
      return ok(undefined)
    },
    read: async (_folder, name) => {
      const bytes = used.get(name)
      return bytes === undefined ? fail('missing', 'no') : ok(bytes)
    },
  })
  const run = (bytes: Uint8Array, argv: readonly string[]) =>
    elevatedStep(argv, {
      pc: () => ({ ...pc, elevated: more.elevated === undefined ? true : more.elevated }),
      prepare: async () => more.prepared ?? ok(undefined),
      tickets,
      now: () => more.at ?? now,
      read: async () => ok(bytes),
    })
  const apply = (bytes: Uint8Array, hash = hashOf(bytes)) => run(bytes, ['--apply', '/t', '--ticket-hash', hash])
  return { pc, journal, tickets, run, apply }
}

describe('the elevated step', () => {
  test('does what was agreed to, once, and writes down what came of it', async () => {
    const { pc, journal, tickets, apply } = stepOn()
    const { bytes, nonce } = sealTicket(agreedFix, now)
    assert.equal(await apply(bytes), 5)
    assert.deepEqual(pku2uValue(pc.registry), ['REG_DWORD', 1])
    assert.deepEqual(
      journal.entries().map(({ id, state }) => [id, state]),
      [[nonce, 'verified']],
    )
    const result = await tickets.resultOf(nonce)
    assert.ok(result.ok)
    assert.deepEqual([result.value.state, result.value.changeId, result.value.by], ['applied', nonce, 'PC\\admin'])
    assert.deepEqual(result.value.changes[0]?.readBack, { value: ['REG_DWORD', 1] })
    assert.equal(await apply(bytes), 8, 'a second time')
    assert.equal(pc.writes.length, 1)
  })

  test('undoes and finishes', async () => {
    const { pc, journal, apply } = stepOn()
    const fix = sealTicket(agreedFix, now)
    await apply(fix.bytes)
    const entry = journal.entries()[0]
    assert.ok(entry !== undefined)
    await journal.store.save([{ ...entry, state: 'captured' }])
    assert.equal(await apply(sealTicket({ do: 'finish', id: fix.nonce }, now).bytes), 5)
    assert.equal(
      await apply(sealTicket({ do: 'undo', id: fix.nonce, token }, now).bytes),
      8,
      'a token of something else',
    )
    assert.deepEqual(pku2uValue(pc.registry), ['REG_DWORD', 1])
  })

  test('says 6 and names the owner when a policy holds 0, and writes nothing', async () => {
    const { pc, tickets, apply } = stepOn({
      registry: {
        complete: true,
        keys: {
          ...withValue(['REG_DWORD', 0]).keys,
          'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\LocalPoliciesSecurityOptions': {
            values: {
              NetworkSecurity_AllowPKU2UAuthenticationRequests: ['REG_DWORD', 0],
              NetworkSecurity_AllowPKU2UAuthenticationRequests_ProviderSet: ['REG_DWORD', 1],
            },
          },
        },
      },
    })
    const { bytes, nonce } = sealTicket(agreedFix, now)
    assert.equal(await apply(bytes), 6)
    const result = await tickets.resultOf(nonce)
    assert.ok(result.ok)
    assert.equal(result.value.owner?.kind, 'mdm')
    assert.deepEqual(pc.writes, [])
    const even = sealTicket({ ...agreedFix, evenIfManaged: true }, now)
    assert.equal(await apply(even.bytes), 5)
    assert.deepEqual(pku2uValue(pc.registry), ['REG_DWORD', 1])
  })

  test('looks up the owner of the setting that is written', async () => {
    const keysOff = {
      'HKLM\\SOFTWARE\\Microsoft\\Policies\\PassportForWork\\SecurityKey': {
        values: { UseSecurityKeyForSignin: ['REG_DWORD', 0] as const },
      },
    }
    const registry = { complete: true, keys: { 'HKLM\\SOFTWARE': {}, ...keysOff } }
    const order = requestFor('security-key.enable-sign-in')
    const plan = await planOn(testPc({ registry }), order)
    assert.ok(plan.ok)
    const { pc, tickets, apply } = stepOn({ registry })
    const { bytes, nonce } = sealTicket({ do: 'fix', ...order, token: plan.value.token }, now)
    assert.equal(await apply(bytes), 6)
    const result = await tickets.resultOf(nonce)
    assert.ok(result.ok)
    assert.deepEqual(result.value.owner, { kind: 'mdm', name: 'Intune or another MDM service' })
    assert.deepEqual(pc.writes, [])
  })

  for (const [what, more] of [
    ['without an administrator’s rights', { elevated: false }],
    ['when nobody can tell what its rights are', { elevated: null }],
    ['with a folder that somebody planted', { prepared: fail('denied', 'planted') }],
    ['after the ticket has expired', { at: new Date(now.getTime() + 5 * 60_000) }],
    ['before it was made', { at: new Date(now.getTime() - 1) }],
    ['when the value is another one by now', { registry: withValue(['REG_DWORD', 7]) }],
  ] as const)
    test(`refuses with 8 ${what}`, async () => {
      const { pc, apply } = stepOn(more)
      assert.equal(await apply(sealTicket(agreedFix, now).bytes), 8)
      assert.deepEqual(pc.writes, [])
    })
})

describe('the command line of the step', () => {
  const { bytes, hash } = sealTicket(agreedFix, now)
  const good = ['--apply', '/t', '--ticket-hash', hash]
  const extras = [
    '--inspect',
    '--inspect-brk=0',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--load-extension=x',
    '--user-data-dir=x',
    '--no-sandbox',
    '--js-flags=x',
    '/inspect',
    '-r',
    'x',
    '',
    '--',
    '--dry-run',
    '--apply',
  ]
  for (const extra of extras)
    test(`"${extra}" anywhere is refused with 2`, async () => {
      for (let place = 0; place <= good.length; place++) {
        const { pc, run } = stepOn()
        const exit = await run(bytes, [...good.slice(0, place), extra, ...good.slice(place)])
        assert.ok(exit === 2 || exit === 8, `${place}: ${exit}`)
        if (place !== 1 && place !== 3) assert.equal(exit, 2)
        assert.deepEqual(pc.writes, [])
      }
    })

  test('something missing, in another order or in another spelling', async () => {
    for (const argv of [
      [],
      ['--apply'],
      good.slice(0, 3),
      ['--ticket-hash', hash, '--apply', '/t'],
      ['--Apply', '/t', '--ticket-hash', hash],
      [`--apply=/t`, `--ticket-hash=${hash}`],
    ]) {
      const { pc, run } = stepOn()
      assert.equal(await run(bytes, argv), 2, argv.join(' '))
      assert.deepEqual(pc.writes, [])
    }
  })

  test('is told from every other start', () => {
    for (const argv of [good, ['--inspect', ...good], ['--apply=x'], ['--TICKET-HASH', 'x']])
      assert.equal(isElevatedStep(argv), true)
    for (const argv of [[], ['fix', 'pku2u.enable'], ['--simulate', 'x'], ['--apply-not'], ['apply']])
      assert.equal(isElevatedStep(argv), false)
  })

  test('outside Windows it does nothing', {
    skip: process.platform === 'win32' ? 'this is Windows' : false,
  }, async () => {
    assert.equal(await runElevatedStep(good), 2)
  })
})

describe('the file of a ticket', () => {
  test('is read from this PC only, and only when it is a small file', async () => {
    const path = join(folder, 'ticket.json')
    await writeFile(path, 'x'.repeat(70_000))
    for (const each of [
      path,
      folder,
      'ticket.json',
      '\\\\server\\share\\t',
      '//server/share/t',
      join(folder, 'none'),
      '/dev/zero',
    ]) {
      const read = await readTicketFile(each)
      assert.equal(read.ok, false, each)
    }
    await writeFile(path, '{}')
    assert.deepEqual(await readTicketFile(path), ok(new TextEncoder().encode('{}')))
  })

  test('used tickets lie in a folder, and one is used once even when two try at once', async () => {
    const tickets = usedTickets(folder, fileStore())
    const nonce = '7d1f4c1e-5a52-4a4e-9d0e-0c8f2f6b1a01'
    const both = await Promise.all([tickets.use(nonce), tickets.use(nonce.toUpperCase())])
    assert.deepEqual(both.map((used) => used.ok).sort(), [false, true])
    assert.equal((await tickets.resultOf(nonce)).ok, false, 'not done yet')
    await tickets.keep(nonce, fail('conflict', 'because'))
    assert.deepEqual(await tickets.resultOf(nonce), fail('conflict', 'because'))
    await writeFile(
      join(folder, `${nonce}.json`),
      '{"format":"pku2u-doctor/used-ticket@1","result":{"ok":true,"value":{}}}',
    )
    const damaged = await tickets.resultOf(nonce)
    assert.equal(damaged.ok ? 'ok' : damaged.fault.code, 'unreadable')
    assert.ok((await readdir(folder)).includes(`${nonce}.json`))
  })
})
