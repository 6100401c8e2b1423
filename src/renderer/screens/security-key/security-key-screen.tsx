import { type ReactNode, useState } from 'react'
import type { Report } from '../../../shared/report.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { CommandBuilder } from './command-builder.tsx'
import { KerberosServerPanel } from './kerberos-server-panel.tsx'
import './security-key-screen.css'
import { TestRunPanel } from './test-run-panel.tsx'
import { UsesPanel } from './uses-panel.tsx'

const words = {
  uses: 'What a key can do',
  tests: 'Test run',
  server: 'Kerberos server object',
  commands: 'Commands for it',
} as const
type TabName = keyof typeof words
const names: readonly TabName[] = ['uses', 'tests', 'server', 'commands']

const panels: Readonly<Record<TabName, (report: Report) => ReactNode>> = {
  uses: (report) => <UsesPanel report={report} />,
  tests: () => <TestRunPanel />,
  server: () => <KerberosServerPanel />,
  commands: () => <CommandBuilder />,
}

/** What the track of security keys has beside its findings. */
export const SecurityKeyScreen = () => {
  const done = lastDone(useApp((state) => state.run))
  const [chosen, choose] = useState<TabName>('uses')
  if (done === null) return null
  return (
    <div className="stack">
      <ScreenHeading lead="What a key can serve, how to test it, and the object that ties the domain to the cloud.">
        Security key
      </ScreenHeading>
      <Tabs label="Security key" names={names} words={words} chosen={chosen} onChoose={choose}>
        {panels[chosen](done.report)}
      </Tabs>
    </div>
  )
}
