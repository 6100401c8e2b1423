import type { Path } from '../../../shared/intent.ts'
import { webNameHint } from '../../../shared/target-name.ts'
import { pathAnswer, type TargetProbe } from '../../../shared/target-probe.ts'
import { adminPortText, certificateTexts, targetText, tryTexts, untriedText } from '../../../shared/target-words.ts'
import { Callout } from '../../ui/callout.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { momentWords } from '../../ui/time-words.ts'

const Tried = ({ probe: { tried } }: { readonly probe: TargetProbe }) => (
  <table className="tried">
    <thead>
      <tr>
        <th scope="col">Offered</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      {tried.map((each) => {
        const [offered, answer] = tryTexts(each)
        return (
          <tr key={offered}>
            <td>{offered}</td>
            <td>{answer}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** What a probe means for the case, what it rests on, and what it leaves open. */
export const ListenerAnswer = ({ probe, path }: { readonly probe: TargetProbe; readonly path: Path }) => {
  const { resolved, tried, certificate, adminPorts = [] } = probe
  const leavesOpen = untriedText(probe)
  const isGood = pathAnswer(probe, path).state === 'selected'
  return (
    <>
      <Callout tone={isGood ? 'info' : 'caution'}>
        <p>{targetText(probe, path)}</p>
        {path === 'web' && <p>{webNameHint(probe.target)}</p>}
      </Callout>
      {tried.length > 0 && <Tried probe={probe} />}
      {leavesOpen !== null && <p className="lead">{leavesOpen}</p>}
      <FactsList
        facts={[
          ['Addresses', resolved.join(', ') || 'None'],
          ['Port', String(probe.port)],
          ...(certificate === null ? [] : certificateTexts(certificate, momentWords)),
          ...adminPorts.map((each) => [`${each.name} ${each.port}`, adminPortText(each)] as const),
        ]}
      />
    </>
  )
}
