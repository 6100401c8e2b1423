import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makeCertificate } from '../kit/make-certificate.ts'
import { continueWithTls, failing, listenScripted, type Script, selecting } from '../kit/scripted-listener.ts'
import { doctor } from './doctor.ts'

const [ssl, hybrid, hybridEx, rdsaad] = [1, 2, 8, 16] as const
const inTurn =
  (...answers: readonly Buffer[]): Script =>
  (socket, _request, turn) => {
    socket.end(answers[turn] ?? '')
  }

const probed = async (script: Script, ...args: readonly string[]) => {
  await using listener = await listenScripted(script)
  return { port: listener.port, ...(await doctor(['probe', `127.0.0.1:${listener.port}`, ...args])) }
}

describe('probe', () => {
  test('--json prints the probe in the form of inputs/probe.json and nothing else', async () => {
    const { port, code, stdout, stderr } = await probed(inTurn(selecting(hybridEx), failing(5)), '--json')
    assert.deepEqual([code, stderr], [0, ''])
    assert.deepEqual(JSON.parse(stdout), {
      target: '127.0.0.1',
      port,
      outcome: 'ok',
      resolved: ['127.0.0.1'],
      tried: [
        { requested: ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS'], selected: 'HYBRID_EX', failure: null },
        { requested: ['SSL'], selected: null, failure: { code: 5, name: 'HYBRID_REQUIRED_BY_SERVER' } },
      ],
      accepted: ['HYBRID_EX'],
      certificate: null,
    })
  })

  for (const [what, path, answers, expected] of [
    ['the web account is taken', 'web', [selecting(hybrid), selecting(rdsaad), failing(5)], 0],
    ['the web account is refused', 'web', [selecting(hybrid), failing(2), failing(5)], 3],
    ['NLA is refused', 'pku2u', [failing(2), failing(2)], 3],
    ['TLS is taken in place of NLA', 'pku2u', [selecting(ssl), selecting(ssl)], 7],
    ['something else listens', 'pku2u', [Buffer.from('SSH-2.0-x\r\n')], 3],
    ['the connection ends without a word', 'pku2u', [], 3],
  ] as const)
    test(`ends with ${expected}: ${what}`, async () => {
      assert.equal((await probed(inTurn(...answers), '--path', path)).code, expected)
    })

  test('shows the certificate on whatever Node a person has, which may be older than that of the tests', async () => {
    const identity = makeCertificate({ subject: [['CN', 'PC-0600.contoso.com']] })
    await using listener = await listenScripted((socket, _request, turn) => {
      if (turn === 0) socket.write(selecting(hybrid), () => continueWithTls(socket, identity))
      else socket.end(failing(5))
    })
    const { code, stdout, stderr } = await doctor(['probe', `127.0.0.1:${listener.port}`, '--json'], '', 'node')
    assert.deepEqual([code, stderr], [0, ''])
    assert.deepEqual(JSON.parse(stdout).certificate, {
      subject: 'CN=PC-0600.contoso.com',
      issuer: 'CN=PC-0600.contoso.com',
      notBefore: '2026-11-20T00:00:00Z',
      notAfter: '2027-05-21T00:00:00Z',
      kind: 'self-signed',
    })
  })

  test('text says what was offered, what was selected, and what was not asked', async () => {
    const { code, stdout } = await probed(inTurn(selecting(ssl), selecting(ssl)), '--admin-ports')
    assert.equal(code, 7)
    assert.match(stdout, /Offered +TLS, NLA \(HYBRID\), NLA \(HYBRID_EX\), RDSTLS\n +Selected TLS/)
    assert.match(stdout, /not known to be refused\. The web account was not asked about\./)
    assert.match(stdout, /SMB 445 +(?:Takes|Refuses|No)/)
  })

  test('the web account and an address do not go together, and that is said', async () => {
    const { stdout } = await probed(inTurn(selecting(hybrid), selecting(rdsaad)), '--path', 'web')
    assert.match(stdout, /does not work with an address/)
  })

  for (const typed of ['PC 0600', 'rdp://PC-0600', '../PC-0600', 'PC%200600', 'a'.repeat(254), 'PC-0600:70000'])
    test(`${typed.slice(0, 20)} is refused before anything is sent`, async () => {
      const { code, stdout, stderr } = await doctor(['probe', typed, '--json'])
      assert.equal(code, 2)
      assert.equal(JSON.parse(stdout).fault.code, 'usage')
      assert.doesNotMatch(stderr, /internal|Error/)
    })
})
