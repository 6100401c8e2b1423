import { type ComponentType, useEffect, useState } from 'react'
import { pairWords } from '../../../shared/pair-words.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { CodesPanel } from './codes-panel.tsx'
import { ConnectionFilePanel } from './connection-file-panel.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
import { ListenerPanel } from './listener-panel.tsx'
import { PairAnswer } from './pair-answer.tsx'
import { PairPicture } from './pair-picture.tsx'

const words = {
  codes: 'Case codes',
  listener: 'Does it answer?',
  'hand-over': 'Hand-over',
  'connection-file': 'Connection file',
} as const
type PanelName = keyof typeof words
const names: readonly PanelName[] = ['codes', 'listener', 'hand-over', 'connection-file']

/** What can be done about the other PC, one thing at a time. */
const panels: Readonly<Record<PanelName, ComponentType>> = {
  codes: CodesPanel,
  listener: ListenerPanel,
  'hand-over': HandOverPanel,
  'connection-file': ConnectionFilePanel,
}

const Panels = () => {
  const [chosen, choose] = useState<PanelName>('codes')
  const Content = panels[chosen]
  return (
    <Tabs label="Other PC" names={names} words={words} chosen={chosen} onChoose={choose}>
      <Content />
    </Tabs>
  )
}

/** Both ends side by side: what the other one says comes in as a code or a file. */
export const OtherPcScreen = () => {
  const done = useApp(({ run }) => lastDone(run))
  const pair = useApp((state) => state.pair)
  const loadThisEnd = useApp((state) => state.loadThisEnd)
  const createdAt = done?.report.createdAt
  useEffect(() => {
    if (createdAt !== undefined) void loadThisEnd()
  }, [createdAt, loadThisEnd])
  if (done === null) return null
  const { intent } = done.report
  const usesPku2u = intent.track === 'rdp' && intent.path === 'pku2u'
  return (
    <div className="stack">
      <ScreenHeading
        lead={
          usesPku2u
            ? 'PKU2U works when both ends are right. Bring in the other one to see both.'
            : 'PKU2U is not needed on this path, but both ends still have to be right.'
        }
      >
        Other PC
      </ScreenHeading>
      <PairPicture report={done.report} pair={pair} />
      <p className="visually-hidden" role="status">
        {pair !== null && `${pairWords[pair.verdict.state]}. ${pair.verdict.headline}`}
      </p>
      {pair !== null && <PairAnswer pair={pair} />}
      <Panels />
    </div>
  )
}
