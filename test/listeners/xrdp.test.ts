import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { doctor } from '../cli/doctor.ts'
import { makeCertificate } from '../kit/make-certificate.ts'
import { startListener } from './real-listener.ts'

/** Own configuration, own port, no session: nothing of the system's service is touched. */
const xrdp = (securityLayer: 'tls' | 'rdp' | 'negotiate') =>
  startListener({
    program: 'xrdp',
    prepare: async (folder, port) => {
      const { cert, key } = makeCertificate({ subject: [['CN', 'PC-0600.contoso.com']] })
      const [config, certFile, keyFile] = ['xrdp.ini', 'cert.pem', 'key.pem'].map((name) => join(folder, name))
      assert.ok(config !== undefined && certFile !== undefined && keyFile !== undefined)
      await writeFile(certFile, cert)
      await writeFile(keyFile, key)
      const lines = [
        '[Globals]',
        'ini_version=1',
        'fork=false',
        `port=tcp://127.0.0.1:${port}`,
        `security_layer=${securityLayer}`,
        `certificate=${certFile}`,
        `key_file=${keyFile}`,
        'ssl_protocols=TLSv1.2, TLSv1.3',
        '[Logging]',
        `LogFile=${join(folder, 'xrdp.log')}`,
        'EnableSyslog=false',
      ]
      await writeFile(config, `${lines.join('\n')}\n`)
      return ['--nodaemon', '--config', config]
    },
  })

// It takes leave of a request with protocols that it does not know, and answers the one for TLS alone.
for (const [layer, selected, kind] of [
  ['tls', 'SSL', 'self-signed'],
  ['negotiate', 'SSL', 'self-signed'],
  ['rdp', 'RDP', undefined],
] as const)
  test(`xrdp with security layer ${layer} selects ${selected}; that NLA is off is not claimed`, async () => {
    await using listener = await xrdp(layer)
    const { code, stdout } = await doctor(['probe', `127.0.0.1:${listener.port}`, '--json'])
    const probe = JSON.parse(stdout)
    assert.equal(code, 7, stdout)
    assert.equal(probe.outcome, 'ok')
    assert.deepEqual(
      probe.tried.map((each: { selected: string | null }) => each.selected),
      [null, selected],
    )
    assert.deepEqual(probe.accepted, [selected])
    assert.equal(probe.certificate?.kind, kind)
    if (kind !== undefined) assert.equal(probe.certificate.subject, 'CN=PC-0600.contoso.com')
  })
