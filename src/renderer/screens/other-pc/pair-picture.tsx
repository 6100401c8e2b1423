import type { PairVerdict } from '../../../shared/pair.ts'
import type { Report } from '../../../shared/report.ts'
import { MachinePicture } from './machine-picture.tsx'
import { PairLine } from './pair-line.tsx'
import './pair-picture.css'
import { lineOf } from '../../../shared/pair-words.ts'

interface Props {
  readonly report: Report
  readonly pair: PairVerdict | null
}

/** Client left, server right, whichever of them this end is. */
export const PairPicture = ({ report, pair }: Props) => {
  const { role, peer } = report.intent
  const machine = (each: 'client' | 'server') => {
    const isThis = each === role
    const own = isThis ? report.verdict.state : null
    return (
      <MachinePicture
        role={each}
        name={isThis ? report.facts.host.name : peer}
        isThis={isThis}
        state={pair === null ? own : pair[each].state}
      />
    )
  }
  return (
    <figure className="pair" aria-label="Both ends and the line between them">
      {machine('client')}
      <PairLine line={lineOf(pair)} />
      {machine('server')}
    </figure>
  )
}
