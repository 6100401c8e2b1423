import type { RecordedMachine } from '../../src/core/recording/recording.ts'
import { machineThat } from './judged.ts'
import { encodings, type Seeded } from './seeded-identifiers.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const of = (seeded: readonly Seeded[], what: string): readonly string[] =>
  seeded.filter((each) => each.what === what).map(({ text }) => text)

/** Each identifier in each encoding, one to a line, as a log would have it. */
export const encodedLines = (seeded: readonly Seeded[]): string =>
  seeded
    .flatMap(({ text }) =>
      Object.values(encodings).map((encoding) => `2026-11-20T09:15:00Z value ${encoding(text)} end`),
    )
    .join('\r\n')

/** Events as `wevtutil qe` writes them, with the names where Windows puts them. */
export const eventsOf = (seeded: readonly Seeded[]): string => {
  const [hosts, names, sids, addresses] = [
    of(seeded, 'host'),
    of(seeded, 'name'),
    of(seeded, 'entraSid'),
    of(seeded, 'ipv4'),
  ]
  return names
    .map(
      (name, index) =>
        `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-AAD' Guid='{4de9bc9c-b27a-43c9-8994-0915f1a5e24f}'/><EventID>1098</EventID><TimeCreated SystemTime='2026-11-20T08:02:11.1234567Z'/><Correlation ActivityID='{${of(seeded, 'correlation')[index]}}'/><Channel>Microsoft-Windows-AAD/Operational</Channel><Computer>${hosts[index]}</Computer><Security UserID='${sids[index]}'/></System><EventData><Data Name='TargetUserName'>${name}</Data><Data Name='IpAddress'>${addresses[index]}</Data><Data Name='Error'>0xC000006D</Data></EventData></Event>`,
    )
    .join('\r\n')
}

/** A machine whose every source names seeded people and things: fields that say so, and encoded copies in all the rest. */
export const seededMachine = (seeded: readonly Seeded[]): RecordedMachine => {
  const lines = encodedLines(seeded)
  const [upns, tenants, devices, thumbprints] = ['upn', 'tenant', 'device', 'thumbprint'].map((what) =>
    of(seeded, what),
  ) as [readonly string[], readonly string[], readonly string[], readonly string[]]
  const built = machineThat({
    commands: {
      'nltest-dsgetdc': of(seeded, 'domain')
        .map(
          (domain, index) =>
            `           DC: \\\\${of(seeded, 'host')[index]}.${domain}\r\n      Address: \\\\${of(seeded, 'ipv4')[index]}\r\n     Dom Name: ${domain}\r\n  Forest Name: ${domain}\r\n Dc Site Name: ${of(seeded, 'site')[index]}\r\n`,
        )
        .join(''),
      'local-group-rdp-users': JSON.stringify({
        members: of(seeded, 'domainSid').map((sid, index) => ({
          sid,
          name: `AzureAD\\${of(seeded, 'name')[index]}`,
          kind: 'user',
        })),
      }),
      'local-group-administrators': JSON.stringify({
        members: of(seeded, 'accented').map((name, index) => ({
          sid: of(seeded, 'entraSid')[index],
          name: `AzureAD\\${name}`,
          kind: 'user',
        })),
      }),
      'policy-result': JSON.stringify({
        rsop: [
          {
            path: 'MACHINE\\Software\\X',
            type: 1,
            data: lines.slice(0, 20000),
            gpoId: 'LocalGPO',
            gpoName: null,
            precedence: 1,
          },
        ],
      }),
      'klist-cloud-debug': `Cloud Primary (Hybrid logon) TGT available: 1\r\n${lines}`,
      'events-aad-operational': `${eventsOf(seeded)}\r\n${lines}`,
    },
    dsregcmd: (text) =>
      text +
      tenants
        .map(
          (tenant, index) =>
            `              WorkplaceTenantId : ${tenant}\r\n              WorkplaceDeviceId : ${devices[index]}\r\n`,
        )
        .join('') +
      lines,
    registry: Object.fromEntries(
      thumbprints.map((thumbprint, index) => [
        `HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\WorkplaceJoin\\JoinInfo\\${thumbprint}`,
        {
          values: {
            UserEmail: ['REG_SZ', upns[index] ?? ''],
            TenantId: ['REG_SZ', tenants[index] ?? ''],
            Note: ['REG_MULTI_SZ', index === 0 ? lines.split('\r\n').slice(0, 400) : []],
          },
        } as const,
      ]),
    ),
  })
  return {
    ...built,
    journal: [
      {
        id: '20261120-1',
        fix: 'rdp.add-user',
        appliedAt: '2026-11-20T08:30:00Z',
        undoneAt: null,
        restart: 'none',
        by: `AzureAD\\${of(seeded, 'name')[0]}`,
        changes: [
          {
            kind: 'group-member',
            spec: { account: upns[0], note: lines },
            before: { members: of(seeded, 'entraSid') },
          },
        ],
      },
    ],
    inputs: {
      'kerberos-server.txt': lines,
      'probe.json': JSON.stringify({
        target: of(seeded, 'host')[0],
        port: 3389,
        outcome: 'ok',
        resolved: of(seeded, 'ipv6'),
        note: lines,
      }),
    },
    commands: built.commands.map((command) =>
      command.id === 'klist-cloud-debug' ? { ...command, stderr: encode(lines) } : command,
    ),
  }
}
