import { parseAccount } from '../../shared/account-name.ts'
import type { ConnectionFileOrder } from '../../shared/hand-over.ts'
import { isAddress, parseHost } from '../../shared/host-name.ts'
import type { Path } from '../../shared/intent.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { propertyOf, readRdpFile } from '../readers/rdp-file.ts'
import { isSecret } from '../readers/rdp-lints.ts'
import type { ExportFile } from './export-file.ts'

type Line = readonly [name: string, type: 's' | 'i', value: string]

/**
 * Sources: "Supported Remote Desktop RDP file settings",
 * https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/rdp-files, and "RDP NLA with Azure AD:
 * The PKU2U Nightmare", https://awakecoding.com/posts/rdp-nla-with-azure-ad-the-pku2u-nightmare/
 */
const linesFor = (path: Path, peer: string, account: string): readonly Line[] => [
  ['full address', 's', peer],
  ['username', 's', path === 'web' ? account : `.\\AzureAD\\${account}`],
  ['domain', 's', ''],
  ['enablecredsspsupport', 'i', '1'],
  ['enablerdsaadauth', 'i', path === 'web' ? '1' : '0'],
]

interface Target {
  readonly peer: string
  readonly account: string
}

const targetOf = ({ peer, account, path }: ConnectionFileOrder): Result<Target> => {
  const host = parseHost(peer)
  if (!host.ok) return host
  if (path === 'web' && isAddress(host.value))
    return fail(
      'invalid-input',
      'A web account needs the name of the PC as Microsoft Entra ID knows it; an IP address is refused.',
    )
  const upn = parseAccount(account)
  return upn.ok ? ok({ peer: host.value, account: upn.value }) : upn
}

const textOf = (line: Line): string => line.join(':')

/** The lines of another file in their order, ours in the place of theirs, stored passwords left out. */
const merged = (from: string, ours: readonly Line[]): readonly string[] => {
  const written = new Set<string>()
  const kept = from.split(/\r\n|\r|\n/).flatMap((line) => {
    if (line.trim() === '') return []
    const property = propertyOf(line)
    if (property === null) return [line]
    if (isSecret(property.name, property.type)) return []
    const own = ours.find(([name]) => name === property.name)
    if (own === undefined) return [line]
    if (written.has(property.name)) return []
    written.add(property.name)
    return [textOf(own)]
  })
  return [...kept, ...ours.filter(([name]) => !written.has(name)).map(textOf)]
}

/**
 * A connection file in the form that works with Microsoft Entra accounts. `from`: the text of an existing one whose
 * other properties are kept. A signed one is refused: Windows calls it corrupted once a signed line changes.
 */
export const connectionFile = (order: ConnectionFileOrder, from: string | null): Result<readonly ExportFile[]> => {
  const target = targetOf(order)
  if (!target.ok) return target
  const { peer, account } = target.value
  const ours = linesFor(order.path, peer, account)
  if (from !== null) {
    const read = readRdpFile(from)
    if (!read.ok) return read
    if (read.value.problems.some(({ id }) => id === 'signed'))
      return fail('refused', 'The file is signed, so it is not rewritten. Ask its publisher for a new one.')
  }
  const lines = from === null ? ours.map(textOf) : merged(from, ours)
  const name = `${peer.replaceAll(/[^a-z0-9._-]/gi, '-')}.rdp`
  return ok([{ name, encoding: 'utf-16', text: `${lines.join('\n')}\n` }])
}
