import type { RecordedMachine } from '../../src/core/recording/recording.ts'
import { buildMachine } from '../../src/core/simulated/build-machine.ts'
import type { MachineStory } from '../../src/core/simulated/machine-story.ts'
import { contoso } from '../../src/core/simulated/texts.ts'
import type { Intent } from '../../src/shared/intent.ts'
import type { Status, VerdictState } from '../../src/shared/report.ts'

/** One machine that is played in the lab, and what the product must find out about it. */
export interface LabMachine {
  readonly name: string
  readonly machine: RecordedMachine
  readonly intent: Partial<Intent>
  /** `silent`: what Wine's own powershell does, and a blocked one too: exit 0 and not a byte. */
  readonly powershell?: 'silent'
  readonly expected: {
    readonly exitCode: number
    readonly state: VerdictState
    readonly findings: Readonly<Record<string, Status>>
    /** All of them: what could not be read, and why. */
    readonly gaps: Readonly<Record<string, string>>
  }
}

const hour = 3_600_000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

/** A story whose short-lived certificate is valid today: the lab has no clock of its own. */
export const build = (story: MachineStory): RecordedMachine => {
  const machine = buildMachine({ bootedAt: ago(2 * hour), ...story })
  const certificates = [
    {
      issuer: 'CN=MS-Organization-P2P-Access [2026]',
      subject: `CN=0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e, DC=${contoso.tenantId}`,
      notBefore: ago(2 * hour),
      notAfter: ago(-20 * hour),
    },
  ]
  const stdout = Buffer.from(JSON.stringify({ certificates }))
  const commands = machine.commands.map((record) =>
    record.id === 'machine-certificates' ? { ...record, stdout } : record,
  )
  return { ...machine, commands }
}

/** The French tenant of a dsregcmd that writes in Windows-1252, which is not valid UTF-8. */
export const inWindows1252 = (machine: RecordedMachine, tenantName: string): RecordedMachine => ({
  ...machine,
  commands: machine.commands.map((record) =>
    record.id === 'dsregcmd-status'
      ? {
          ...record,
          stdout: Buffer.from(
            Buffer.from(record.stdout ?? [])
              .toString()
              .replace(/(TenantName : ).*/, `$1${tenantName}\r`),
            'latin1',
          ),
        }
      : record,
  ),
})

/** Somebody of the on-premises domain, with administrator rights. */
export const domainAdmin = {
  name: 'CORP\\mgarcia',
  sid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
  sessionUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
  upn: 'mgarcia@contoso.com',
  elevated: true,
}
