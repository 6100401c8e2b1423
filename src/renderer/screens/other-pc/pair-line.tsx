import { type Line, lineWords } from '../../../shared/pair-words.ts'

const length = 160
const middle = 24
/** Where the line has a gap with a cross in it. */
const breaks: Readonly<Record<Line, readonly number[]>> = {
  whole: [],
  open: [],
  'at-client': [28],
  'at-server': [132],
  'at-both': [28, 132],
  between: [80],
}
const gap = 14

const pieces = (at: readonly number[]): string => {
  const ends = [4, ...at.flatMap((place) => [place - gap, place + gap]), length - 4]
  return ends.map((x, index) => `${index % 2 === 0 ? 'M' : 'L'}${x} ${middle}`).join('')
}
const cross = (x: number): string => `M${x - 7} ${middle - 7}l14 14M${x + 7} ${middle - 7}l-14 14`

/** The line between two machines: whole, dashed where nobody knows, or with a cross where it is broken. */
export const PairLine = ({ line }: { readonly line: Line }) => (
  <svg className="pair-line" viewBox={`0 0 ${length} 48`} role="img" aria-label={lineWords[line]} data-line={line}>
    <path className="pair-line-wire" d={pieces(breaks[line])} />
    {line === 'whole' && (
      <>
        <circle className="pair-line-disc" cx={length / 2} cy={middle} r="13" />
        <path className="pair-line-mark" d={`M73 ${middle}l5 5 9-10`} />
      </>
    )}
    {breaks[line].map((x) => (
      <path key={x} className="pair-line-cross" d={cross(x)} />
    ))}
  </svg>
)
