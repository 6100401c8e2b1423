const boundary = /[\w.-]/

/** The same on every PC: this host, everybody, netmasks, multicast. */
const isSpecial = (parts: readonly number[]): boolean => {
  const [first = 0] = parts
  return first === 0 || first === 127 || first >= 224
}

/** Object identifiers of certificates: `2.5.29.37` is "extended key usage". */
const isOid = (parts: readonly number[]): boolean =>
  parts[0] === 2 && parts[1] === 5 && (parts[2] === 29 || parts[2] === 4)

const versionBefore =
  /(?:\b(?:version|ver|build|release|cis)[\s"'=:>]{0,4}|\bv\.?|\b(?:chrome|edg|edge|mozilla|safari|firefox|applewebkit|windows|teams|onedrive)\/)$/i

/**
 * Whether a dotted number is the address of somebody's PC. Version numbers look alike; most have a part above 255, end in
 * `.0.0`, or say what they are.
 */
export const isAddress = (text: string, around = '', at = 0): boolean => {
  if (text.includes(':')) return isIpv6(text, around, at)
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /(?:^|\.)0\d/.test(text)) return false
  const parts = text.split('.').map(Number)
  if (parts.some((part) => part > 255) || isSpecial(parts) || isOid(parts)) return false
  if (around === '') return true
  const end = at + text.length
  const after = around.slice(end, end + 2)
  const before = around[at - 1] ?? ' '
  if (/\w/.test(before) || /^\w/.test(after) || /^\.\d/.test(after)) return false
  if (before === '.' || (before === '-' && /\d/.test(around[at - 2] ?? ' '))) return false
  if (/^\/\d/.test(after)) return true
  return !(text.endsWith('.0.0') || versionBefore.test(around.slice(Math.max(0, at - 24), at)))
}

export const isIpv6 = (text: string, around = '', at = 0): boolean => {
  const groups = text.split(':')
  if (groups.length < 3 || groups.length > 9) return false
  if (
    around !== '' &&
    (boundary.test(around[at - 1] ?? ' ') ||
      around[at - 1] === ':' ||
      boundary.test(around[at + text.length] ?? ' ') ||
      around[at + text.length] === ':')
  )
    return false
  // Times, ratios and the `::` of programs are not addresses.
  if (!text.includes('::')) return groups.length === 8
  const filled = groups.filter((group) => group !== '')
  if (
    filled.length < 2 ||
    (/^f[ef][0-9a-f]{0,2}$/i.test(filled[0] ?? '') === false && !filled.some((group) => group.length >= 3))
  )
    return false
  return !/^ff/i.test(text)
}
