import { useEffect } from 'react'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { PastCard } from '../history/past-card.tsx'
import { PastReceipt } from '../history/past-receipt.tsx'
import '../history/history-screen.css'
import './interrupted-changes.css'

/** What was interrupted on this machine comes before everything else, with both ways out of it. */
export const InterruptedChanges = () => {
  const machine = useApp(({ form }) => form.machine)
  const isKnown = useApp(({ greeting }) => greeting.phase === 'ready')
  const load = useApp((state) => state.loadHistory)
  const loadRights = useApp((state) => state.loadRights)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another machine has another journal.
  useEffect(() => {
    if (!isKnown) return
    void load()
    void loadRights()
  }, [isKnown, load, loadRights, machine])
  const past = useApp((state) => state.past)
  const fault = useApp((state) => state.pastFault)
  const open = past?.filter(({ state }) => state === 'unfinished') ?? []
  return (
    <>
      {fault !== null && <Notice>{fault.message}</Notice>}
      {open.map((change) => (
        <div key={change.id} className="interrupted">
          <PastCard change={change} />
        </div>
      ))}
      <PastReceipt />
    </>
  )
}
