import { fail, ok, type Result } from '../../shared/result.ts'
import { decodeText } from './decode.ts'
import { type DsregcmdStatus, readDsregcmdStatus } from './dsregcmd-status.ts'
import { tellingWords } from './dsregcmd-vocabulary.ts'
import { type KerberosServer, readKerberosServer } from './kerberos-server.ts'
import { type KlistCloudDebug, readKlistCloudDebug } from './klist-cloud-debug.ts'
import { type Nltest, readNltest } from './nltest.ts'
import { type RdpFile, readRdpFile } from './rdp-file.ts'
import { type RegFile, readRegFile } from './reg-file.ts'
import { withoutMarkup } from './text-lines.ts'

interface FactsOf {
  readonly 'dsregcmd-status': DsregcmdStatus
  readonly nltest: Nltest
  readonly 'klist-cloud-debug': KlistCloudDebug
  readonly 'kerberos-server': KerberosServer
  readonly rdp: RdpFile
  readonly 'reg-file': RegFile
}

export type CaptureKind = keyof FactsOf

export type Capture = {
  readonly [Kind in CaptureKind]: { readonly kind: Kind; readonly facts: FactsOf[Kind] }
}[CaptureKind]

const readers: { readonly [Kind in CaptureKind]: (text: string) => Result<FactsOf[Kind]> } = {
  'dsregcmd-status': readDsregcmdStatus,
  nltest: readNltest,
  'klist-cloud-debug': readKlistCloudDebug,
  'kerberos-server': readKerberosServer,
  rdp: readRdpFile,
  'reg-file': readRegFile,
}

const tellingPhrases = [
  'Executing Account Name',
  'Auto Detect Settings',
  '(?:AD|DRS) (?:Connectivity|Configuration|Discovery) Test',
  'Previous Prt Attempt',
  'Diagnostics Reference',
  'Virtual Desktop',
]
const titles = 'Device State|Device Details|Tenant Details|User State|SSO State|Diagnostic Data|Work Account \\d'

/**
 * What only this kind prints. In this order: a .reg file may hold any text in its strings, so it is looked for first,
 * and nltest last, because it is known by patterns rather than by words.
 */
const marks: readonly (readonly [CaptureKind, RegExp])[] = [
  [
    'reg-file',
    /^\ufeff?(?:Windows Registry Editor Version \d|REGEDIT4)|^[ \t>]{0,8}(?:\[-?HKEY_|HKEY_)[A-Z_]{4,30}[\\\]]/m,
  ],
  [
    'rdp',
    /^[ \t>]{0,8}(?:[a-z][a-z0-9 _-]{0,60}? ?:i:-?\d{1,10}[ \t]*$|[a-z][a-z0-9 _-]{2,60}? ?:s:|password \d{1,3}:b:)/im,
  ],
  [
    'klist-cloud-debug',
    /\bCloud (?:Kerberos (?:Debug info|enabled by policy)|Primary \(Hybrid logon\) TGT|Referral TGT)|\b(?:AS_REP (?:callback|credential type)|SPN oracle configured|KDC proxy present in cache|(?:public key credential|password-derived keys|plaintext password) present)\b/i,
  ],
  ['kerberos-server', /\b(?:CloudKeyVersion|CloudKeyUpdatedOn|CloudDomainDnsName|KeyUpdatedFrom|KeyUpdatedOn)\b/i],
  [
    'dsregcmd-status',
    new RegExp(
      String.raw`\b(?:${[...tellingWords, ...tellingPhrases].join('|')})[*\`]{0,2} {0,40}[:=]|\| (?:${titles}) `,
      'i',
    ),
  ],
  ['nltest', /\\\\|0x[0-9a-f]|\b(?:KDC|LDAP|KEYLIST|HAS_IP|HAS_TIMESERV|Trusted DC|(?:Dom|Forest|Site) Name)\b/i],
]

export const captureKinds: readonly CaptureKind[] = marks.map(([kind]) => kind)

const recognized = (text: string): Capture | null => {
  const plain = withoutMarkup(text)
  for (const [kind, mark] of marks) {
    const facts = mark.test(plain) ? readers[kind](text) : null
    if (facts?.ok === true) return { kind, facts: facts.value } as Capture
  }
  return null
}

const names: Readonly<Record<CaptureKind, string>> = {
  'dsregcmd-status': 'the output of dsregcmd /status',
  nltest: 'the output of nltest',
  'klist-cloud-debug': 'the output of klist cloud_debug',
  'kerberos-server': 'the output of Get-AzureADKerberosServer',
  rdp: 'an .rdp file',
  'reg-file': 'a .reg file',
}

/** Somebody pastes a page or two; what is longer is not worth reading six times. */
const longestNamed = 200_000

/** Reads a text as one kind. A text of another kind is named for what it looks like. */
export const readAs = <Kind extends CaptureKind>(kind: Kind, text: string): Result<FactsOf[Kind]> => {
  const facts = readers[kind](text)
  if (facts.ok) return facts
  const other = text.length > longestNamed ? null : recognized(text)
  return other === null || other.kind === kind
    ? facts
    : fail('unreadable', `This looks like ${names[other.kind]}, not like ${names[kind]}.`)
}

/**
 * Reads one captured output. `kind` null recognises it by its content. `codePage` is that of the PC it comes from, when
 * that is known.
 */
export const readCapture = (
  bytes: Uint8Array,
  kind: CaptureKind | null,
  codePage: number | null = null,
): Result<Capture> => {
  const text = decodeText(bytes, codePage)
  if (text.trim() === '') return fail('unreadable', 'The capture is empty, although output is due.')
  if (kind !== null) {
    const facts = readAs(kind, text)
    return facts.ok ? ok({ kind, facts: facts.value } as Capture) : facts
  }
  const found = recognized(text)
  if (found !== null) return ok(found)
  return fail(
    'unreadable',
    'The kind of this capture was not recognized: expected the output of dsregcmd /status, nltest, klist cloud_debug or Get-AzureADKerberosServer, an .rdp file or a .reg file.',
  )
}
