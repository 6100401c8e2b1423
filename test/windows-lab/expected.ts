import assert from 'node:assert/strict'
import type { LabMachine } from './lab-machine.ts'
import { check, collectIn, setScene } from './play.ts'

/** Verdict, exit code, the findings that the machine is about, and everything that could not be read. */
export const assertExpected = (folder: string, lab: LabMachine): void => {
  const { exitCode, report } = check(folder, lab)
  const { findings, gaps, state } = lab.expected
  const statuses = Object.fromEntries(report.findings.map(({ id, status }) => [id, status]))
  assert.deepEqual(Object.fromEntries(Object.keys(findings).map((id) => [id, statuses[id]])), findings)
  assert.deepEqual(Object.fromEntries(report.coverage.gaps.map(({ probe, outcome }) => [probe, outcome])), gaps)
  assert.deepEqual([report.verdict.state, exitCode], [state, lab.expected.exitCode], report.verdict.headline)
}

const played = new Map<string, Promise<string>>()

/** The folder in which a machine was played and collected; once, however many tests look at it. */
export const playedOnce = (lab: LabMachine): Promise<string> => {
  const known = played.get(lab.name)
  if (known !== undefined) return known
  const playing = (async () => {
    const folder = await setScene(lab)
    await collectIn(folder, lab)
    return folder
  })()
  played.set(lab.name, playing)
  return playing
}
