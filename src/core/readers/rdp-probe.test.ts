import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRdpProbe } from './rdp-probe.ts'

const certificate = {
  subject: 'CN=PC-0600',
  issuer: 'CN=PC-0600',
  notBefore: '2026-10-02T06:11:40Z',
  notAfter: '2027-04-03T06:11:40Z',
  kind: 'self-signed',
}
const probe = {
  target: 'PC-0600',
  port: 3389,
  outcome: 'ok',
  resolved: ['192.0.2.20'],
  tried: [{ requested: ['SSL'], selected: 'SSL', failure: null }],
  accepted: ['SSL'],
  certificate,
}
const read = (value: unknown) => {
  const result = readRdpProbe(JSON.stringify(value))
  assert.ok(result.ok)
  return result.value
}

test('what the verb prints is read as it is, with ports and without', () => {
  assert.deepEqual(read(probe), probe)
  const withPorts = { ...probe, adminPorts: [{ port: 445, name: 'SMB', state: 'open' }] }
  assert.deepEqual(read(withPorts), withPorts)
})

test('a certificate or ports in another form do not spoil the rest', () => {
  assert.equal(read({ ...probe, certificate: { ...certificate, kind: 'new' } }).certificate, null)
  const { certificate: _none, ...without } = probe
  assert.equal(read(without).certificate, null)
  assert.equal(read({ ...probe, adminPorts: 'all' }).adminPorts, undefined)
})

test('a request keeps what is known of it: absent fields are null, protocols of a later version are left out', () => {
  const tried = [
    { requested: ['SSL', 'HYBRID', 'LATER'], selected: 'HYBRID', failure: null },
    { requested: ['SSL'], selected: 'LATER' },
  ]
  const { tried: seen, accepted } = read({ ...probe, tried, accepted: ['HYBRID', 'LATER'] })
  assert.deepEqual(seen, [
    { requested: ['SSL', 'HYBRID'], selected: 'HYBRID', failure: null },
    { requested: ['SSL'], selected: null, failure: null },
  ])
  assert.deepEqual(accepted, ['HYBRID'])
})

test('what decides has to be there', () => {
  for (const wrong of [{ outcome: 'fine' }, { port: 0 }, { target: 1 }])
    assert.equal(readRdpProbe(JSON.stringify({ ...probe, ...wrong })).ok, false)
  assert.equal(readRdpProbe('{').ok, false)
})
