/** Ports from–to, both included. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

/** One rule of Windows Defender Firewall, as its registry value says it. */
export interface FirewallRule {
  readonly action: 'allow' | 'block' | 'other'
  readonly active: boolean
  readonly dir: 'in' | 'out' | 'other'
  /** IP protocol number, 6 for TCP; null for any. */
  readonly protocol: number | null
  /** Local ports; null for any. Words such as `RPC` stand for ports of their own and are left out. */
  readonly ports: readonly PortRange[] | null
  readonly app: string | null
  readonly service: string | null
  /** Limits on who may connect (`RA4=`, `RA6=`, `RA42=`, `RA62=`). */
  readonly remoteAddresses: readonly string[]
  /** `Domain`, `Private`, `Public`; empty for every profile. */
  readonly profiles: readonly string[]
}

const header = /^\s*v\d{1,3}\.\d{1,3}\|/i
const anyProtocol = 256
const portForm = /^(\d{1,5})(?:-(\d{1,5}))?$/

const fieldsOf = (text: string): Map<string, string[]> => {
  const fields = new Map<string, string[]>()
  for (const part of text.split('|').slice(1)) {
    const equals = part.indexOf('=')
    if (equals <= 0) continue
    const name = part.slice(0, equals).trim().toLowerCase()
    const values = fields.get(name) ?? []
    values.push(part.slice(equals + 1).trim())
    fields.set(name, values)
  }
  return fields
}

const portsOf = (values: readonly string[]): PortRange[] =>
  values
    .flatMap((value) => value.split(','))
    .flatMap((value) => {
      const match = portForm.exec(value.trim())
      if (match === null) return []
      const from = Number(match[1])
      return [{ from, to: Number(match[2] ?? from) }]
    })

const oneOf = <Word extends string>(value: string | undefined, words: readonly Word[]): Word | 'other' =>
  words.find((word) => word === value?.toLowerCase()) ?? 'other'

/**
 * `v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=…|`; null when the text is no rule. Source:
 * "[MS-GPFAS] Firewall Rule Encoding", https://learn.microsoft.com/openspecs/windows_protocols/ms-gpfas/
 */
export const parseFirewallRule = (text: string): FirewallRule | null => {
  if (!header.test(text)) return null
  const fields = fieldsOf(text)
  const first = (name: string) => fields.get(name)?.[0]
  if (first('action') === undefined) return null
  const protocol = first('protocol')
  // Windows 10 and later write ranges as LPort2_10 and further addresses as RA42 and RA62.
  const named = (pattern: RegExp) => [...fields].filter(([name]) => pattern.test(name)).flatMap(([, values]) => values)
  const ports = named(/^lport(?:2_\d{1,2})?$/)
  return {
    action: oneOf(first('action'), ['allow', 'block']),
    active: first('active')?.toLowerCase() === 'true',
    dir: oneOf(first('dir'), ['in', 'out']),
    protocol: protocol === undefined || Number(protocol) === anyProtocol ? null : Number(protocol),
    ports: ports.length === 0 ? null : portsOf(ports),
    app: first('app') || null,
    service: first('svc') || null,
    remoteAddresses: named(/^ra[46]2?$/).filter((address) => address !== '*'),
    profiles: fields.get('profile') ?? [],
  }
}

const tcp = 6
const isRemoteDesktopApp = (app: string): boolean => /^system$|(?:^|\\)svchost\.exe$/i.test(app)

/** Whether a rule speaks of connections to Remote Desktop on `port`: active, inbound, TCP, this program, this port. */
export const countsForPort = (rule: FirewallRule, port: number): boolean =>
  rule.active &&
  rule.dir === 'in' &&
  (rule.protocol === null || rule.protocol === tcp) &&
  (rule.app === null || isRemoteDesktopApp(rule.app)) &&
  (rule.service === null || rule.service === '*' || rule.service.toLowerCase() === 'termservice') &&
  (rule.ports === null || rule.ports.some(({ from, to }) => from <= port && port <= to))
