/** By character code: 1 for a hexadecimal digit. */
const digits = new Uint8Array(65536)
for (const digit of '0123456789abcdefABCDEF') digits[digit.charCodeAt(0)] = 1

export const isHex = (code: number): boolean => digits[code] === 1

/** Every run of hexadecimal digits; ids, thumbprints and hardware addresses are made of them. */
export const hexRuns = (text: string, found: (start: number, end: number) => void): void => {
  const { length } = text
  for (let at = 0; at < length; at++) {
    if (digits[text.charCodeAt(at)] !== 1) continue
    const start = at
    while (at < length && digits[text.charCodeAt(at)] === 1) at++
    if (at - start > 1) found(start, at)
  }
}
