import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keys } from '../../src/core/facts/keys.ts'
import type { RegistryValue } from '../../src/core/recording/recording.ts'
import { type ChangeScript, changeScriptArgs } from '../../src/core/windows/change-scripts.ts'
import { writeParts } from '../../src/core/windows/powershell-answers.ts'
import type { FixTask } from './inside-fix.ts'
import { importRegistry, reg, runInWine, runUntilHeard, scene, setAccess, textOf } from './lab.ts'
import { insideFixEntry, installStandIns, prefix, windowsNode, windowsPath } from './lab-files.ts'
import type { LabMachine } from './lab-machine.ts'
import { administratorsOnly, setScene } from './play.ts'

/** Where the product keeps its journal in the lab's Windows, seen from Linux. */
export const productFolder = join(prefix, 'drive_c', 'ProgramData', 'PKU2U Doctor')
const folders = [
  'C:\\ProgramData\\PKU2U Doctor',
  'C:\\ProgramData\\PKU2U Doctor\\journal',
  'C:\\ProgramData\\PKU2U Doctor\\tickets',
]
export const trusted = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'

/** The end of an encoded script tells it from the others: they all begin alike. */
const markOf = (script: ChangeScript): string => changeScriptArgs(script).at(-1)?.slice(-120) ?? ''

/** Whom the product runs as in the lab. */
const administrator = 'S-1-5-21-1-2-3-500'

/** What PowerShell answers to the product's scripts on a PC where nobody owns the setting; `rest`: to everything else. */
export const answerScripts = (
  folder: string,
  { sddl = trusted, rest = 'policy.out', sessionUserSid = 'S-1-5-21-1-2-3-1001' } = {},
): void => {
  const parts = ['C:\\', 'C:\\ProgramData', ...folders].map((path) => ({ path, isReparsePoint: false, sddl }))
  const answers = {
    'journal-folder': { parts },
    'who-runs': { name: 'LAB\\admin', sid: administrator, sessionUserSid },
    raise: { state: 'refused', exitCode: 1223 },
  }
  const lines = Object.entries(answers).map(([part, json]) => {
    writeFileSync(join(folder, `${part}.out`), writeParts([{ part, outcome: 'ok', ms: 1, json }]))
    return [markOf(part as ChangeScript), 0, 1, `${part}.out`].join('\t')
  })
  writeFileSync(
    join(folder, 'policy.out'),
    writeParts([{ part: 'policy-result', outcome: 'ok', ms: 1, json: { rsop: [] } }]),
  )
  writeFileSync(join(folder, 'powershell.answers'), `${[...lines, `-EncodedCommand\t0\t1\t${rest}`].join('\n')}\n`)
}

const emptyJournal = (): void => {
  rmSync(productFolder, { recursive: true, force: true })
  // The stand-in for PowerShell makes no folders.
  for (const path of ['journal', 'tickets']) mkdirSync(join(productFolder, path), { recursive: true })
}

/** A whole PC that can be checked as well as changed, by an administrator; `own`: who is the person signed in, too. */
export const caseScene = async (lab: LabMachine, { own = false } = {}): Promise<string> => {
  const folder = await setScene(lab)
  answerScripts(folder, { rest: 'powershell.out', ...(own ? { sessionUserSid: administrator } : {}) })
  emptyJournal()
  await setAccess(folder, 'allow', 'HKU', administratorsOnly)
  return folder
}

/** A PC to be changed: AllowOnlineID as given, rights as given, an empty journal. */
export const fixScene = async (
  name: string,
  value: RegistryValue | null,
  { elevated = true } = {},
): Promise<string> => {
  const folder = scene(name)
  installStandIns()
  answerScripts(folder)
  emptyJournal()
  mkdirSync(join(folder, 'journal'))
  await setAccess(folder, 'allow', 'HKLM', keys.pku2u.slice(5))
  const values: Record<string, RegistryValue> = value === null ? {} : { AllowOnlineID: value }
  await importRegistry(folder, { complete: true, keys: { [keys.pku2u]: { values } } }, [keys.pku2u, keys.policyManager])
  await setAccess(folder, elevated ? 'allow' : 'deny', 'HKU', administratorsOnly)
  return folder
}

/** Has the product change something inside Windows; null when its process was ended on the way. */
export const insideFix = async (folder: string, task: FixTask): Promise<unknown> => {
  writeFileSync(join(folder, 'task.json'), JSON.stringify(task))
  rmSync(join(folder, 'answer.json'), { force: true })
  // A task that is to die says nothing either, so only the others may be started again.
  const run = task.do === 'crash' ? runInWine : runUntilHeard
  const { status, stdout, stderr } = await run(folder, 'fix', windowsNode, [
    windowsPath(insideFixEntry),
    windowsPath(folder),
  ])
  if (existsSync(join(folder, 'answer.json'))) return JSON.parse(textOf(folder, 'answer.json'))
  if (task.do === 'crash') return null
  throw new Error(`inside-fix ended with ${status} and answered nothing: ${stdout}${stderr}`)
}

/** AllowOnlineID as reg.exe prints it, or null. */
export const printedValue = async (folder: string): Promise<string | null> => {
  const { stdout } = await reg(folder, 'query', keys.pku2u, '/v', 'AllowOnlineID')
  return /AllowOnlineID\s+(REG_\w+\s+\S+)/.exec(stdout)?.[1]?.replace(/\s+/, ' ') ?? null
}

export const journalFiles = (folder = join(productFolder, 'journal')): readonly unknown[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
