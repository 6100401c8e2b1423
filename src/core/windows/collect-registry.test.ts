import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeHost } from '../../../test/windows-lab/fake-host.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { fail } from '../../shared/result.ts'

import { collect } from './collect.ts'
import type { Host } from './host.ts'

const now = () => new Date('2026-11-20T09:15:00Z')

test('the registry keeps absent, refused and present apart, and reads trees one level deep', async () => {
  const tree = 'HKCU\\Software\\Tree' as const
  const { host } = fakeHost({
    registry: {
      complete: true,
      keys: {
        'HKLM\\SOFTWARE\\Refused': { error: 'access-denied' },
        [tree]: { values: { '': ['REG_SZ', 'd'] }, subkeys: ['One', 'Two'] },
        [`${tree}\\One`]: { values: { n: ['REG_DWORD', 1] } },
        [`${tree}\\Two`]: { values: {} },
      },
    },
  })
  const odd: Host = {
    ...host,
    registry: {
      ...host.registry,
      values: (key) => (key.endsWith('Broken') ? fail('failed', 'disk') : host.registry.values(key)),
      subkeys: (key) => (key.endsWith('One') ? fail('denied', 'no') : host.registry.subkeys(key)),
    },
  }
  const keys = [
    'HKLM\\SOFTWARE\\Refused',
    'HKLM\\SOFTWARE\\None',
    'HKLM\\SOFTWARE\\Broken',
    'HKLM\\software\\none',
  ] as const
  const recorded = await collect(odd, { commands: [], keys, trees: [tree] }, { intent: defaultIntent, now })
  assert.deepEqual(recorded.registry, {
    complete: false,
    keys: {
      'HKLM\\SOFTWARE\\Refused': { error: 'access-denied' },
      'HKLM\\SOFTWARE\\None': null,
      'HKLM\\SOFTWARE\\Broken': { error: 'failed' },
      [tree]: { values: { '': ['REG_SZ', 'd'] }, subkeys: ['One', 'Two'] },
      [`${tree}\\One`]: { values: { n: ['REG_DWORD', 1] } },
      [`${tree}\\Two`]: { values: {}, subkeys: [] },
    },
  })
})
