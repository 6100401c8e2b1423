import fc from 'fast-check'

/** What a made-up PC is, in the words dsregcmd prints; null: the line is not printed. */
export interface AccountModel {
  readonly deviceId: string
  readonly thumbprint: string
  readonly tenantId: string
  readonly tenantName: string
  readonly keyProvider: string
  readonly tpmProtected: string
  readonly ngcSet: string
}

export interface PrtBlock {
  readonly header: 'AcquirePrtDiagnostics' | 'RefreshPrtDiagnostics'
  readonly attemptStatus: string
  readonly serverErrorCode: string
  readonly description: string
}

export interface DumpModel {
  readonly azureAdJoined: string
  readonly enterpriseJoined: string
  readonly domainJoined: string
  readonly domainName: string | null
  readonly device: {
    readonly id: string
    readonly thumbprint: string
    readonly from: string
    readonly to: string
    readonly keyProvider: string
    readonly tpmProtected: string
    readonly authStatus: string | null
  } | null
  readonly tenant: { readonly id: string; readonly name: string } | null
  readonly ngcSet: string
  readonly workplaceJoined: string
  readonly wamDefaultSet: string
  readonly azureAdPrt: string
  readonly enterprisePrt: string
  readonly onPremTgt: string | null
  readonly cloudTgt: string | null
  readonly azureBlocks: readonly PrtBlock[]
  readonly enterpriseBlocks: readonly PrtBlock[]
  readonly accounts: readonly AccountModel[]
  readonly keySignTest: string | null
  readonly executing: { readonly name: string; readonly upn: string } | null
}

const yes = fc.constantFrom('YES', 'NO')
const answer = fc.oneof(
  { weight: 5, arbitrary: yes },
  { weight: 1, arbitrary: fc.constantFrom('ERROR', 'UNKNOWN', 'ERROR (0x80070520)') },
)
const id = fc.uuid()
const thumbprint = fc.stringMatching(/^[0-9A-F]{40}$/)
const provider = fc.constantFrom('Microsoft Platform Crypto Provider', 'Microsoft Software Key Storage Provider')
const company = fc.constantFrom(
  'Contoso',
  'Fabrikam, Inc.',
  'Société Contoso – Montréal',
  'Contoso : Nord = Süd',
  'コントソ株式会社',
  'A (Test) [1]',
  '****',
)
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

const block: fc.Arbitrary<PrtBlock> = fc.record({
  header: fc.constantFrom('AcquirePrtDiagnostics', 'RefreshPrtDiagnostics'),
  attemptStatus: fc.constantFrom('0xc000006d', '0xc00000d0', '0xc0048512'),
  serverErrorCode: fc.constantFrom('invalid_grant', 'invalid_request', ''),
  description: fc.constantFrom(
    'AADSTS50126: Error validating credentials due to invalid username or password.',
    "AADSTS90002: Tenant 'corp.local' not found : check the name.",
    '',
  ),
})

const account: fc.Arbitrary<AccountModel> = fc.record({
  deviceId: id,
  thumbprint,
  tenantId: id,
  tenantName: company,
  keyProvider: provider,
  tpmProtected: yes,
  ngcSet: yes,
})

const authStatus = fc.constantFrom(
  'SUCCESS',
  'FAILED. Device is either disabled or deleted',
  'FAILED. Error: 0x80072ee2',
  'FAILED. Error:0xd0020017',
)

export const dumpModel: fc.Arbitrary<DumpModel> = fc.record({
  azureAdJoined: answer,
  enterpriseJoined: answer,
  domainJoined: answer,
  domainName: fc.option(fc.constantFrom('CORP', 'FABRIKAM', '')),
  device: fc.option(
    fc.record({
      id,
      thumbprint,
      from: instant,
      to: instant,
      keyProvider: provider,
      tpmProtected: answer,
      authStatus: fc.option(authStatus),
    }),
  ),
  tenant: fc.option(fc.record({ id, name: company })),
  ngcSet: answer,
  workplaceJoined: answer,
  wamDefaultSet: answer,
  azureAdPrt: yes,
  enterprisePrt: yes,
  onPremTgt: fc.option(yes),
  cloudTgt: fc.option(yes),
  azureBlocks: fc.array(block, { maxLength: 2 }),
  enterpriseBlocks: fc.array(block, { maxLength: 2 }),
  accounts: fc.array(account, { maxLength: 3 }),
  keySignTest: fc.option(fc.constantFrom('PASSED', 'MUST Run elevated to test.', 'FAILED')),
  executing: fc.option(
    fc.constantFrom(
      { name: 'AzureAD\\AdeleVance', upn: 'adele@contoso.com' },
      { name: 'CORP\\PC-0522$', upn: 'PC-0522$@corp.contoso.com' },
    ),
  ),
})
