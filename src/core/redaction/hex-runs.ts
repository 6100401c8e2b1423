export const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70)

/** Every run of hexadecimal digits; ids, thumbprints and hardware addresses are made of them. */
export const hexRuns = (text: string, found: (start: number, end: number) => void): void => {
  const { length } = text
  for (let at = 0; at < length; at++) {
    if (!isHex(text.charCodeAt(at))) continue
    const start = at
    while (at < length && isHex(text.charCodeAt(at))) at++
    if (at - start > 1) found(start, at)
  }
}
