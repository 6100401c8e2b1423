import assert from 'node:assert/strict'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keys } from '../../src/core/facts/keys.ts'
import { importRegistry } from './lab.ts'
import { fixScene, insideFix, journalFiles, printedValue } from './lab-fix.ts'

/** Fewer than on Linux, where every step has its turn: here each costs a start of Wine's Node or three. */
const everySo = 2

for (const act of ['fix', 'undo'] as const)
  test(`${act} ended by TerminateProcess between its steps leaves the old state or the new one`, async () => {
    const folder = await fixScene(`crash-${act}`, ['REG_DWORD', 0])
    const run = (at: number, what: 'fix' | 'undo' = act) => insideFix(folder, { do: 'crash', at, act: what })
    const journal = join(folder, 'journal')
    const first = join(folder, 'first')
    if (act === 'undo') await run(0, 'fix')
    cpSync(journal, first, { recursive: true })
    const whole = (await run(0)) as { readonly steps: number }
    const value = act === 'fix' ? 0 : 1
    let kills = 0
    for (let at = 3; at <= whole.steps; at += everySo) {
      rmSync(journal, { recursive: true })
      cpSync(first, journal, { recursive: true })
      const dump = {
        complete: true,
        keys: { [keys.pku2u]: { values: { AllowOnlineID: ['REG_DWORD', value] as const } } },
      }
      await importRegistry(folder, dump, [keys.pku2u])
      assert.equal(await run(at), null, `${at} of ${whole.steps}`)
      kills += 1
      const seen = await printedValue(folder)
      const way = at % 4 === 3 ? 'finish' : 'put-back'
      const after = (await insideFix(folder, { do: 'look-after', way })) as {
        readonly unfinished: string | null
        readonly states?: readonly string[]
        readonly done?: string
      }
      if (after.unfinished === null) {
        const inForce = after.states?.includes('verified') === true
        assert.equal(seen, `REG_DWORD 0x${inForce ? 1 : 0}`, `${at}: ${JSON.stringify(journalFiles(journal))}`)
      } else {
        assert.equal(after.done, way === 'finish' ? 'applied' : 'undone', String(at))
        assert.equal(await printedValue(folder), `REG_DWORD 0x${way === 'finish' ? 1 : 0}`, String(at))
      }
    }
    assert.ok(kills >= 6, `${kills} kills`)
  })
