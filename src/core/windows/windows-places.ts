import { win32 } from 'node:path'
import type { RegistryReader } from '../recording/recording.ts'
import { drivePath, systemRoot } from './system-paths.ts'

type Environment = Readonly<Record<string, string | undefined>>

const windowsVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
const profileList = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'

const textIn = (registry: RegistryReader, key: typeof windowsVersion | typeof profileList, name: string) => {
  const value = registry.value(key, name)
  const text = value.ok && value.value !== null ? value.value[1] : null
  return typeof text === 'string' && text !== '' ? text : null
}

/**
 * The environment with the one variable that decides which programs are started taken from where only administrators
 * write: a user may set `SystemRoot` for what Windows elevates on their behalf.
 */
export const trustedEnvironment = (registry: RegistryReader, environment: Environment): Environment => {
  const root = textIn(registry, windowsVersion, 'SystemRoot')
  if (root === null || systemRoot({ SystemRoot: root }).toLowerCase() !== root.toLowerCase()) return environment
  const others = Object.entries(environment).filter(([name]) => name.toLowerCase() !== 'systemroot')
  return Object.fromEntries([...others, ['SystemRoot', root]])
}

/** `%ProgramData%`, from the registry for the same reason. */
const programData = (registry: RegistryReader, environment: Environment): string => {
  const drive = systemRoot(trustedEnvironment(registry, environment)).slice(0, 2)
  const named = textIn(registry, profileList, 'ProgramData')?.replace(/%SystemDrive%/i, drive) ?? ''
  return drivePath.test(named) && !named.includes('%') && !named.split('\\').includes('..')
    ? named
    : `${drive}\\ProgramData`
}

/** Folders that belong to this product alone, outermost first; the tickets that were used lie beside the journal. */
export const ownFolders = (registry: RegistryReader, environment: Environment) => {
  const product = win32.join(programData(registry, environment), 'PKU2U Doctor')
  return { product, journal: win32.join(product, 'journal'), tickets: win32.join(product, 'tickets') } as const
}

/** Every folder on the way to one, from the drive down. */
export const partsOf = (folder: string): readonly string[] => {
  const [drive = '', ...names] = folder.split('\\').filter((name) => name !== '')
  return [`${drive}\\`, ...names.map((_, index) => [drive, ...names.slice(0, index + 1)].join('\\'))]
}
