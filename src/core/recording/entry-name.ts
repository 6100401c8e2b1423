/** Longest path inside a zip, in characters; ours take less than 60. */
const longestName = 240
const longestShown = 80

/** Names that Windows keeps for devices, with any ending. Naming Files, Paths, and Namespaces (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i
const control = /\p{Cc}/u
const forbidden = /[<>"|?*]/
const archive = /\.(?:zip|7z|rar|cab|tar|gz|tgz|bz2|xz|zst|jar|iso|vhdx?)$/i
/** Where a bundle keeps what cannot be redacted, such as Windows’ own diagnostics; never opened by this program. */
const rawFolder = 'raw/'

/** A name from outside, safe to print: cut, and with everything that moves a cursor or turns the reading direction spelled out. */
export const shownName = (name: string): string => {
  const plain = [...name]
    .slice(0, longestShown)
    .map((character) =>
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)
        ? `\\u{${character.codePointAt(0)?.toString(16)}}`
        : character,
    )
    .join('')
  return `"${plain}${name.length > longestShown ? '…' : ''}"`
}

/** Why a path from a zip is not taken, as the end of a sentence; null when it is a plain path inside. Folders come without their slash. */
export const nameFault = (name: string): string | null => {
  const parts = name.split(/[\\/]/)
  if (name === '') return 'has no name'
  if (name.length > longestName) return `has a name of more than ${longestName} characters`
  if (control.test(name)) return 'has a control character in its name'
  if (/^[\\/]{2}/.test(name)) return 'points to a network share'
  if (/^[\\/]/.test(name)) return 'is an absolute path'
  if (/^[a-z]:/i.test(name)) return 'names a drive'
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'would leave the folder'
  if (name.includes('\\')) return 'has a backslash in its name'
  if (name.includes(':')) return 'names a hidden stream of a file'
  if (forbidden.test(name)) return 'has a character that Windows does not allow in a name'
  if (parts.some((part) => /[. ]$/.test(part))) return 'ends in a dot or a space, which Windows drops'
  if (parts.some((part) => deviceName.test(part))) return 'is the name of a Windows device'
  if (archive.test(name) && !name.startsWith(rawFolder) && !name.includes(`/${rawFolder}`))
    return 'is an archive inside the archive; take it out and open it by itself'
  return null
}
