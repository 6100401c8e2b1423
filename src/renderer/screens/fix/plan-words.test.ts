import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anywayWords, ownerWords, restartAfter } from './plan-words.ts'

const pku2u = ['pku2u.enable'] as const
const keys = ['security-key.enable-sign-in'] as const
const remote = ['rdp.enable'] as const
const owner = (kind: 'none' | 'group-policy' | 'mdm' | 'unknown', blocks = false) => ({
  kind,
  name: kind === 'none' || kind === 'unknown' ? null : 'Baseline',
  blocks,
})

test('the owner is told of what a policy may own, and of nothing else', () => {
  assert.equal(ownerWords({ fixes: ['rdp.add-user'], owner: owner('none') }), null)
  assert.equal(ownerWords({ fixes: ['security-key.clear-ntlm-override'], owner: owner('none') }), null)
  for (const fixes of [pku2u, keys, remote]) {
    assert.match(ownerWords({ fixes, owner: owner('none') }) ?? '', /^No policy/)
    assert.match(ownerWords({ fixes, owner: owner('unknown') }) ?? '', /looked up again/)
  }
})

test('what becomes of the change depends on the setting and on who owns it', () => {
  const words = (fixes: typeof pku2u | typeof keys | typeof remote, kind: 'group-policy' | 'mdm', blocks: boolean) =>
    ownerWords({ fixes, owner: owner(kind, blocks) }) ?? ''
  assert.match(words(pku2u, 'group-policy', true), /^Baseline\. .* within 16 hours/)
  assert.match(words(pku2u, 'mdm', true), /within 8 hours/)
  assert.match(words(pku2u, 'mdm', false), /allows PKU2U too/)
  assert.match(words(keys, 'group-policy', true), /when the policy changes or is written again/)
  assert.match(words(keys, 'mdm', true), /stays beside the one written here/)
  assert.match(words(keys, 'group-policy', false), /allows security keys too/)
  assert.match(words(remote, 'group-policy', true), /Windows follows its value/)
  assert.match(words(remote, 'group-policy', false), /turns it on too/)
})

test('a policy that allows PKU2U puts back what is taken away here', () => {
  for (const fix of ['pku2u.block', 'pku2u.clear'] as const)
    assert.match(ownerWords({ fixes: [fix], owner: owner('mdm') }) ?? '', /^Baseline\. .* within 8 hours/)
})

test('the second question says what is known: MDM keeps a value of its own and puts nothing back', () => {
  assert.equal(anywayWords(pku2u, 'mdm').lead, 'This will not last.')
  assert.equal(anywayWords(keys, 'group-policy').lead, 'This will not last.')
  assert.equal(anywayWords(remote, 'group-policy').lead, 'This will not help.')
  const beside = anywayWords(keys, 'mdm')
  assert.equal(beside.lead, 'This may not help.')
  assert.match(beside.what, /Which of the two values Windows follows is not known/)
  assert.doesNotMatch(Object.values(beside).join(' '), /puts its own value back|will not last/)
})

test('a change that needs no restart does not hide that an earlier one does', () => {
  assert.equal(restartAfter('none', false), 'Not needed.')
  assert.equal(restartAfter('none', true), 'Not needed for this. A restart is still due for an earlier change.')
  assert.equal(restartAfter('required', true), 'Needed afterwards.')
})
