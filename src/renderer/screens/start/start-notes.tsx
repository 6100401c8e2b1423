import { somebodyElseWords } from '../../../shared/somebody-else.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { Notice } from '../../ui/notice.tsx'

/** What a person should know before anything is asked: who the program runs as, and that a case was lost. */
export const StartNotes = () => {
  const machine = useApp(({ form }) => form.machine)
  const other = useApp(({ rights }) => (rights?.machine === machine ? rights.somebodyElse : null))
  const lost = useApp((state) => state.lostCase)
  return (
    <>
      {lost !== null && <Notice>{lost}</Notice>}
      {other !== null && <Callout tone="caution">{somebodyElseWords(other)}</Callout>}
    </>
  )
}
