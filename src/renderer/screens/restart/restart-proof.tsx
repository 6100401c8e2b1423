import { Button } from '@fluentui/react-components'
import type { Report } from '../../../shared/report.ts'
import { fastStartup } from '../../../shared/restart-message.ts'
import type { Running } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { clockWords, momentWords } from '../../ui/time-words.ts'
import { useKey } from '../../ui/use-key.ts'
import { ProbeList } from '../check/probe-list.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { RestartForm } from './restart-form.tsx'
import { proofOf, type RestartProof } from './restart-words.ts'

/** Windows is back, and the same case is asked again. */
export const CheckingAgain = ({ run }: { readonly run: Running | null }) => {
  const cancelRun = useApp((state) => state.cancelRun)
  const cancel = () => void cancelRun()
  useKey('Escape', cancel)
  return (
    <>
      <ScreenHeading
        lead="Windows has restarted, and the same case is checked again."
        actions={
          <Button onClick={cancel} disabledFocusable={run?.phase !== 'running'}>
            Cancel
          </Button>
        }
      >
        Checking again
      </ScreenHeading>
      {run !== null && <ProbeList probes={run.probes} />}
    </>
  )
}

const NotRestarted = ({
  proof: { startedAt, changedAt },
  now,
}: {
  readonly proof: Extract<RestartProof, { readonly kind: 'not-restarted' }>
  readonly now: string
}) => (
  <>
    <ScreenHeading
      lead={
        startedAt === null
          ? 'Windows did not say when it started, so nothing is proven.'
          : `Windows started ${momentWords(startedAt)}${changedAt === null ? '' : `, and the change was made ${momentWords(changedAt)}`}.`
      }
    >
      This PC has not restarted since the change
    </ScreenHeading>
    <Callout tone="info">{fastStartup}</Callout>
    <RestartForm now={now} />
  </>
)

const settingWords: Readonly<Record<Report['facts']['pku2u']['state'], string>> = {
  on: 'On (AllowOnlineID = 1)',
  off: 'Off (AllowOnlineID = 0)',
  'not-set': 'Not set',
  invalid: 'Set to something that Windows does not know',
  unknown: 'Could not be read',
}

/** What the proof rests on. */
const proofFacts = ({ facts: { pku2u, restart } }: Report) =>
  [
    ...(restart.changedAt === null ? [] : [['Changed', momentWords(restart.changedAt)] as const]),
    ...(restart.bootedAt === null ? [] : [['Windows started', momentWords(restart.bootedAt)] as const]),
    ['PKU2U now', settingWords[pku2u.state]],
  ] as const

/** What the check after a restart says: proven, or what is still wrong. */
export const Proof = ({ report, now }: { readonly report: Report; readonly now: string }) => {
  const send = useApp((state) => state.send)
  const proof = proofOf(report)
  if (proof.kind === 'not-restarted') return <NotRestarted proof={proof} now={now} />
  const time = clockWords(proof.at)
  return (
    <>
      <ScreenHeading
        lead={proof.kind === 'proven' ? 'Checked again after the restart: nothing stands in the way here.' : undefined}
      >
        {proof.kind === 'proven' ? `Proven after restart at ${time}` : `Restarted at ${time}, and not ready yet`}
      </ScreenHeading>
      <FactsList facts={proofFacts(report)} />
      {proof.kind === 'not-ready' && (
        <Callout tone="caution">
          {proof.wrong.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Callout>
      )}
      <div className="actions">
        <Button appearance="primary" size="large" onClick={() => send({ type: 'go', to: 'findings' })}>
          See the findings
        </Button>
      </div>
    </>
  )
}
