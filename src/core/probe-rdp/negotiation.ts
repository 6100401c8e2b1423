import { type TargetProtocol, type TargetTry, targetProtocols } from '../../shared/target-probe.ts'

/**
 * The first two messages of a Remote Desktop connection. Source: [MS-RDPBCGR] "Client X.224 Connection Request PDU" and
 * "Server X.224 Connection Confirm PDU",
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-rdpbcgr/18a27ef9-6f9a-4501-b000-94b1fe3c2c10.
 */
const bits: Readonly<Record<TargetProtocol, number>> = {
  RDP: 0x00,
  SSL: 0x01,
  HYBRID: 0x02,
  RDSTLS: 0x04,
  HYBRID_EX: 0x08,
  RDSAAD: 0x10,
}

/** Source: [MS-RDPBCGR] "RDP Negotiation Failure", …/ms-rdpbcgr/1b3920e7-0116-4345-bc45-f2c4ad012761. */
const failureNames: Readonly<Record<number, string>> = {
  1: 'SSL_REQUIRED_BY_SERVER',
  2: 'SSL_NOT_ALLOWED_BY_SERVER',
  3: 'SSL_CERT_NOT_ON_SERVER',
  4: 'INCONSISTENT_FLAGS',
  5: 'HYBRID_REQUIRED_BY_SERVER',
  6: 'SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER',
}

const tpktVersion = 3
const connectionRequest = 0xe0
const connectionConfirm = 0xd0
const [negotiationRequest, negotiationResponse, negotiationFailure] = [0x01, 0x02, 0x03]
/** TPKT header and X.224 header; the negotiation follows. */
const headerBytes = 11
const negotiationBytes = 8
const confirmBytes = headerBytes + negotiationBytes
/**
 * An X.224 data header, and the first byte of an MCS Disconnect Provider Ultimatum, whatever the reason (ITU-T T.125).
 * Xrdp ends a connection so when it does not know one of the protocols that were offered.
 */
const goodbye = [2, 0xf0, 0x80, 0x21]
const goodbyeBytes = 9

/** A request that offers these protocols and nothing else: no cookie, no user name. */
export const encodeRequest = (protocols: readonly TargetProtocol[]): Uint8Array => {
  const bytes = new Uint8Array(confirmBytes)
  const view = new DataView(bytes.buffer)
  bytes[0] = tpktVersion
  view.setUint16(2, bytes.length)
  // The length of what follows this byte.
  bytes[4] = bytes.length - 5
  bytes[5] = connectionRequest
  bytes[headerBytes] = negotiationRequest
  view.setUint16(headerBytes + 2, negotiationBytes, true)
  const offered = protocols.reduce((sum, protocol) => sum | bits[protocol], 0)
  view.setUint32(headerBytes + 4, offered, true)
  return bytes
}

/** `more`: right so far, and not whole yet. `closed`: it takes leave in the protocol's own words. */
export type Confirm =
  | { readonly state: 'more' | 'closed' | 'not-rdp' }
  | ({ readonly state: 'confirmed' } & Pick<TargetTry, 'selected' | 'failure'>)

const notRdp: Confirm = { state: 'not-rdp' }

const readNegotiation = (view: DataView): Confirm => {
  const type = view.getUint8(headerBytes)
  const value = view.getUint32(headerBytes + 4, true)
  if (view.getUint16(headerBytes + 2, true) !== negotiationBytes) return notRdp
  if (type === negotiationResponse) {
    // A protocol that is not in the list is an answer nonetheless, of a listener newer than this program.
    const selected = targetProtocols.find((protocol) => bits[protocol] === value) ?? null
    return { state: 'confirmed', selected, failure: null }
  }
  if (type !== negotiationFailure) return notRdp
  return { state: 'confirmed', selected: null, failure: { code: value, name: failureNames[value] ?? 'UNKNOWN' } }
}

/** Reads what a listener has sent so far. Bytes after the confirm are left alone. */
export const readConfirm = (bytes: Uint8Array): Confirm => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const byte = (offset: number): number | null => bytes[offset] ?? null
  const isOneOf = (offset: number, ...wanted: readonly number[]): boolean => {
    const found = byte(offset)
    return found === null || wanted.includes(found)
  }
  // What cannot become a confirm any more is known at once, however slowly it comes.
  if (!isOneOf(0, tpktVersion) || !isOneOf(2, 0) || !isOneOf(3, headerBytes, confirmBytes, goodbyeBytes)) return notRdp
  const length = byte(3)
  if (length === null) return { state: 'more' }
  if (length === goodbyeBytes) {
    if (!goodbye.every((expected, index) => isOneOf(4 + index, expected))) return notRdp
    return { state: bytes.length < length ? 'more' : 'closed' }
  }
  if (!isOneOf(4, length - 5) || !isOneOf(5, connectionConfirm)) return notRdp
  if (bytes.length < length) return { state: 'more' }
  // An old listener does not know the negotiation, and says nothing of it.
  return length === headerBytes ? { state: 'confirmed', selected: 'RDP', failure: null } : readNegotiation(view)
}
