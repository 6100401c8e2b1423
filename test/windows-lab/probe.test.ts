import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rdpPort } from '../../src/shared/target-name.ts'
import type { TargetProbe } from '../../src/shared/target-probe.ts'
import { makeCertificate } from '../kit/make-certificate.ts'
import { continueWithTls, listenScripted, selecting } from '../kit/scripted-listener.ts'
import { cliEntry } from './cli-entry.ts'
import { runInWine, scene } from './lab.ts'
import { windowsNode, windowsPath } from './lab-files.ts'
import { labMachine } from './machines.ts'
import { check, collectIn, setScene } from './play.ts'

const hybridEx = 8
const identity = makeCertificate({ subject: [['CN', 'PC-0600']] })
/** The usual port has to be free: an address of this process's own, out of the 16 million of the loopback network. */
const host = `127.${1 + (process.pid % 250)}.${(process.pid >> 8) % 250}.7`
const listen = () =>
  listenScripted((socket) => socket.write(selecting(hybridEx), () => continueWithTls(socket, identity)), {
    host,
    port: rdpPort,
  })

test('the verb probe asks a listener from Windows', async () => {
  await using listener = await listen()
  const args = [windowsPath(await cliEntry()), 'probe', host, '--path', 'web', '--json']
  const { status, stdout, stderr } = await runInWine(scene('probe'), 'probe', windowsNode, args)
  const probe: TargetProbe = JSON.parse(stdout)
  assert.deepEqual(
    [probe.outcome, probe.accepted, probe.certificate?.kind],
    ['ok', ['HYBRID_EX'], 'self-signed'],
    stderr,
  )
  assert.equal(listener.requests.length, 3)
  assert.equal(status, 7)
})

test('a check with a named peer asks it, and the recording says the same later', async () => {
  const lab = labMachine('client-value-off')
  const withPeer = { ...lab, intent: { ...lab.intent, peer: host } }
  const folder = await setScene(withPeer)
  await using listener = await listen()
  const { progress } = await collectIn(folder, withPeer)
  assert.equal(listener.requests.length, 2)
  assert.deepEqual(
    progress.filter(({ id }) => id === 'target').map(({ state }) => state),
    ['running', 'answered'],
  )
  const kept: TargetProbe = JSON.parse(readFileSync(join(folder, 'recording', 'inputs', 'probe.json'), 'utf8'))
  assert.deepEqual(kept.accepted, ['HYBRID_EX'])
  const { report } = check(folder, withPeer)
  assert.equal(report.findings.find(({ id }) => id === 'network.target')?.status, 'pass')
})
