import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Prohibited20Filled } from '@fluentui/react-icons/svg/prohibited'
import type { Report } from '../../../shared/report.ts'
import { type KeyUse, keyUses } from '../../../shared/security-key/key-uses.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { webAccountWords } from './web-account-words.ts'

const Supported = ({ supported }: Pick<KeyUse, 'supported'>) => (
  <span className="key-use">
    {supported ? <CheckmarkCircle20Filled className="tone-good" /> : <Prohibited20Filled className="tone-bad" />}
    {supported ? 'Works' : 'Not supported'}
  </span>
)

/** What a key can serve and what it cannot, with this case’s own answer above. */
export const UsesPanel = ({ report }: { readonly report: Report }) => {
  const finding = report.findings.find(({ id }) => id === 'security-key.scenario')
  const web = webAccountWords(
    report,
    useApp((state) => state.targetAnswer),
  )
  return (
    <div className="stack">
      {finding?.status === 'fail' && <Callout tone="caution">{finding.detail}</Callout>}
      {web !== null && <Callout tone="info">{web}</Callout>}
      <DataTable
        caption="Uses of a security key"
        columns={['Use', 'With a security key', 'What it takes, or what to use instead']}
        rows={keyUses.map(({ use, supported, note }) => ({
          key: use,
          cells: [use, <Supported key="supported" supported={supported} />, note],
        }))}
      />
    </div>
  )
}
