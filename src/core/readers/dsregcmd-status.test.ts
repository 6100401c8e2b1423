import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DsregcmdStatus, readDsregcmdStatus } from './dsregcmd-status.ts'

const read = (text: string): DsregcmdStatus => {
  const status = readDsregcmdStatus(text)
  assert.ok(status.ok, status.ok ? '' : status.fault.message)
  return status.value
}
const box = (title: string, ...fields: string[]) => {
  const line = `+${'-'.repeat(70)}+`
  return [
    '',
    line,
    `| ${title.padEnd(68)} |`,
    line,
    '',
    ...fields.map((field) => field.padStart(26 + field.length - field.search(/ ?:/))),
  ]
}
const dump = (...lines: (string | string[])[]) => lines.flat().join('\r\n')
const titles = (status: DsregcmdStatus) => status.sections.map(({ title }) => title)
const fieldsOf = (status: DsregcmdStatus, title: string) =>
  Object.fromEntries(
    status.sections.find((section) => section.title === title)?.fields.map(({ key, value }) => [key, value]) ?? [],
  )

const deviceState = box('Device State', 'AzureAdJoined : YES', 'EnterpriseJoined : NO', 'DomainJoined : NO')
const deviceDetails = box(
  'Device Details',
  'DeviceId : 0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e',
  'Thumbprint : A1B2C3D4E5F60718293A4B5C6D7E8F9001122334',
  'DeviceCertificateValidity : [ 2025-02-03 09:14:20.000 UTC -- 2035-02-03 09:44:20.000 UTC ]',
  'KeyProvider : Microsoft Platform Crypto Provider',
  'TpmProtected : YES',
  'DeviceAuthStatus : SUCCESS',
)

describe('traps of pasted dsregcmd output', () => {
  test('1. the footer is no field', () => {
    const status = read(
      dump(deviceState, '', 'For more information, please visit https://www.microsoft.com/aadjerrors'),
    )
    assert.deepEqual(Object.keys(fieldsOf(status, 'Device State')), [
      'AzureAdJoined',
      'EnterpriseJoined',
      'DomainJoined',
    ])
  })
  test('2. extra colons and a missing blank', () => {
    const status = read(
      'KeySignTest: : PASSED\nAadRecoveryEnabled: NO\nAzureAdJoined:YES\nDomainJoined = NO\nTenantName :: Contoso',
    )
    assert.equal(status.diagnostics.keySignTest, 'PASSED')
    assert.equal(status.diagnostics.aadRecoveryEnabled, 'no')
    assert.equal(status.joinState, 'entra-joined')
    assert.equal(status.tenant.name, 'Contoso')
  })
  test('3. repeated keys belong to their section', () => {
    const account = (n: number, ngc: string, tpm: string) =>
      box(
        `Work Account ${n}`,
        `WorkplaceTenantId : tenant-${n}`,
        `TpmProtected : ${tpm}`,
        `KeyProvider : provider-${n}`,
        `NgcSet : ${ngc}`,
      )
    const status = read(
      dump(
        account(2, 'YES', 'NO'),
        deviceState,
        account(1, 'NO', 'YES'),
        deviceDetails,
        box('User State', 'NgcSet : NO', 'WorkAccountCount : 2'),
      ),
    )
    assert.equal(status.user.ngcSet, 'no')
    assert.equal(status.device?.keyProvider, 'Microsoft Platform Crypto Provider')
    assert.equal(status.tenant.id, null)
    assert.deepEqual(
      status.workAccounts.map(({ ordinal, tenantId, ngcSet, tpmProtected, keyProvider }) => [
        ordinal,
        tenantId,
        ngcSet,
        tpmProtected,
        keyProvider,
      ]),
      [
        [1, 'tenant-1', 'no', 'yes', 'provider-1'],
        [2, 'tenant-2', 'yes', 'no', 'provider-2'],
      ],
    )
    assert.deepEqual(titles(status), [
      'Work Account 2',
      'Device State',
      'Work Account 1',
      'Device Details',
      'User State',
    ])
  })
  test('3. an account is not the user: without a user state NgcSet is unknown', () => {
    assert.equal(
      read(dump(deviceState, box('Work Account 1', 'WorkplaceTenantId : x', 'NgcSet : YES'))).user.ngcSet,
      'unknown',
    )
  })
  test('4. values hold colons, equal signs, brackets and blanks; some are empty', () => {
    const status = read(
      dump(
        box(
          'Tenant Details',
          'TenantName : Contoso : Nord = Süd',
          'TenantId : ',
          'MdmUrl : https://mdm.contoso.com/?a=b:c',
        ),
      ),
    )
    assert.deepEqual(status.tenant, { id: null, name: 'Contoso : Nord = Süd' })
    assert.equal(fieldsOf(status, 'Tenant Details')['MdmUrl'], 'https://mdm.contoso.com/?a=b:c')
    assert.equal(fieldsOf(status, 'Tenant Details')['TenantId'], '')
  })
  test('5. a diagnostics block belongs to the token above it', () => {
    const block = (header: string, code: string) => [
      `${header} : PRESENT`,
      `Attempt Status : ${code}`,
      'Server Error Code : invalid_grant',
    ]
    const status = read(
      dump(
        box(
          'SSO State',
          'AzureAdPrt : YES',
          'AzureAdPrtAuthority : x',
          'EnterprisePrt : NO',
          'EnterprisePrtAuthority : y',
          ...block('AcquirePrtDiagnostics', '0x1'),
          'OnPremTgt : NO',
          'CloudTgt : YES',
        ),
      ),
    )
    assert.deepEqual(status.sso.prtDiagnostics, [
      { of: 'enterprise', attemptStatus: '0x1', serverErrorCode: 'invalid_grant' },
    ])
    const both = read(
      dump(
        box(
          'SSO State',
          'AzureAdPrt : NO',
          ...block('AcquirePrtDiagnostics', '0x2'),
          ...block('RefreshPrtDiagnostics', '0x3'),
          'EnterprisePrt : NO',
        ),
      ),
    )
    assert.deepEqual(
      both.sso.prtDiagnostics.map(({ of, attemptStatus }) => [of, attemptStatus]),
      [
        ['azure-ad', '0x2'],
        ['azure-ad', '0x3'],
      ],
    )
    const headless = read(
      dump(
        box(
          'SSO State',
          'EnterprisePrt : NO',
          'Previous Prt Attempt : x',
          'Attempt Status : 0x4',
          'Previous Prt Attempt : y',
          'Attempt Status : 0x5',
        ),
      ),
    )
    assert.deepEqual(
      headless.sso.prtDiagnostics.map(({ attemptStatus, serverErrorCode }) => [attemptStatus, serverErrorCode]),
      [
        ['0x4', null],
        ['0x5', null],
      ],
    )
    assert.equal(read('Attempt Status : 0x6\nAzureAdPrt : NO').sso.prtDiagnostics[0]?.of, null)
  })
  test('6. a line wrapped without indent goes on, also with a colon in it, also twice; the progress line does not', () => {
    const status = read(
      dump(
        box('Diagnostic Data'),
        'Waiting for Diagnostics Task to complete. This could take a few minutes...',
        '              User Context : SYSTEM',
        box('URL Specific Proxy Config'),
        '    Auto Detect PAC Status : Failed to auto detect the Proxy Auto-Configuration (PAC) script u',
        'sing WPAD. code: 0x80072f94',
        '',
        '            Server Message : The first line of a long message from the server, which is longer ',
        'than one line: it goes on, and on, and on, and on, and on, until the window is full again and',
        'ends here',
        '    Executing Account Name : CORP\\SRV-FILE02$, SRV-FILE02$@corp.contoso.com',
      ),
    )
    assert.deepEqual(fieldsOf(status, 'URL Specific Proxy Config'), {
      'Auto Detect PAC Status':
        'Failed to auto detect the Proxy Auto-Configuration (PAC) script using WPAD. code: 0x80072f94',
      'Server Message':
        'The first line of a long message from the server, which is longer than one line: it goes on, and on, and on, and on, and on, until the window is full again and ends here',
      'Executing Account Name': 'CORP\\SRV-FILE02$, SRV-FILE02$@corp.contoso.com',
    })
    assert.deepEqual(fieldsOf(status, 'Diagnostic Data'), { 'User Context': 'SYSTEM' })
    assert.deepEqual(status.executingAccount, { name: 'CORP\\SRV-FILE02$', upn: 'SRV-FILE02$@corp.contoso.com' })
  })
  test('6. the same in a block that is indented as a whole', () => {
    const lines = [
      ...box('Diagnostic Data'),
      '    Auto Detect PAC Status : Failed to auto detect the Proxy Auto-Configuration (PAC) script u',
      'sing WPAD. code: 0x80072f94',
    ]
    for (const margin of ['    ', '\t', ' '])
      assert.deepEqual(fieldsOf(read(lines.map((line) => margin + line).join('\n')), 'Diagnostic Data'), {
        'Auto Detect PAC Status':
          'Failed to auto detect the Proxy Auto-Configuration (PAC) script using WPAD. code: 0x80072f94',
      })
  })
  test('6. a narrow window cuts ids and statuses, which come back whole', () => {
    const lines = dump(
      deviceState,
      box(
        'Device Details',
        'DeviceId : 0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e',
        'DeviceAuthStatus : FAILED. Device is either disabled or deleted',
      ),
    )
    const cut = lines
      .split('\r\n')
      .flatMap((line) => line.match(/.{1,60}/g) ?? [''])
      .join('\r\n')
    const { device } = read(cut)
    assert.equal(device?.id, '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e')
    assert.equal(device?.authStatus, 'disabled-or-deleted')
  })
  test('7. only YES and NO answer', () => {
    for (const value of [
      'ERROR',
      'ERROR (0x80070520)',
      'ERROR 0x1',
      'UNKNOWN',
      'NOT SET',
      'YE',
      'N',
      'Y',
      'YES?',
      '',
      'true',
      '1',
    ])
      assert.equal(read(`AzureAdPrt : NO\nWamDefaultSet : ${value}`).user.wamDefaultSet, 'unknown', value)
    assert.equal(read('WamDefaultSet : yes').user.wamDefaultSet, 'yes')
    assert.equal(read('WamDefaultSet : No').user.wamDefaultSet, 'no')
  })
  test('8. a test that failed is no deleted device', () => {
    const device = (value: string) =>
      read(dump(box('Device Details', 'DeviceId : x', `DeviceAuthStatus : ${value}`))).device
    const of = (value: string) => [device(value)?.authStatus, device(value)?.authError]
    assert.deepEqual(of('SUCCESS'), ['success', null])
    assert.deepEqual(of('FAILED. Device is either disabled or deleted'), ['disabled-or-deleted', null])
    assert.deepEqual(of('FAILED. Error: 0x80072ee2'), ['untested', '0x80072ee2'])
    assert.deepEqual(of('FAILED. Error:0xd0020017'), ['untested', '0xd0020017'])
    for (const cut of ['FAILED', 'FAILED. Device is either dis', 'FAILED. Error: ', 'SUCC', 'PENDING', ''])
      assert.deepEqual(of(cut), ['unknown', null], cut)
  })
  test('9. bare titles, headings and bold titles', () => {
    for (const title of [
      'Device State',
      '## Device State',
      '**Device State**',
      '| Device State |',
      '|Device State',
      '=== Device State ===',
    ])
      assert.deepEqual(titles(read(`${title}\nAzureAdJoined : YES`)), ['Device State'], title)
  })
  test('9. a section of tomorrow keeps its fields to itself', () => {
    const status = read(dump(deviceState, box('Quantum State', 'NgcSet : YES', 'Qubits : 4')))
    assert.equal(status.user.ngcSet, 'unknown')
    assert.deepEqual(fieldsOf(status, 'Quantum State'), { NgcSet: 'YES', Qubits: '4' })
  })
  test('9. markdown around keys and values; masks stay', () => {
    const status = read(
      '- **AzureAdJoined** : `YES`\n* `DomainJoined : NO`\n**TenantName:** **Contoso**\nTenantId : ********-****-****\nDeviceId : `x`**',
    )
    assert.equal(status.joinState, 'entra-joined')
    assert.deepEqual(status.tenant, { id: '********-****-****', name: 'Contoso' })
    assert.equal(status.device?.id, 'x')
  })
  test('9. dashes of a mail program, and characters that nobody sees', () => {
    const text = dump(deviceState, deviceDetails)
    const whole = read(text)
    for (const dash of ['–', '—']) {
      const frames = text.replace(/-{60,}/g, (line) => dash.repeat(line.length / 2))
      assert.deepEqual(read(frames.replace(' -- ', ` ${dash} `)).device, whole.device)
      assert.deepEqual(titles(read(frames)), titles(whole))
    }
    assert.deepEqual(read(text.replaceAll(' : ', ' : \u200e').replaceAll('\r\n', '\u200b\r\n')), whole)
  })
  test('9. nothing indented, no blank lines, no titles', () => {
    const text = [...deviceState, ...deviceDetails]
      .map((line) => line.trim())
      .filter((line) => line.includes(' : '))
      .join('\n')
    const status = read(text)
    assert.deepEqual(titles(status), [''])
    assert.equal(status.joinState, 'entra-joined')
    assert.equal(status.device?.tpmProtected, 'yes')
  })
  test('10. a masked tenant id is taken as it is', () => {
    assert.equal(read(dump(box('Tenant Details', 'TenantId : [REDACTED]'))).tenant.id, '[REDACTED]')
  })
})

describe('whose key it is', () => {
  test('a second NgcSet in the user state is the account of a lost title', () => {
    const { user, workAccounts } = read(
      dump(
        box(
          'User State',
          'NgcSet : NO',
          'WorkplaceJoined : YES',
          'WorkplaceTenantId : x',
          'TpmProtected : YES',
          'NgcSet : YES',
        ),
      ),
    )
    assert.equal(user.ngcSet, 'no')
    assert.deepEqual(
      workAccounts.map(({ ngcSet, tpmProtected }) => [ngcSet, tpmProtected]),
      [['yes', 'yes']],
    )
  })
  test('keys of the flat device state are the device', () => {
    assert.equal(
      read(dump(box('Device State', 'AzureAdJoined : YES', 'TpmProtected : YES'))).device?.tpmProtected,
      'yes',
    )
  })
  test('a shared key that nothing around explains is nobody', () => {
    assert.equal(read('TpmProtected : YES\nAzureAdJoined : YES').device, null)
    const both = read(
      'KeyProvider : x\nAzureAdJoined : YES\nDeviceId : a\nDomainJoined : NO\nTpmProtected : YES\nWorkplaceTenantId : b',
    )
    assert.deepEqual([both.device?.keyProvider, both.device?.tpmProtected], [null, 'unknown'])
    assert.equal(read('NgcSet : YES\nAuto Detect Settings : YES\nAzureAdJoined : NO').user.ngcSet, 'unknown')
  })
  test('half a key at the start of a cut text is no key', () => {
    const rest = '               KeyProvider : x\n              TpmProtected : YES\n                    NgcSet : YES'
    for (const half of ['Thumbprint : 1', 'TenantId : t', 'MdmUrl : https://x']) {
      const { device, tenant, user } = read(`${half}\n${rest}\n${dump(deviceState)}`)
      assert.deepEqual([device, tenant.id, user.ngcSet], [null, null, 'unknown'], half)
    }
    assert.equal(read('TenantId : t\nNgcSet : YES').user.ngcSet, 'unknown')
    assert.equal(read('TenantId : t\nTenantName : n').tenant.id, 't')
  })
  test('a key that other tools print, before or after the dump, is theirs', () => {
    const listed = ['Subject : CN=x', 'Thumbprint : ABCD', 'DomainName : CORP', 'KeyProvider : z', 'DeviceId : 5']
    const whole = read(dump(deviceState, deviceDetails))
    const notJoined = read(dump(deviceState))
    const footer = 'For more information, please visit https://www.microsoft.com/aadjerrors'
    for (const between of [['', footer, ''], ['C:\\>certutil', ''], ['PS C:\\> gci Cert: | fl']]) {
      assert.deepEqual(read(dump(deviceState, deviceDetails, between, listed)), whole)
      assert.deepEqual(read(dump(deviceState, between, listed)), notJoined)
      assert.deepEqual(read(dump(listed, between, deviceState, between, listed)), notJoined)
    }
    assert.deepEqual(read(dump(listed, deviceState, deviceDetails)), whole)
    const filtered = read('PS C:\\> dsregcmd /status | findstr Id\r\n  DeviceId : 5\r\n  TenantId : 7')
    assert.deepEqual([filtered.device?.id, filtered.tenant.id], ['5', '7'])
  })
  test('three accounts without any title', () => {
    const account = (name: string) =>
      `WorkplaceDeviceId : ${name}\nTpmProtected : NO\nWorkplaceTenantId : ${name}\nNgcSet : NO\n`
    const { workAccounts } = read(`AzureAdJoined : NO\n${account('a')}${account('b')}${account('c')}`)
    assert.deepEqual(
      workAccounts.map(({ ordinal, tenantId }) => [ordinal, tenantId]),
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    )
  })
  test('letter case of keys, but not of the tickets', () => {
    const { sso, joinState } = read('azureadjoined : YES\nDOMAINJOINED : NO\nonpremtgt : YES\nCloudTGT : YES')
    assert.deepEqual([joinState, sso.onPremTgt, sso.cloudTgt], ['entra-joined', 'yes', 'unknown'])
  })
  test('what follows a long value is no part of it when it cannot be', () => {
    const url = 'AuthCodeUrl : https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/authorize'
    const message = 'Server Message : The first line of a long message from the server, which is longer than one'
    for (const [field, next] of [
      [url, 'two words'],
      [url, '    indented'],
      [message, '    indented text'],
      [message, 'Waiting for Diagnostics Task to complete.'],
      [message, 'C:\\>dir'],
    ] as const) {
      const status = read(dump(box('Tenant Details', field), next))
      assert.deepEqual(
        status.sections[0]?.fields.map(({ key, value }) => `${key} : ${value}`),
        [field],
        next,
      )
    }
  })
})

describe('what is not printed', () => {
  test('is null or unknown', () => {
    const { sections, ...facts } = read('AzureAdJoined : NO')
    assert.deepEqual(facts, {
      azureAdJoined: 'no',
      enterpriseJoined: 'unknown',
      domainJoined: 'unknown',
      workplaceJoined: 'unknown',
      joinState: 'unknown',
      domainName: null,
      device: null,
      tenant: { id: null, name: null },
      user: { ngcSet: 'unknown', workAccountCount: null, wamDefaultSet: 'unknown' },
      sso: {
        azureAdPrt: 'unknown',
        enterprisePrt: 'unknown',
        onPremTgt: 'unknown',
        cloudTgt: 'unknown',
        prtDiagnostics: [],
      },
      workAccounts: [],
      diagnostics: { keySignTest: null, aadRecoveryEnabled: 'unknown', userContext: null },
      executingAccount: null,
    })
    assert.deepEqual(sections, [{ title: '', fields: [{ key: 'AzureAdJoined', value: 'NO' }] }])
  })
  test('validity: only two real times', () => {
    const of = (value: string) =>
      read(dump(box('Device Details', `DeviceCertificateValidity : ${value}`))).device?.certificateValidity
    assert.deepEqual(of('[ 2025-02-03 09:14:20.000 UTC -- 2035-02-03 09:44:20 UTC ]'), {
      from: '2025-02-03T09:14:20.000Z',
      to: '2035-02-03T09:44:20Z',
    })
    for (const value of [
      '[ 2025-02-31 09:14:20.000 UTC -- 2035-02-03 09:44:20.000 UTC ]',
      '[ 2025-02-03 09:14:20.000 UTC -- 2035-02',
      '[REDACTED]',
      '',
    ])
      assert.equal(of(value), null, value)
  })
  test('the tickets of the prerequisite check are not those of the SSO state', () => {
    const { sso } = read(
      dump(box('Ngc Prerequisite Check', 'CloudTGT : YES', 'OnPremTGT : YES', 'PreReqResult : WillProvision')),
    )
    assert.deepEqual([sso.onPremTgt, sso.cloudTgt], ['unknown', 'unknown'])
  })
  test('an executing account without a UPN', () => {
    assert.deepEqual(read('Executing Account Name : NT AUTHORITY\\SYSTEM').executingAccount, {
      name: 'NT AUTHORITY\\SYSTEM',
      upn: null,
    })
    assert.deepEqual(read('Executing Account Name : AzureAD\\AdeleVance, ade').executingAccount, {
      name: 'AzureAD\\AdeleVance',
      upn: null,
    })
    assert.equal(read('Executing Account Name : ').executingAccount, null)
  })
  test('the flat layout of 2016: one account, number 1; WorkplaceJoined may stand in the device state', () => {
    const status = read(
      dump(
        box(
          'Device State',
          'AzureAdJoined : NO',
          'EnterpriseJoined : NO',
          'DomainJoined : NO',
          'WorkplaceJoined : YES',
        ),
        box(
          'User State',
          'NgcSet : NO',
          'WorkplaceDeviceId : d',
          'WorkplaceIdp : login.windows.net',
          'WorkplaceTenantId : t',
          'WorkplaceTenantName : Fabrikam, Inc.',
          'AzureAdPrt : NO',
        ),
      ),
    )
    assert.equal(status.joinState, 'entra-registered')
    assert.equal(status.user.ngcSet, 'no')
    assert.deepEqual(status.workAccounts, [
      {
        ordinal: 1,
        deviceId: 'd',
        thumbprint: null,
        tenantId: 't',
        tenantName: 'Fabrikam, Inc.',
        keyProvider: null,
        tpmProtected: 'unknown',
        ngcSet: 'unknown',
      },
    ])
  })
  for (const text of [
    '',
    ' \n',
    'hello',
    'DC: \\\\DC01\nAddress: \\\\192.0.2.1',
    'FEHLER: Der angegebene Schlüssel wurde nicht gefunden.',
    'Thumbprint : 1234',
    'a : b\n'.repeat(50),
  ])
    test(`no dsregcmd field in ${JSON.stringify(text.slice(0, 30))}`, () => {
      const status = readDsregcmdStatus(text)
      assert.equal(status.ok ? 'read' : status.fault.code, 'unreadable')
    })
})
