import type { ExportFile } from './export-file.ts'
import type { RegistrySetting } from './registry-setting.ts'
import { noteLines, pku2uPolicy } from './setting-notes.ts'

const path = 'Computer Configuration, Policies, Windows Settings, Security Settings, Local Policies, Security Options'

/**
 * A security template: `4` is REG_DWORD, the number follows. Source: "[MS-GPSB] Registry Values",
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-gpsb/
 */
export const gpoInfExport = (setting: RegistrySetting): readonly ExportFile[] => {
  const key = setting.key.replace(/^HKLM\\SYSTEM\\/, 'MACHINE\\System\\')
  const notes = noteLines(setting, [
    'To use it: in the Group Policy Management Editor, open Computer Configuration, Policies, Windows Settings, right-click',
    'Security Settings, choose Import Policy and this file. It then shows under:',
    path,
    `"${pku2uPolicy}"`,
    'To put it back: set that policy to what it was, or to Not defined. What was written stays until something else is set.',
  ])
  const lines = [
    ...notes.map((line) => (line === '' ? ';' : `; ${line}`)),
    '[Unicode]',
    'Unicode=yes',
    '[Version]',
    'signature="$CHICAGO$"',
    'Revision=1',
    '[Registry Values]',
    `${key}\\${setting.name}=4,${setting.data}`,
    '',
  ]
  return [{ name: `${setting.fix}.inf`, encoding: 'utf-16', text: lines.join('\n') }]
}
