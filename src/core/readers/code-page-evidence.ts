import iconv from 'iconv-lite'

/** Enough to see what a text is written in. */
const sampleSize = 200_000
const kana = /[\u3041-\u3096\u30a1-\u30fa\u30fc]{3}/

const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/** Three kana in a row, and not one byte that page 932 does not have. */
const isJapanese = (bytes: Uint8Array): boolean => {
  const text = iconv.decode(bytes, 'cp932')
  // The sample may end in half a character.
  return kana.test(text) && !text.slice(0, -1).includes('\ufffd')
}

/**
 * Bytes above ASCII come in pairs, most of them common characters. Their first bytes go beyond C8, which those of
 * Korean syllables do not.
 */
const isChinese = (bytes: Uint8Array): boolean => {
  let characters = 0
  let common = 0
  let beyondKorean = 0
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[index + 1]
    if (trail === undefined) break
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail === 0xff) return false
    index++
    if (lead < 0xb0) continue
    characters++
    if (lead <= 0xd7) common++
    if (lead > 0xc8 && lead <= 0xd7) beyondKorean++
  }
  return characters >= 2 && beyondKorean > 0 && common >= characters * 0.8
}

/** Letters of page 850 that are quotes, daggers, signs or nothing in 1252, where no word holds them. */
const only850 = new Set([
  0x81, 0x82, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x90, 0x94, 0x9b, 0xa1, 0xa2, 0xa3, 0xa4,
])
/** The sharp s of page 850, which is a letter of 1252 too. */
const sharpS = 0xe1

/** Bytes within words that are letters in page 850 only, and none that is a letter in 1252 only. */
const isWestern850 = (bytes: Uint8Array): boolean => {
  let found = false
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80 || !isLetter(bytes[index - 1]) || !isLetter(bytes[index + 1])) continue
    if (byte >= 0xc0 && byte !== sharpS) return false
    found ||= only850.has(byte)
  }
  return found
}

/**
 * The code page that bytes of an unknown PC are written in: what they hold tells, else it is 1252. Console tools write
 * the OEM page of their language, dsregcmd the ANSI page.
 */
export const codePageByEvidence = (bytes: Uint8Array): number => {
  const sample = bytes.subarray(0, sampleSize)
  if (isChinese(sample)) return 936
  if (isJapanese(sample)) return 932
  return isWestern850(sample) ? 850 : 1252
}
