import fc from 'fast-check'

const known =
  'PDC GC DS LDAP KDC TIMESERV GTIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE FULL_SECRET WS DS_8 DS_9 DS_10 DS_13'.split(
    ' ',
  )

export interface DcModel {
  readonly dc: string
  readonly address: string
  readonly domain: string
  readonly forest: string
  readonly dcSite: string
  readonly clientSite: string | null
  readonly flags: readonly string[]
}

const dnsName = fc.constantFrom('corp.contoso.com', 'contoso.com', 'FABRIKAM', 'ad.fabrikam.com')
const site = fc.constantFrom('Hamburg', 'Default-First-Site-Name', 'Montréal', 'HQ')

export const dcModel: fc.Arbitrary<DcModel> = fc.record({
  dc: fc.constantFrom('DC01.corp.contoso.com', 'DC01', 'srv-dc_2.ad.fabrikam.com'),
  address: fc.constantFrom('192.0.2.10', '2001:db8::5', 'DC01'),
  domain: dnsName,
  // A forest has a DNS name, even where the domain was asked for by its flat one.
  forest: fc.constantFrom('corp.contoso.com', 'contoso.com', 'ad.fabrikam.com'),
  dcSite: site,
  clientSite: fc.option(site),
  flags: fc
    .tuple(
      fc.subarray(known, { minLength: 3 }),
      fc.constantFrom([], ['KEYLIST'], ['0x20000'], ['0x60000'], ['0x40000']),
    )
    .map(([names, more]) => [...names, ...more]),
})

/** dc, address, guid, domain, forest, controller's site, client's site, flags, closing line. */
const languages = {
  english: [
    'DC',
    'Address',
    'Dom Guid',
    'Dom Name',
    'Forest Name',
    'Dc Site Name',
    'Our Site Name',
    'Flags',
    'The command completed successfully',
  ],
  german: [
    'DC',
    'Adresse',
    'Dom-GUID',
    'Dom-Name',
    'Gesamtstrukturname',
    'DC-Standortname',
    'Unser Standortname',
    'Kennzeichen',
    'Der Befehl wurde ausgeführt.',
  ],
  japanese: [
    'DC',
    'アドレス',
    'ドメイン GUID',
    'ドメイン名',
    'フォレスト名',
    'DC サイト名',
    '当社のサイト名',
    'フラグ',
    'コマンドは正常に完了しました',
  ],
} as const

export interface NltestLook {
  readonly labels: readonly string[]
  readonly colon: string
  readonly lineEnd: '\r\n' | '\n'
  /** Columns of the window; null: nothing was cut. Only the flags are longer than one. */
  readonly wrap: number | null
  readonly trimmed: boolean
  readonly before: readonly string[]
}

const garbage = fc.array(
  fc.string({ unit: fc.constantFrom(...'�ƒhŒ“?#$xyz'.split('')), minLength: 1, maxLength: 12 }),
  { minLength: 9, maxLength: 9 },
)

export const nltestLooks: fc.Arbitrary<NltestLook> = fc.record({
  labels: fc.oneof(fc.constantFrom<readonly string[]>(...Object.values(languages)), garbage),
  colon: fc.constantFrom(': ', '： ', ':'),
  lineEnd: fc.constantFrom<NltestLook['lineEnd']>('\r\n', '\n'),
  wrap: fc.option(fc.integer({ min: 60, max: 120 })),
  trimmed: fc.boolean(),
  before: fc.array(
    fc.constantFrom(
      '',
      'C:\\>nltest /dsgetdc:corp /keylist /kdc',
      '\\\\files\\share> nltest',
      'Note: see below',
      'PS C:\\> nltest /server:\\\\DC09',
    ),
    { maxLength: 3 },
  ),
})

export const renderNltest = (model: DcModel, look: NltestLook): string => {
  const values = [
    `\\\\${model.dc}`,
    `\\\\${model.address}`,
    '7a7a7a7a-8b8b-4c9c-8d0d-1e1e1e1e1e1e',
    model.domain,
    model.forest,
    model.dcSite,
    model.clientSite,
    model.flags.join(' '),
  ]
  const lines = values.flatMap((value, index) =>
    value === null ? [] : [`${(look.labels[index] ?? '').padStart(13)}${look.colon}${value}`],
  )
  const { wrap } = look
  const cut = wrap === null ? lines : lines.flatMap((line) => line.match(new RegExp(`.{1,${wrap}}`, 'g')) ?? [''])
  const kept = look.trimmed ? cut.map((line) => line.trimEnd()) : cut
  return [...look.before, ...kept, look.labels[8] ?? '', ''].join(look.lineEnd)
}
