import { askedAsOther, rowsOf } from '../../../../test/kit/judged.ts'

const key = { track: 'security-key' } as const

rowsOf('security-key.cloud-tgt', [
  ['the ticket is there', { securityKeys: true }, key, 'pass'],
  ['the ticket is not there', {}, key, 'warn'],
  [
    'OnPremTgt alone never fails',
    { securityKeys: true, dsregcmd: (text) => text.replace('OnPremTgt : YES', 'OnPremTgt : NO') },
    key,
    'pass',
  ],
  [
    'the line is cut off',
    { commands: { 'klist-cloud-debug': 'Cloud Kerberos Debug info:\r\nCloud Kerberos enabled by policy: 0\r\n' } },
    key,
    'unknown',
  ],
  ['klist is missing', { outcomes: { 'klist-cloud-debug': 'missing' } }, key, 'unknown'],
  ['asked as somebody else', { securityKeys: true, ...askedAsOther }, key, 'unknown'],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
