import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** The few parts of DER (ITU-T X.690) that a certificate is made of. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts)
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const text = (value: string) => der(0x0c, Buffer.from(value))

const oids = { CN: hex('0603550403'), DC: hex('060a0992268993f22c640119') } as const
const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'))

type Name = readonly (readonly [kind: keyof typeof oids, value: string])[]
const nameOf = (name: Name) => sequence(...name.map(([kind, value]) => der(0x31, sequence(oids[kind], text(value)))))
const utcTime = (iso: string) => der(0x17, Buffer.from(`${iso.replace(/[-T:]|\.\d+/g, '').slice(2, 14)}Z`))

interface Wanted {
  readonly subject: Name
  /** Its own by default: a self-signed certificate. */
  readonly issuer?: Name
  readonly notBefore?: string
  readonly notAfter?: string
}

const pem = (bytes: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64')}\n-----END CERTIFICATE-----\n`
const pemKey = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

/** A certificate with a key of its own, made anew each time: no key lies in the repository. */
export const makeCertificate = ({
  subject,
  issuer = subject,
  notBefore = '2026-11-20T00:00:00Z',
  notAfter = '2027-05-21T00:00:00Z',
}: Wanted): { readonly cert: string; readonly key: string } => {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = issuer === subject ? own : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    der(0xa0, hex('020102')),
    hex('020101'),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(utcTime(notBefore), utcTime(notAfter)),
    nameOf(subject),
    own.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, signer.privateKey)
  return {
    cert: pem(sequence(body, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])))),
    key: pemKey(own.privateKey),
  }
}
