import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { unfinished } from '../src/core/engine/finish.ts'
import type { Pc } from '../src/core/engine/pc.ts'
import { finishChangeSet } from '../src/core/engine/perform-finish.ts'
import { putBackChangeSet } from '../src/core/engine/perform-undo.ts'
import { keys } from '../src/core/facts/keys.ts'
import { crashRequest, diskPc, type Play, play, statePc } from './kit/crash-play.ts'
import { lsaKeys } from './kit/test-pc.ts'

const root = await mkdtemp(join(tmpdir(), 'pku2u-crash-'))
after(() => rm(root, { recursive: true, force: true }))

/** The child as one file: it starts some two hundred times. */
before(() =>
  build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('kit/crash-child.ts', import.meta.url)),
      outDir: join(root, 'child'),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs', codeSplitting: false } },
    },
  }),
)
const child = join(root, 'child', 'child.mjs')

const die = (asked: Play): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, JSON.stringify(asked)], { stdio: 'ignore' })
    started.once('error', reject)
    started.once('exit', (_code, signal) => resolve(signal))
  })

/** The two values, and whether the key of the first is there at all. */
const stateOf = ({ writable: { registry } }: Pc): string => {
  const seen = [
    registry.keyExists(keys.pku2u),
    registry.value(keys.pku2u, 'AllowOnlineID'),
    registry.value(keys.terminalServer, 'fDenyTSConnections'),
  ]
  return JSON.stringify(seen.map((each) => (each.ok ? each.value : each.fault.code)))
}

/** No PKU2U key at all, so that its making and its removal are steps as well. */
const firstRegistry = {
  complete: true,
  keys: {
    ...lsaKeys,
    [keys.terminalServer]: { values: { fDenyTSConnections: ['REG_DWORD', 1], Other: ['REG_SZ', 'stays'] } },
  },
}

const open = async (on: Play['on'], folder: string): Promise<Pc> =>
  on === 'disk' ? diskPc(folder).pc : (await statePc(folder)).pc

/** A folder before the act, the states before and after it, and how many steps it has. */
const prepare = async (on: Play['on'], act: Play['act']) => {
  const base = join(root, `${on}-${act}`)
  await mkdir(join(base, 'journal'), { recursive: true })
  await writeFile(join(base, 'registry.json'), JSON.stringify(firstRegistry))
  const old = stateOf(await open(on, base))
  if (act === 'undo') await play({ on, folder: base, act: 'fix', at: 0 })
  // Between the two writes, as a kill leaves it.
  if (act === 'finish') assert.equal(await die({ on, folder: base, act: 'fix', at: middle }), 'SIGKILL')
  const state = act === 'finish' ? old : stateOf(await open(on, base))
  const whole = `${base}-whole`
  await cp(base, whole, { recursive: true })
  const steps = await play({ on, folder: whole, act, at: 0 })
  return { base, state, done: stateOf(await open(on, whole)), steps }
}

let kills = 0
/** A step after the first value was written and before the second. */
const middle = 30

/** Looks at what a kill left, then takes one of the two ways out of it. */
const lookAfter = async (asked: Play, old: string, done: string, finish: boolean): Promise<void> => {
  const what = JSON.stringify(asked)
  const [fixed, unfixed] = asked.act === 'undo' ? [old, done] : [done, old]
  const pc = await open(asked.on, asked.folder)
  const interrupted = await unfinished(pc)
  assert.ok(interrupted.ok, what)
  const journal = await pc.journal.list()
  assert.ok(journal.ok, what)
  const states = new Set(journal.value.map(({ state }) => state))
  assert.ok(states.size <= 1, what)
  const [id] = interrupted.value.map((entries) => entries[0]?.id ?? '')
  if (id === undefined) {
    // The journal calls it done or not begun, and the machine agrees.
    const inForce = states.has('verified')
    assert.equal(stateOf(pc), inForce ? fixed : unfixed, `${what}: ${[...states].join()}`)
    return
  }
  const way = finish ? await finishChangeSet(pc, id) : await putBackChangeSet(pc, id)
  assert.ok(way.ok, `${what}: ${JSON.stringify(way)}`)
  const again = await open(asked.on, asked.folder)
  assert.equal(stateOf(again), finish ? fixed : unfixed, what)
  const left = await unfinished(again)
  assert.deepEqual(left.ok ? left.value : left.fault, [], what)
}

/** Two at a time: the children are where the time goes. */
const eachTwo = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all([worker(), worker()])
}

for (const [on, act] of [
  ['disk', 'fix'],
  ['disk', 'undo'],
  ['disk', 'finish'],
  ['state', 'fix'],
  ['state', 'undo'],
] as const)
  test(`${act} killed before and after every step, ${on === 'disk' ? 'journal and registry on the disk' : 'in the folder of a simulated machine'}`, async () => {
    const { base, state, done, steps } = await prepare(on, act)
    assert.notEqual(state, done)
    const ways = Array.from({ length: steps }, (_, index) =>
      [true, false].map((finish) => ({ at: index + 1, finish })),
    ).flat()
    await eachTwo(ways, async ({ at, finish }) => {
      const folder = `${base}-${at}-${finish}`
      await cp(base, folder, { recursive: true })
      const asked = { on, folder, act, at } as const
      assert.equal(await die(asked), 'SIGKILL', JSON.stringify(asked))
      kills += 1
      await lookAfter(asked, state, done, finish)
      await rm(folder, { recursive: true, force: true })
    })
  })

test('at least 200 kills', () => {
  assert.ok(kills >= 200, `${kills} kills of ${crashRequest.ids.join()}`)
  console.log(`${kills} kills`)
})
