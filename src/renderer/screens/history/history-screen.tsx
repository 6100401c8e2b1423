import { useEffect } from 'react'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import './history-screen.css'
import { PastCard } from './past-card.tsx'
import { PastReceipt } from './past-receipt.tsx'

/** What this product changed on this machine, and the way back. */
export const HistoryScreen = () => {
  const past = useApp((state) => state.past)
  const fault = useApp((state) => state.pastFault)
  const load = useApp((state) => state.loadHistory)
  useEffect(() => void load(), [load])
  return (
    <div className="stack">
      <ScreenHeading lead="What PKU2U Doctor changed on this PC, newest first.">History</ScreenHeading>
      {fault !== null && <Notice>{fault.message}</Notice>}
      <PastReceipt />
      {past === null && fault === null && <Turning />}
      {past?.length === 0 && <p>Nothing was changed here yet.</p>}
      {past?.map((change) => (
        <PastCard key={change.id} change={change} />
      ))}
    </div>
  )
}
