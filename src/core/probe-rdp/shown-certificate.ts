import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect } from 'node:tls'
import type { TargetCertificate } from '../../shared/target-probe.ts'

/** The certificate authority of the certificates that joined PCs show each other. */
const peerAuthority = /\bCN=MS-Organization-P2P-Access\b/i

/** The most specific part first and on one line, as Windows shows names. */
const nameOf = (lines: string): string => lines.split('\n').reverse().join(', ')

const isoTime = (date: Date): string => date.toISOString().replace('.000Z', 'Z')

const describeCertificate = (certificate: X509Certificate): TargetCertificate => ({
  subject: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  notBefore: isoTime(certificate.validFromDate),
  notAfter: isoTime(certificate.validToDate),
  kind: peerAuthority.test(certificate.issuer)
    ? 'p2p'
    : certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
      ? 'self-signed'
      : 'other',
})

/**
 * The certificate that a listener shows once it has selected TLS; null when it shows none. The connection ends here:
 * nothing is verified because nothing is sent over it.
 */
export const shownCertificate = (socket: Socket, signal: AbortSignal): Promise<TargetCertificate | null> =>
  new Promise((resolve) => {
    // Old listeners know old versions alone; this is to read a name, not to keep a secret.
    const secure = connect({ socket, rejectUnauthorized: false, minVersion: 'TLSv1' })
    const end = (certificate: TargetCertificate | null) => {
      signal.removeEventListener('abort', giveUp)
      secure.destroy()
      socket.destroy()
      resolve(certificate)
    }
    const giveUp = () => end(null)
    secure.on('error', giveUp)
    secure.once('close', giveUp)
    secure.once('secureConnect', () => {
      const certificate = secure.getPeerX509Certificate()
      end(certificate === undefined ? null : describeCertificate(certificate))
    })
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
