import { encode } from 'uqr'

export interface QrPath {
  /** Modules along one side, the quiet zone of four on each side included. */
  readonly size: number
  /** The dark modules as an SVG path in units of one module. */
  readonly path: string
}

/** Letters in upper case, digits and hyphens fit the denser alphanumeric mode. */
export const qrPath = (text: string): QrPath => {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
  return { size, path: rows.join('') }
}
