import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, machineThat, rowsOf, server } from '../../../../test/kit/judged.ts'
import { defaultIntent, type Intent } from '../../../shared/intent.ts'
import type { Status } from '../../../shared/report.ts'
import { judgeRecording } from '../../engine/judge.ts'

const peer = { peer: 'PC-0600' } as const
const web = { ...peer, path: 'web' } as const

rowsOf('network.target', [
  ['no other PC named', {}, {}, 'not-applicable'],
  ['named but not probed', {}, peer, 'unknown'],
  ['the PC that is connected to', {}, { ...server, ...peer }, 'not-applicable'],
])

type Tried = { requested: string[]; selected: string | null; failure: { code: number; name: string } | null }
const nlaOffer = ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS']
const selecting = (requested: string[], selected: string): Tried => ({ requested, selected, failure: null })
const failing = (requested: string[], code: number, name: string): Tried => ({
  requested,
  selected: null,
  failure: { code, name },
})
const answer = (outcome: string, ...tried: Tried[]) =>
  JSON.stringify({
    target: 'PC-0600',
    port: 3389,
    outcome,
    resolved: ['192.0.2.20'],
    tried,
    accepted: tried.flatMap(({ selected }) => (selected === null ? [] : [selected])),
    certificate: null,
  })

const rows: readonly (readonly [string, string, Partial<Intent>, Status])[] = [
  ['asks for NLA', answer('ok', selecting(nlaOffer, 'HYBRID_EX')), peer, 'pass'],
  ['asks for NLA, no other PC named', answer('ok', selecting(nlaOffer, 'HYBRID')), {}, 'pass'],
  ['takes TLS though NLA was offered', answer('ok', selecting(nlaOffer, 'SSL')), peer, 'warn'],
  ['speaks the old protocol', answer('ok', selecting(nlaOffer, 'RDP')), peer, 'warn'],
  ['refuses what was offered', answer('ok', failing(nlaOffer, 5, 'HYBRID_REQUIRED_BY_SERVER')), peer, 'fail'],
  ['takes the web account', answer('ok', selecting(nlaOffer, 'HYBRID'), selecting(['RDSAAD'], 'RDSAAD')), web, 'pass'],
  [
    'refuses the web account',
    answer('ok', selecting(nlaOffer, 'HYBRID'), failing(['RDSAAD'], 2, 'SSL_NOT_ALLOWED_BY_SERVER')),
    web,
    'fail',
  ],
  ['web account not tried', answer('ok', selecting(nlaOffer, 'HYBRID')), web, 'unknown'],
  ['only TLS was tried', answer('ok', selecting(['SSL'], 'SSL')), peer, 'unknown'],
  ['no such name', answer('no-name'), peer, 'fail'],
  ['refused', answer('refused'), peer, 'fail'],
  ['no answer', answer('timeout'), peer, 'fail'],
  ['something else listens', answer('not-rdp'), peer, 'fail'],
  ['garbage', '{"target":1}', peer, 'unknown'],
]

for (const [what, probe, intent, status] of rows)
  test(`network.target ${status}: ${what}`, () => {
    const machine = { ...machineThat(), inputs: { 'probe.json': probe } }
    const report = judgeRecording(machine, {
      intent: { ...defaultIntent, ...intent },
      now: machine.machine.recordedAt,
      source: 'recording',
    })
    const finding = findingIn(report, 'network.target')
    assert.equal(finding.status, status, finding.detail)
    assert.ok(finding.evidence.length > 0)
  })
