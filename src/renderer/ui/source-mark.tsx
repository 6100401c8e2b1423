import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker'
import { Folder20Regular } from '@fluentui/react-icons/svg/folder'
import type { ReportSource } from '../../shared/report.ts'
import { sourceWords } from '../../shared/source-words.ts'
import type { AppState } from '../store/store.ts'
import { useApp } from '../store/use-app.ts'

/** What the screen in front speaks about; null when it is this PC. */
const selectSource = ({ wizard, form, run }: AppState): `${ReportSource}|${string}` | null => {
  if (wizard.step === 'bundles') return null
  const isAsking = wizard.step === 'start' && form.machine !== null
  if (run.phase === 'done' && !isAsking)
    return `${run.report.source}|${run.request?.machine ?? run.report.facts.host.name}`
  const machine =
    wizard.step !== 'start' && run.phase !== 'idle' && run.phase !== 'done' ? run.request.machine : form.machine
  return machine === null ? null : `simulated|${machine}`
}

/** Always in sight while what is shown is not this PC. */
export const SourceMark = () => {
  const [source, name] = (useApp(selectSource) ?? 'live|').split('|', 2)
  const words = sourceWords((source ?? 'live') as ReportSource, name ?? '')
  if (words === null) return null
  return (
    <span className="source-mark" data-source-mark={source}>
      {source === 'simulated' ? <Beaker20Regular /> : <Folder20Regular />}
      <span className="source-mark-text">{words}</span>
    </span>
  )
}
