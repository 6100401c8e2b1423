/** The exact key behind a registry gap. */
export const probeKey = (probe: string): string | null =>
  probe.startsWith('registry:') ? probe.slice('registry:'.length) : null

const outcomes: Readonly<Record<string, string>> = {
  ok: 'Answered',
  missing: 'Not on this PC',
  denied: 'Windows refused access; an administrator may look',
  'access-denied': 'Windows refused access; an administrator may look',
  timeout: 'Took too long and was stopped',
  failed: 'Ended without an answer',
  'not-asked': 'Was not asked',
  unreadable: 'Answered in a form that is not known',
  unknown: 'Could not be known here',
  cancelled: 'Cancelled',
  changed: 'Not as it was when the bundle was saved',
  newer: 'Written by a newer version',
}

export const outcomeWords = (outcome: string): string =>
  (Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined) ?? outcome

export const durationWords = (milliseconds: number): string =>
  milliseconds < 100
    ? `${Math.round(milliseconds)} ms`
    : milliseconds < 10_000
      ? `${(milliseconds / 1000).toFixed(1)} s`
      : `${Math.round(milliseconds / 1000)} s`
