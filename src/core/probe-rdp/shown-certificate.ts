import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, createSecureContext, type SecureContext } from 'node:tls'
import type { TargetCertificate } from '../../shared/target-probe.ts'

/** The certificate authority of the certificates that joined PCs show each other. */
const peerAuthority = /^CN=MS-Organization-P2P-Access\b/im

/** The most specific part first and on one line, as Windows shows names. */
const nameOf = (lines: string): string => lines.split('\n').reverse().join(', ')

/** From `Nov 20 09:15:00 2026 GMT`, the only form that Node 20 has; null: that is no time. */
const isoTime = (printed: string): string | null => {
  const date = new Date(printed)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z')
}

const isSelfSigned = (certificate: X509Certificate): boolean => {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
  } catch {
    // A key of a kind that is not known here has signed nothing that could be verified.
    return false
  }
}

/** null: it says nothing that could be shown. */
const describeCertificate = (certificate: X509Certificate): TargetCertificate | null => {
  const [notBefore, notAfter] = [isoTime(certificate.validFrom), isoTime(certificate.validTo)]
  if (notBefore === null || notAfter === null) return null
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    notBefore,
    notAfter,
    kind: peerAuthority.test(certificate.issuer) ? 'p2p' : isSelfSigned(certificate) ? 'self-signed' : 'other',
  }
}

/**
 * Old listeners know old versions alone; this is to read a name, not to keep a secret. OpenSSL takes these versions at
 * its lowest security level only, and BoringSSL, which Electron has, knows no such levels.
 */
const anyVersion = (): SecureContext => {
  const minVersion = 'TLSv1'
  try {
    return createSecureContext({ minVersion, ciphers: 'DEFAULT:@SECLEVEL=0' })
  } catch {
    return createSecureContext({ minVersion })
  }
}

/**
 * The certificate that a listener shows once it has selected TLS; null when it shows none. The connection ends here:
 * nothing is verified because nothing is sent over it.
 */
export const shownCertificate = (socket: Socket, signal: AbortSignal): Promise<TargetCertificate | null> =>
  new Promise((resolve) => {
    const secure = connect({ socket, rejectUnauthorized: false, secureContext: anyVersion() })
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
