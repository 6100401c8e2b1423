import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keys } from '../facts/keys.ts'
import { onlyAskedKeys } from './registry-fields.ts'

test('a key that is only known from what is listed below it stays unread', () => {
  const below = `${keys.workplaceJoinInfo}\\AABB` as const
  const kept = (complete: boolean) => onlyAskedKeys({ complete, keys: { [below]: { values: {} } } }).keys
  assert.deepEqual(kept(false), { [below]: { values: {} } })
  assert.deepEqual(kept(true)[keys.workplaceJoinInfo], { subkeys: ['AABB'] })
})
