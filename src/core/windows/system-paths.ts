import type { Program } from './host.ts'

type Environment = Readonly<Record<string, string | undefined>>

const fallbackRoot = 'C:\\Windows'
/** A drive, a backslash, and none of the characters a Windows path cannot hold. */
export const drivePath = /^[a-z]:\\[^"<>|?*:/\u0000-\u001f]+$/i

/** Environment names compare without case on Windows; a plain object does not know that. */
const variable = (environment: Environment, name: string): string | undefined =>
  Object.entries(environment).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

/** `%SystemRoot%`, or `C:\Windows` when it is not a plain path: whoever sets a variable must not choose the program. */
export const systemRoot = (environment: Environment): string => {
  const root = variable(environment, 'SystemRoot')?.replace(/\\+$/, '') ?? ''
  return drivePath.test(root) && !root.split('\\').includes('..') ? root : fallbackRoot
}

/** A 32-bit process on 64-bit Windows is shown another System32, without dsregcmd; Sysnative is the real one. */
export const systemFolder = (environment: Environment, arch: string): string => {
  const redirected = arch === 'ia32' && (variable(environment, 'PROCESSOR_ARCHITEW6432') ?? '') !== ''
  return `${systemRoot(environment)}\\${redirected ? 'Sysnative' : 'System32'}`
}

/** Where a program of Windows stands. Never searched for on PATH, so a file beside the app is never started instead. */
export const programPaths = (environment: Environment, arch: string): ((program: Program) => string) => {
  const folder = systemFolder(environment, arch)
  return (program) =>
    program === 'powershell' ? `${folder}\\WindowsPowerShell\\v1.0\\powershell.exe` : `${folder}\\${program}.exe`
}

/**
 * The whole environment a program of Windows is given. Nothing else is passed on: a profiler (`COR_PROFILER`), a module
 * path or a startup hook in the variables of whoever started the app would otherwise run inside PowerShell, elevated too.
 */
export const childEnvironment = (environment: Environment): Record<string, string> => {
  const root = systemRoot(environment)
  const fixed = {
    SystemRoot: root,
    windir: root,
    SystemDrive: root.slice(0, 2),
    ComSpec: `${root}\\System32\\cmd.exe`,
    PATH: `${root}\\System32;${root};${root}\\System32\\Wbem`,
    PATHEXT: '.COM;.EXE',
  }
  // Who is asking and where their profile is: PowerShell and the sign-in tools look these up.
  const kept = [
    'ALLUSERSPROFILE',
    'APPDATA',
    'COMPUTERNAME',
    'HOMEDRIVE',
    'HOMEPATH',
    'LOCALAPPDATA',
    'LOGONSERVER',
    'NUMBER_OF_PROCESSORS',
    'OS',
    'PROCESSOR_ARCHITECTURE',
    'ProgramData',
    'ProgramFiles',
    'PUBLIC',
    'SESSIONNAME',
    'TEMP',
    'TMP',
    'USERDNSDOMAIN',
    'USERDOMAIN',
    'USERNAME',
    'USERPROFILE',
  ].flatMap((name) => {
    const value = variable(environment, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), ...fixed }
}
