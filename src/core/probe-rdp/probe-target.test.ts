import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, test } from 'node:test'
import { makeCertificate } from '../../../test/kit/make-certificate.ts'
import {
  continueWithTls,
  failing,
  listenScripted,
  offeredBy,
  plainConfirm,
  type Script,
  selecting,
} from '../../../test/kit/scripted-listener.ts'
import type { Path } from '../../shared/intent.ts'
import type { TargetProbe, TargetTry } from '../../shared/target-probe.ts'
import { type ProbeOptions, probeTarget } from './probe-target.ts'

const nla = ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS']
const [ssl, hybrid, rdstls, hybridEx, rdsaad] = [1, 2, 4, 8, 16] as const

/** No test here is about time. */
const endless = new AbortController().signal

const probed = async (port: number, options: Partial<ProbeOptions> = {}, host = '127.0.0.1'): Promise<TargetProbe> => {
  const probe = await probeTarget({ host, port }, { path: 'pku2u', after: () => endless, ...options })
  assert.ok(probe.ok, JSON.stringify(probe))
  return probe.value
}
const answering =
  (...answers: readonly Buffer[]): Script =>
  (socket, _request, turn) => {
    socket.end(answers[Math.min(turn, answers.length - 1)] ?? '')
  }
const selected = (...tried: readonly TargetTry[]) => tried.map((each) => each.selected ?? each.failure?.code ?? null)

describe('what a listener answers', () => {
  const rows: readonly (readonly [string, Path, readonly Buffer[], readonly (string | number | null)[]])[] = [
    ['asks for NLA', 'pku2u', [selecting(hybrid), failing(5)], ['HYBRID', 5]],
    ['asks for NLA with early authorization', 'pku2u', [selecting(hybridEx), failing(5)], ['HYBRID_EX', 5]],
    ['takes NLA, and TLS alone', 'pku2u', [selecting(hybridEx), selecting(ssl)], ['HYBRID_EX', 'SSL']],
    ['takes TLS although NLA was offered', 'pku2u', [selecting(ssl)], ['SSL', 'SSL']],
    ['takes redirected sign-in', 'pku2u', [selecting(rdstls), failing(5)], ['RDSTLS', 5]],
    ['takes the web account', 'web', [selecting(hybridEx), selecting(rdsaad), failing(5)], ['HYBRID_EX', 'RDSAAD', 5]],
    ['refuses the web account', 'web', [selecting(hybrid), failing(2), selecting(ssl)], ['HYBRID', 2, 'SSL']],
    ['selects the old protocol', 'pku2u', [selecting(0)], ['RDP', 'RDP']],
    ['does not know the negotiation', 'pku2u', [plainConfirm()], ['RDP', 'RDP']],
    ['selects something new', 'pku2u', [selecting(0x40)], [null, null]],
    ...[1, 2, 3, 4, 5, 6, 7].map((code) => [`fails with ${code}`, 'pku2u', [failing(code)], [code, code]] as const),
  ]
  for (const [what, path, answers, expected] of rows)
    test(what, async () => {
      await using listener = await listenScripted(answering(...answers))
      const probe = await probed(listener.port, { path })
      assert.equal(probe.outcome, 'ok')
      assert.deepEqual(selected(...probe.tried), expected)
      assert.deepEqual(probe.accepted, [...new Set(expected.filter((each) => typeof each === 'string'))])
      const requests = path === 'web' ? [nla, ['RDSAAD'], ['SSL']] : [nla, ['SSL']]
      assert.deepEqual(
        probe.tried.map(({ requested }) => requested),
        requests,
      )
    })

  test('failures have the names of the protocol', async () => {
    const names = []
    for (const code of [1, 2, 3, 4, 5, 6, 7]) {
      await using listener = await listenScripted(answering(failing(code)))
      names.push((await probed(listener.port)).tried[0]?.failure?.name)
    }
    assert.deepEqual(names, [
      'SSL_REQUIRED_BY_SERVER',
      'SSL_NOT_ALLOWED_BY_SERVER',
      'SSL_CERT_NOT_ON_SERVER',
      'INCONSISTENT_FLAGS',
      'HYBRID_REQUIRED_BY_SERVER',
      'SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER',
      'UNKNOWN',
    ])
  })

  test('one byte at a time', async () => {
    await using listener = await listenScripted(async (socket) => {
      for (const byte of selecting(hybridEx)) {
        socket.write(Buffer.from([byte]))
        await new Promise(setImmediate)
      }
      socket.end()
    })
    assert.deepEqual((await probed(listener.port)).accepted, ['HYBRID_EX'])
  })
})

describe('what is sent', () => {
  test('nothing but a request for each connection: 19 bytes, no cookie, no name', async () => {
    await using listener = await listenScripted(answering(selecting(hybrid)))
    await probed(listener.port, { path: 'web' })
    assert.equal(listener.requests.length, 3)
    for (const request of listener.requests)
      assert.match(Buffer.from(request).toString('hex'), /^030000130ee000000000000100080[0-9a-f]{9}$/)
    assert.deepEqual(listener.requests.map(offeredBy), [ssl | hybrid | hybridEx | rdstls, rdsaad, ssl])
  })

  test('nothing after the TLS handshake that shows the certificate', async () => {
    const identity = makeCertificate({ subject: [['CN', 'PC-0600.contoso.com']] })
    const afterwards: (readonly Buffer[])[] = []
    await using listener = await listenScripted((socket) => {
      socket.write(selecting(hybrid), () => afterwards.push(continueWithTls(socket, identity)))
    })
    const { certificate } = await probed(listener.port)
    assert.equal(certificate?.subject, 'CN=PC-0600.contoso.com')
    assert.deepEqual(afterwards.flat(), [])
  })
})

describe('the certificate', () => {
  const device = '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e'
  const tenant = '5b5b5b5b-6c6c-4d7d-8e8e-9f9f9f9f9f9f'
  const rows = [
    [
      'p2p',
      [
        ['DC', tenant],
        ['CN', device],
      ],
      [
        ['DC', 'x'],
        ['CN', 'MS-Organization-P2P-Access [2026]'],
      ],
    ],
    ['self-signed', [['CN', 'PC-0600']], null],
    ['other', [['CN', 'PC-0600.fabrikam.com']], [['CN', 'Fabrikam Issuing CA']]],
    ['other', [['CN', 'PC-0600']], [['CN', 'Fabrikam CN=MS-Organization-P2P-Access [2026]']]],
  ] as const
  for (const [kind, subject, issuer] of rows)
    test(`${kind}, issued by ${issuer?.at(-1)?.[1] ?? 'itself'}`, async () => {
      const identity = makeCertificate(issuer === null ? { subject } : { subject, issuer })
      await using listener = await listenScripted((socket) =>
        socket.write(selecting(ssl), () => continueWithTls(socket, identity)),
      )
      const { certificate } = await probed(listener.port)
      const inWindowsOrder = (name: readonly (readonly [string, string])[]) =>
        [...name]
          .reverse()
          .map((part) => part.join('='))
          .join(', ')
      assert.deepEqual(certificate, {
        subject: inWindowsOrder(subject),
        issuer: inWindowsOrder(issuer ?? subject),
        notBefore: '2026-11-20T00:00:00Z',
        notAfter: '2027-05-21T00:00:00Z',
        kind,
      })
    })

  for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)
    test(`of a listener that knows ${version} alone`, async () => {
      const identity = makeCertificate({ subject: [['CN', 'PC-0600']] })
      await using listener = await listenScripted((socket) =>
        socket.write(selecting(ssl), () => continueWithTls(socket, identity, version)),
      )
      assert.equal((await probed(listener.port)).certificate?.subject, 'CN=PC-0600')
    })

  test('one whose dates are none is not shown', async () => {
    const identity = makeCertificate({ subject: [['CN', 'PC-0600']], notAfter: '2026-13-45T99:99:99Z' })
    await using listener = await listenScripted((socket) =>
      socket.write(selecting(ssl), () => continueWithTls(socket, identity)),
    )
    const probe = await probed(listener.port)
    assert.deepEqual([probe.outcome, probe.certificate], ['ok', null])
  })

  test('a listener that selects TLS and then speaks none shows no certificate', async () => {
    await using listener = await listenScripted((socket) =>
      socket.end(Buffer.concat([selecting(ssl), Buffer.alloc(64)])),
    )
    const probe = await probed(listener.port)
    assert.equal(probe.outcome, 'ok')
    assert.equal(probe.certificate, null)
  })
})

describe('what is no listener', () => {
  const rows: readonly (readonly [string, Script, string])[] = [
    ['garbage', (socket) => socket.end(Buffer.alloc(4096, 0xa5)), 'not-rdp'],
    ['a web server', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'not-rdp'],
    ['a TLS alert', (socket) => socket.end(Buffer.from('1503010002022f', 'hex')), 'not-rdp'],
    [
      'a frame of 64 KB',
      (socket) => socket.end(Buffer.concat([Buffer.from('0300ffff', 'hex'), Buffer.alloc(65_531)])),
      'not-rdp',
    ],
    [
      'a frame with room for more',
      (socket) => socket.end(Buffer.from(`0300001b16d00000123400${'00'.repeat(16)}`, 'hex')),
      'not-rdp',
    ],
    ['an X.224 disconnect', (socket) => socket.end(Buffer.from('0300000b06800000123400', 'hex')), 'not-rdp'],
    ['half an answer', (socket) => socket.end(selecting(hybrid).subarray(0, 12)), 'not-rdp'],
    [
      'another kind of negotiation',
      (socket) => socket.end(Buffer.from('030000130ed000001234000900080001000000', 'hex')),
      'not-rdp',
    ],
    [
      'a goodbye in the protocol’s own words',
      (socket) => socket.end(Buffer.from('0300000902f0802180', 'hex')),
      'refused',
    ],
    ['a reset', (socket) => socket.resetAndDestroy(), 'refused'],
    ['an end without a word', (socket) => socket.end(), 'refused'],
  ]
  for (const [what, script, outcome] of rows)
    test(`${what}: ${outcome}`, async () => {
      await using listener = await listenScripted(script)
      const probe = await probed(listener.port)
      assert.equal(probe.outcome, outcome)
      assert.deepEqual(probe.accepted, [])
      assert.ok(listener.requests.length <= 3)
    })

  test('a banner that comes first', async () => {
    await using listener = await listenScripted(() => undefined, { greeting: 'SSH-2.0-OpenSSH_9.2\r\n' })
    assert.equal((await probed(listener.port)).outcome, 'not-rdp')
  })

  test('an answer with more behind it than anybody asked for is still an answer', async () => {
    await using listener = await listenScripted((socket) =>
      socket.end(Buffer.concat([failing(5), Buffer.alloc(1024 * 1024, 0x41)])),
    )
    assert.equal((await probed(listener.port)).tried[0]?.failure?.code, 5)
  })

  test('a listener that knows fewer protocols takes leave, and answers the request that it understands', async () => {
    const goodbye = Buffer.from('0300000902f0802180', 'hex')
    await using listener = await listenScripted((socket, request) =>
      socket.end(offeredBy(request) > (ssl | hybrid) ? goodbye : selecting(ssl)),
    )
    const probe = await probed(listener.port, { path: 'web' })
    assert.equal(probe.outcome, 'ok')
    assert.deepEqual(selected(...probe.tried), [null, null, 'SSL'])
  })

  test('a listener that closes on the first request is asked the others', async () => {
    await using listener = await listenScripted((socket, _request, turn) =>
      socket.end(turn === 0 ? '' : selecting(ssl)),
    )
    const probe = await probed(listener.port)
    assert.equal(probe.outcome, 'ok')
    assert.deepEqual(selected(...probe.tried), [null, 'SSL'])
  })

  test('a port that resets whoever connects', async () => {
    const server = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { outcome, accepted } = await probed((server.address() as AddressInfo).port)
    server.close()
    assert.deepEqual([outcome, accepted], ['refused', []])
  })

  test('a closed port', async () => {
    const listener = await listenScripted(() => undefined)
    await listener[Symbol.asyncDispose]()
    const probe = await probed(listener.port)
    assert.deepEqual([probe.outcome, probe.resolved, probe.tried], ['refused', ['127.0.0.1'], []])
  })
})
