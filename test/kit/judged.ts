import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeRecording } from '../../src/core/engine/judge.ts'
import type { CommandRecord, RecordedKey, RecordedMachine } from '../../src/core/recording/recording.ts'
import { buildMachine } from '../../src/core/simulated/build-machine.ts'
import type { MachineStory } from '../../src/core/simulated/machine-story.ts'
import { defaultIntent, type Intent } from '../../src/shared/intent.ts'
import type { CheckId, Finding, Report, Status } from '../../src/shared/report.ts'

/** How a case differs from a healthy Microsoft Entra joined client. */
export interface Differently extends Partial<MachineStory> {
  /** Applied to the text that dsregcmd printed. */
  readonly dsregcmd?: (text: string) => string
  /** Replaces what a command answered; null: it was not asked. */
  readonly commands?: Readonly<Record<string, Partial<CommandRecord> | string | null>>
  /** Replaces keys; undefined takes one out. */
  readonly registry?: Readonly<Record<string, RecordedKey | undefined>>
  readonly complete?: boolean
  readonly machine?: Partial<RecordedMachine['machine']>
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export const machineThat = (different: Differently = {}): RecordedMachine => {
  const { dsregcmd, commands = {}, registry = {}, complete, machine, ...story } = different
  const built = buildMachine({ hostName: 'PC-0417', ...story })
  const answers = new Map(built.commands.map((command) => [command.id, command]))
  for (const [id, change] of Object.entries(commands)) {
    const known = answers.get(id) ?? { id, program: `${id}.exe`, args: [], outcome: 'ok' as const, durationMs: 1 }
    if (change === null) answers.delete(id)
    else if (typeof change === 'string') answers.set(id, { ...known, outcome: 'ok', stdout: encode(change) })
    else answers.set(id, { ...known, ...change })
  }
  const status = answers.get('dsregcmd-status')
  if (dsregcmd !== undefined && status?.stdout !== undefined)
    answers.set(status.id, { ...status, stdout: encode(dsregcmd(new TextDecoder().decode(status.stdout))) })
  const keys: Record<string, RecordedKey> = { ...built.registry.keys }
  for (const [key, entry] of Object.entries(registry)) {
    if (entry === undefined) delete keys[key]
    else keys[key] = entry
  }
  return {
    ...built,
    machine: { ...built.machine, ...machine },
    commands: [...answers.values()],
    registry: { complete: complete ?? true, keys },
  }
}

export const reportOf = (different: Differently, intent: Partial<Intent> = {}): Report => {
  const machine = machineThat(different)
  return judgeRecording(machine, {
    intent: { ...defaultIntent, ...intent },
    now: machine.machine.recordedAt,
    source: 'recording',
  })
}

export const findingIn = (report: Report, id: CheckId): Finding => {
  const found = report.findings.find((finding) => finding.id === id)
  assert.ok(found, `${id} is not in the report`)
  return found
}

/** What a case is, how the machine differs, the intent, the status, and the fixes it offers. */
export type Row = readonly [
  what: string,
  different: Differently,
  intent: Partial<Intent>,
  status: Status,
  fixes?: readonly string[],
]

/** One test for each row; every status but `not-applicable` must bring evidence. */
export const rowsOf = (id: CheckId, rows: readonly Row[]): void => {
  describe(id, () => {
    for (const [what, different, intent, status, fixes = []] of rows)
      test(`${status}: ${what}`, () => {
        const finding = findingIn(reportOf(different, intent), id)
        assert.equal(finding.status, status, finding.detail)
        assert.deepEqual(finding.fixes, fixes)
        assert.notEqual(finding.detail, '')
        if (status !== 'not-applicable') assert.ok(finding.evidence.length > 0, 'no evidence')
      })
  })
}

export const dword = (data: number) => ['REG_DWORD', data] as const
export const sz = (data: string) => ['REG_SZ', data] as const
export const refused = { error: 'access-denied' } as const
export const server = { role: 'server' } as const
export const web = { path: 'web' } as const

/** Asked with somebody else's password. */
export const askedAsOther = {
  user: { name: 'PC-0417\\helpdesk', upn: null, sid: 'S-1-5-21-1-2-3-1001' },
} as const

/** A person who signed in to a PC with no cloud account. */
export const localUser = {
  name: 'HOME-PC\\Megan',
  upn: null,
  sid: 'S-1-5-21-7-8-9-1001',
  sessionUserSid: 'S-1-5-21-7-8-9-1001',
} as const

/** That PC, asked with somebody else’s password: whether its user holds a work account is unknown. */
export const localAskedAsOther = { ...localUser, sid: 'S-1-5-21-7-8-9-1002' } as const

export const held = (email: string, digit: string) => ({
  email,
  tenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa',
  tenantName: 'Fabrikam, Inc.',
  thumbprint: digit.repeat(40),
})
