import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wishOf } from '../../shared/case-words.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { readField, requestOf } from './read-form.ts'
import { sampleBridge } from './sample-report.ts'
import { createAppStore } from './store.ts'

const newStore = () => createAppStore(sampleBridge(), { load: () => null, save: () => {} })

test('an untouched form asks for the usual case', () => {
  assert.deepEqual(requestOf(newStore().getState().form), { intent: defaultIntent, machine: null })
})

test('each card stands for a role and a track', () => {
  const { getState } = newStore()
  for (const wish of ['is-target', 'security-key', 'connects'] as const) {
    getState().choose(wish)
    assert.equal(wishOf(getState().form), wish)
  }
  assert.equal(wishOf({ role: 'server', track: 'security-key' }), 'security-key')
})

test('every form of the account is asked for as the bare address', () => {
  const { getState } = newStore()
  for (const typed of ['adele@contoso.com', ' AzureAD\\adele@contoso.com ', '.\\EntraID\\adele@contoso.com']) {
    getState().type('account', typed)
    assert.equal(requestOf(getState().form)?.intent.account, 'adele@contoso.com')
    assert.deepEqual(readField('account', typed), {
      state: 'valid',
      value: 'adele@contoso.com',
      shown: 'AzureAD\\adele@contoso.com',
    })
  }
})

test('a field that cannot be used keeps the check from starting', () => {
  for (const [field, text] of [
    ['account', 'CONTOSO\\adele'],
    ['peer', 'rdp://PC-1'],
    ['domain', 'not a domain'],
    ['domain', '192.0.2.1'],
  ] as const) {
    const { getState } = newStore()
    getState().type(field, text)
    assert.equal(readField(field, text).state, 'invalid')
    assert.equal(requestOf(getState().form), null)
  }
})

test('spaces alone are an empty field', () => {
  assert.deepEqual(readField('peer', '  '), { state: 'empty' })
})

test('a simulated machine brings its case along, and clears what was typed', () => {
  const { getState } = newStore()
  getState().type('account', 'x@y.example')
  getState().chooseMachine({
    name: 'server-default',
    title: '',
    story: '',
    intent: { ...defaultIntent, role: 'server', peer: 'PC-1' },
  })
  assert.deepEqual(requestOf(getState().form), {
    intent: { ...defaultIntent, role: 'server', peer: 'PC-1' },
    machine: 'server-default',
  })
})
