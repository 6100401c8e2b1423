/**
 * Crockford's base 32: no letter that is easily taken for a digit, so it can be read out. Source: "Base 32",
 * https://www.crockford.com/base32.html
 */
export const base32Alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const readAs: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** What a character stands for, 0 to 31, in either case and with O read as 0, I and L as 1; -1: it is not one. */
export const symbolOf = (character: string): number => {
  const upper = character.toUpperCase()
  return base32Alphabet.indexOf(readAs[upper] ?? upper)
}

export const base32Text = (symbols: readonly number[]): string =>
  symbols.map((symbol) => base32Alphabet[symbol] ?? '').join('')
