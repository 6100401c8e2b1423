import type { CommandRecord } from '../recording/recording.ts'
import { eventChannels, eventLogId, queryArgs } from '../windows/event-channels.ts'

interface SimulatedEvent {
  readonly provider: string
  readonly id: number
  readonly time: string
  readonly sid: string
  readonly data: Readonly<Record<string, string>>
}

/** An event as the log keeps it: fields, no sentences. Source: "Event Schema", https://learn.microsoft.com/windows/win32/wes/eventschema-schema */
const eventXml = (hostName: string, channel: string, { provider, id, time, sid, data }: SimulatedEvent): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID>${id}</EventID><Level>4</Level><TimeCreated SystemTime='${time}'/><Channel>${channel}</Channel><Computer>${hostName}</Computer><Security UserID='${sid}'/></System><EventData>${Object.entries(
    data,
  )
    .map(([name, value]) => `<Data Name='${name}'>${value}</Data>`)
    .join('')}</EventData></Event>\r\n`

const system = 'System'
const client = 'Microsoft-Windows-TerminalServices-RDPClient/Operational'

/** What a simulated machine's event logs hold: its start, and one attempt to connect. The other logs are not there. */
export const eventsOf = (hostName: string, sid: string, bootedAt: string): readonly CommandRecord[] => {
  const events: readonly (readonly [string, SimulatedEvent])[] = [
    [
      system,
      {
        provider: 'Microsoft-Windows-Kernel-General',
        id: 12,
        time: bootedAt,
        sid: 'S-1-5-18',
        data: { StartTime: bootedAt },
      },
    ],
    [
      client,
      {
        provider: 'Microsoft-Windows-TerminalServices-ClientActiveXCore',
        id: 1024,
        time: '2026-11-20T09:02:41.0000000Z',
        sid,
        data: { Name: 'Server Name', Value: 'PC-0999.contoso.com' },
      },
    ],
  ]
  return events.flatMap(([name, event]) => {
    const channel = eventChannels.find((each) => each.id === eventLogId(name))
    if (channel === undefined) return []
    const stdout = Buffer.from(`\ufeff${eventXml(hostName, name, event)}`, 'utf16le')
    const args = queryArgs(channel)
    return [
      { id: channel.id, program: 'wevtutil.exe', args, outcome: 'ok' as const, exitCode: 0, durationMs: 40, stdout },
    ]
  })
}
