import type { ExportFile } from './export-file.ts'
import { keyAs, type RegistrySetting } from './registry-setting.ts'
import { noteLines } from './setting-notes.ts'

/** A file for regedit or `reg import`: it merges, so other values of the key stay. */
export const regExport = (setting: RegistrySetting): readonly ExportFile[] => {
  const { fix, key, name, data } = setting
  const putBack = [
    'To put it back: note the value before you import this file, and write that one again, or remove the value when there',
    `was none ("${name}"=- in a file like this one).`,
  ]
  const value = data === null ? '-' : `dword:${data.toString(16).padStart(8, '0')}`
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...noteLines(setting, putBack).map((line) => (line === '' ? ';' : `; ${line}`)),
    '',
    `[${keyAs(key, 'HKEY_LOCAL_MACHINE')}]`,
    `"${name}"=${value}`,
    '',
    '',
  ]
  return [{ name: `${fix}.reg`, encoding: 'utf-16', text: lines.join('\n') }]
}
