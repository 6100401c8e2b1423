import type { Path } from '../shared/intent.ts'
import { webNameHint } from '../shared/target-name.ts'
import type { TargetProbe } from '../shared/target-probe.ts'
import { adminPortText, certificateTexts, targetText, tryTexts, untriedText } from '../shared/target-words.ts'

const row = (label: string, text: string): string => `  ${label.padEnd(12)} ${text}`

const triedRows = ({ tried }: TargetProbe): readonly string[] =>
  tried.flatMap((each) => {
    const [offered, answer] = tryTexts(each)
    return [row('Offered', offered), row('', answer)]
  })

/** What a probe found, for people. */
export const targetProbeText = (probe: TargetProbe, path: Path): string => {
  const { target, port, resolved, certificate, adminPorts = [] } = probe
  const host = target.includes(':') ? `[${target}]` : target
  return [
    `${host}:${port}`,
    row('Addresses', resolved.join(', ') || 'none'),
    ...triedRows(probe),
    ...(certificate === null ? [] : certificateTexts(certificate).map(([label, text]) => row(label, text))),
    ...adminPorts.map((each) => row(`${each.name} ${each.port}`, adminPortText(each))),
    '',
    targetText(probe, path),
    ...[untriedText(probe), path === 'web' ? webNameHint(target) : null].filter((text) => text !== null),
  ].join('\n')
}
