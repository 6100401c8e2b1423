import type { ComparedSide, Comparison } from '../../shared/comparison.ts'

const kinds = { bundle: 'support bundle', recording: 'recording', report: 'report' } as const

const sideText = (letter: string, { file, kind, host, createdAt, role }: ComparedSide): string =>
  `${letter}  ${file}: ${host === '' ? 'unnamed PC' : host} as ${role}, ${kinds[kind]} of ${createdAt}`

const shown = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)

/** A comparison as a technician reads it in a console. */
export const diffText = ({ a, b, verdict, findings, facts, notes }: Comparison): string => {
  const names = [...findings.map(({ id }) => id), ...facts.map(({ path }) => path)]
  const width = Math.max(0, ...names.map((name) => name.length))
  const line = (name: string, from: unknown, to: unknown) => `  ${name.padEnd(width)}  ${shown(from)} → ${shown(to)}`
  const same = verdict.a === verdict.b && findings.length === 0 && facts.length === 0
  return [
    sideText('A', a),
    sideText('B', b),
    '',
    verdict.a === verdict.b ? `Verdict: ${verdict.a} in both` : `Verdict: ${verdict.a} → ${verdict.b}`,
    ...(findings.length === 0 ? [] : ['', 'Findings', ...findings.map(({ id, ...each }) => line(id, each.a, each.b))]),
    ...(facts.length === 0 ? [] : ['', 'Facts', ...facts.map(({ path, ...each }) => line(path, each.a, each.b))]),
    ...(same ? ['', 'Nothing differs.'] : []),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `Note: ${note}`)]),
  ].join('\n')
}
