import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from '../../src/core/checks/registry.ts'
import { outOfCase, wantedBy } from '../../src/core/engine/wanted.ts'
import { keys } from '../../src/core/facts/keys.ts'
import { isEventLog } from '../../src/core/recording/event-log.ts'
import type { CommandId, CommandRecord, RecordedMachine } from '../../src/core/recording/recording.ts'
import { isPowershellCommand, type PowershellPart, writeParts } from '../../src/core/windows/powershell-answers.ts'
import { defaultIntent, type Intent } from '../../src/shared/intent.ts'
import type { Progress } from '../../src/shared/ipc-contract.ts'
import type { Report } from '../../src/shared/report.ts'
import { importRegistry, inside, scene, setAccess } from './lab.ts'
import { installStandIns, root } from './lab-files.ts'
import type { LabMachine } from './lab-machine.ts'

/** Windows itself needs these, so only the values of a machine are written into them. */
const shared: readonly string[] = [
  keys.windowsVersion,
  keys.lsa,
  keys.tcpip,
  keys.terminalServer,
  keys.sessionManager,
  keys.activeComputerName,
  keys.computerName,
]
const ownKeys = Object.values(keys).filter((key) => !shared.includes(key))
/** Opens for administrators only; that is how the product tells who it runs as before anything slow is started. */
export const administratorsOnly = 'S-1-5-19'

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes ?? []).toString())

const powershellParts = ({ machine, commands }: RecordedMachine): readonly PowershellPart[] => {
  const { bootedAt, user } = machine
  const answered = commands.filter(({ id }) => isPowershellCommand(id as CommandId))
  return [
    { part: 'identity', outcome: 'ok', ms: 90, json: user },
    { part: 'boot', outcome: 'ok', ms: 20, json: { bootedAt } },
    ...answered.map(
      ({ id, outcome, stdout }): PowershellPart =>
        outcome === 'ok'
          ? { part: id, outcome, ms: 30, json: json(stdout) }
          : { part: id, outcome, ms: 5, message: 'no' },
    ),
  ]
}

/** Which arguments a stand-in must see to give the answer of a command. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  'dsregcmd-status': ['dsregcmd', '/status'],
  'nltest-dsgetdc-keylist': ['nltest', '/keylist'],
  'nltest-dsgetdc': ['nltest', '/dsgetdc:'],
  'nltest-sc-verify': ['nltest', '/sc_verify:'],
  'klist-cloud-debug': ['klist', 'cloud_debug'],
}
const markOrder = Object.keys(marks)

/** What PowerShell says about the PC, with another start of Windows. */
export const tellBoot = (folder: string, { machine }: LabMachine, bootedAt: string): void =>
  writeFileSync(
    join(folder, 'powershell.out'),
    writeParts(powershellParts({ ...machine, machine: { ...machine.machine, bootedAt } })),
  )

const writeAnswers = (folder: string, machine: RecordedMachine, { powershell }: LabMachine): void => {
  const lines = new Map<string, string[]>()
  const add = (program: string, line: readonly (string | number)[]) =>
    lines.set(program, [...(lines.get(program) ?? []), line.join('\t')])
  const programs = machine.commands.filter(({ id }) => id in marks)
  for (const { id, outcome, exitCode, stdout } of programs.sort(
    (a, b) => markOrder.indexOf(a.id) - markOrder.indexOf(b.id),
  )) {
    const [program, mark] = marks[id] ?? ['', '']
    writeFileSync(join(folder, `${id}.out`), stdout ?? '')
    add(program, [mark, exitCode ?? 0, outcome === 'timeout' ? -1 : 20, `${id}.out`])
  }
  for (const { id, args, stdout } of machine.commands.filter(isEventLog)) {
    writeFileSync(join(folder, `${id}.out`), stdout ?? '')
    add('wevtutil', [args[1] ?? '', 0, 5, `${id}.out`])
  }
  // ERROR_EVT_CHANNEL_NOT_FOUND, for every other log.
  add('wevtutil', ['', 15007, 5, 'no-log.out'])
  writeFileSync(join(folder, 'powershell.out'), powershell === 'silent' ? '' : writeParts(powershellParts(machine)))
  add('powershell', ['-EncodedCommand', 0, 40, 'powershell.out'])
  for (const [program, answers] of lines) writeFileSync(join(folder, `${program}.answers`), `${answers.join('\n')}\n`)
}

const missingPrograms = (commands: readonly CommandRecord[]) =>
  commands.some(({ id, outcome }) => id === 'dsregcmd-status' && outcome === 'missing') ? (['dsregcmd'] as const) : []

/** Sets the scene: a registry, access to it, and programs, as the machine has them. */
export const setScene = async (lab: LabMachine): Promise<string> => {
  const folder = scene(lab.name)
  const { machine } = lab
  installStandIns(missingPrograms(machine.commands))
  writeAnswers(folder, machine, lab)
  await setAccess(folder, 'allow', 'HKLM', keys.pku2u.slice(5))
  await importRegistry(folder, machine.registry, ownKeys)
  await setAccess(folder, machine.machine.user.elevated === true ? 'allow' : 'deny', 'HKU', administratorsOnly)
  for (const [key, entry] of Object.entries(machine.registry.keys))
    if (entry !== null && 'error' in entry) await setAccess(folder, 'deny', 'HKLM', key.slice(5))
  return folder
}

export const intentOf = (lab: LabMachine): Intent => ({ ...defaultIntent, ...lab.intent })

/** Lets the product collect what the checks of this case need. */
export const collectIn = async (folder: string, lab: LabMachine, cancelAfterMs?: number) => {
  const intent = intentOf(lab)
  const wanted = wantedBy(checks.filter((check) => outOfCase(check, intent) === null))
  const cancel = cancelAfterMs === undefined ? {} : { cancelAfterMs }
  return (await inside(folder, { do: 'collect', intent, wanted, ...cancel })) as {
    readonly wallMs: number
    readonly progress: readonly Progress[]
  }
}

/** The options of the command line for a case. */
export const optionsOf = (lab: LabMachine): readonly string[] =>
  Object.entries(lab.intent).flatMap(([name, value]) => [`--${name}`, String(value)])

/** Judges the recording the way a technician elsewhere would. */
export const check = (folder: string, lab: LabMachine) => {
  const recording = join(folder, 'recording')
  if (!existsSync(recording)) throw new Error(`${lab.name} has no recording.`)
  const args = ['scripts/doctor.mjs', 'check', '--recording', recording, '--json', ...optionsOf(lab)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (stdout === '') throw new Error(`check printed nothing: ${stderr}`)
  return { exitCode: status, report: JSON.parse(stdout) as Report }
}

export const recordedCommands = (
  folder: string,
): readonly (Omit<CommandRecord, 'stdout'> & { readonly stdout?: string })[] =>
  JSON.parse(readFileSync(join(folder, 'recording', 'commands.json'), 'utf8'))
