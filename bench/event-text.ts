import { numbersFrom, type Seeded } from '../test/kit/seeded-identifiers.ts'

const hex = (value: number, digits: number): string => Math.floor(value).toString(16).padStart(digits, '0')

/** Where an event stands in the log; the rest of its head says the same in every log. */
interface Head {
  readonly provider: string
  readonly id: number
  readonly channel: string
}

const aad = {
  provider: "Name='Microsoft-Windows-AAD' Guid='{4de9bc9c-b27a-43c9-8994-0915f1a5e24f}'",
  id: 1098,
  channel: 'Microsoft-Windows-AAD/Operational',
}
const logon = {
  provider: "Name='Microsoft-Windows-Security-Auditing' Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'",
  id: 4624,
  channel: 'Security',
}
const service = { provider: "Name='Service Control Manager'", id: 7036, channel: 'System' }

/**
 * Events of `wevtutil qe`, one third each of three kinds. As in a real log no two have the same time and number, about
 * three belong to one operation, many have handles and ids of their own, and names come back.
 */
export const eventText = (seeded: readonly Seeded[], bytes: number): string => {
  const random = numbersFrom(418)
  const below = (limit: number): number => Math.floor(random() * limit)
  const guid = (): string =>
    `${hex(below(2 ** 32), 8)}-${hex(below(65536), 4)}-4${hex(below(4096), 3)}-8${hex(below(4096), 3)}-${hex(random() * 2 ** 48, 12)}`
  const pick = (what: string): string => {
    const all = seeded.filter((each) => each.what === what)
    return all[below(all.length)]?.text ?? ''
  }
  const resources = Array.from({ length: 8 }, guid)
  let operation = guid()
  const event = (record: number, { provider, id, channel }: Head, data: string): string => {
    const time = new Date(1_763_000_000_000 + record * 977).toISOString().replace('Z', `${1000 + below(9000)}Z`)
    return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider ${provider}/><EventID>${id}</EventID><Version>0</Version><Level>${2 + below(3)}</Level><Task>${below(90)}</Task><Opcode>0</Opcode><Keywords>0x8000000000000012</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>${record}</EventRecordID><Correlation ActivityID='{${operation}}'/><Execution ProcessID='${below(9000)}' ThreadID='${below(20_000)}'/><Channel>${channel}</Channel><Computer>${pick('host')}</Computer><Security UserID='${pick('entraSid')}'/></System><EventData>${data}</EventData></Event>\r\n`
  }
  const makers: readonly ((record: number) => string)[] = [
    (record) =>
      event(
        record,
        aad,
        `<Data Name='Error'>3399614476</Data><Data Name='ErrorMessage'>The request requires user interaction.</Data><Data Name='AdditionalInformation'>Code: interaction_required\r\nDescription: AADSTS50076: multi-factor authentication is needed to access '${resources[below(8)]}'. Trace ID: ${guid()} Correlation ID: ${operation} User: ${pick('upn')}\r\nTokenEndpoint: https://login.microsoftonline.com/common/oauth2/token\r\nLogged at OAuthTokenRequestBase.cpp, line: 429, method: OAuthTokenRequestBase::ProcessOAuthResponse.</Data>`,
      ),
    (record) =>
      event(
        record,
        logon,
        `<Data Name='SubjectUserSid'>S-1-5-18</Data><Data Name='SubjectUserName'>${pick('host')}$</Data><Data Name='SubjectLogonId'>0x3e7</Data><Data Name='TargetUserSid'>${pick('domainSid')}</Data><Data Name='TargetUserName'>${pick('name')}</Data><Data Name='TargetLogonId'>0x${hex(below(2 ** 32), 1)}</Data><Data Name='LogonType'>10</Data><Data Name='LogonProcessName'>User32 </Data><Data Name='AuthenticationPackageName'>Negotiate</Data><Data Name='WorkstationName'>${pick('host')}</Data><Data Name='LogonGuid'>{${below(2) === 0 ? guid() : '00000000-0000-0000-0000-000000000000'}}</Data><Data Name='ProcessName'>C:\\Windows\\System32\\svchost.exe</Data><Data Name='IpAddress'>${pick('ipv4')}</Data><Data Name='IpPort'>${1024 + below(60_000)}</Data>`,
      ),
    (record) =>
      event(
        record,
        service,
        `<Data Name='param1'>Service ${below(400)}</Data><Data Name='param2'>running</Data><Binary>${hex(random() * 2 ** 48, 12).toUpperCase()}0053002F0034000000</Binary>`,
      ),
  ]
  const events: string[] = []
  for (let written = 0, record = 90_000; written < bytes; record++) {
    if (below(3) === 0) operation = guid()
    const text = makers[below(makers.length)]?.(record) ?? ''
    events.push(text)
    written += text.length
  }
  return events.join('')
}
