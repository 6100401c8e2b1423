/** One channel of the Windows event log. */
export interface EventChannel {
  /** Of the recording: `events-` and the channel's name in small letters. */
  readonly id: string
  readonly channel: string
  /** XPath; null takes every event. */
  readonly query: string | null
  /** Tells who signed in when and from where: only with consent. */
  readonly needsConsent: boolean
}

/** Newest events of each channel. Enough for the days that a ticket is about; the logs themselves hold months. */
const most = 1000

export const eventLogId = (channel: string): string => `events-${channel.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

const channelOf = (channel: string, query: string | null = null, needsConsent = false): EventChannel => ({
  id: eventLogId(channel),
  channel,
  query,
  needsConsent,
})

/**
 * Where sign-in, registration, policy and Remote Desktop leave traces; no channel of PKU2U's own is known. Sources:
 * "Troubleshoot devices by using the dsregcmd command",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 * "Troubleshoot primary refresh token issues on Windows devices",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export const eventChannels: readonly EventChannel[] = [
  channelOf('Microsoft-Windows-AAD/Operational'),
  channelOf('Microsoft-Windows-User Device Registration/Admin'),
  channelOf('Microsoft-Windows-HelloForBusiness/Operational'),
  channelOf('Microsoft-Windows-CAPI2/Operational'),
  channelOf('Microsoft-Windows-TerminalServices-RDPClient/Operational'),
  channelOf('Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational'),
  channelOf('Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'),
  channelOf('Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational'),
  channelOf('Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin'),
  channelOf('Microsoft-Windows-Kerberos/Operational'),
  channelOf('Microsoft-Windows-WebAuthN/Operational'),
  channelOf('Microsoft-Windows-GroupPolicy/Operational'),
  channelOf('System'),
  // Sign-ins that worked and that did not, and nothing else of this log.
  channelOf('Security', '*[System[(EventID=4624 or EventID=4625)]]', true),
]

/**
 * Newest first, XML (the words of a rendered event are translated, its fields are not), and in Unicode: the console's
 * code page loses names. Source: "wevtutil",
 * https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil
 */
export const queryArgs = ({ channel, query }: EventChannel): readonly string[] => [
  'qe',
  channel,
  '/f:xml',
  '/rd:true',
  `/c:${most}`,
  '/uni:true',
  ...(query === null ? [] : [`/q:${query}`]),
]
