import type { ExportFile } from './export-file.ts'
import { changeScript } from './powershell.ts'
import { commentBlock, constants, reading, refuse32Bit, sayingFailure } from './powershell-script.ts'
import type { RegistrySetting } from './registry-setting.ts'
import { noteLines } from './setting-notes.ts'

const inIntune = [
  'For Intune: Devices, Scripts and remediations. Detection script: detect.ps1. Remediation script: remediate.ps1.',
  'Run this script using the logged-on credentials: No. Run script in 64-bit PowerShell: Yes.',
]

const detection = (setting: RegistrySetting): string =>
  [
    ...commentBlock([
      `${setting.title}: detection. Reads one value and changes nothing.`,
      'Ends with 0 when the value is as wanted, with 1 when remediate.ps1 has something to do.',
      '',
      ...inIntune,
      '',
      ...noteLines(setting, ['To put it back: see remediate.ps1.']),
    ]),
    '',
    ...constants(setting),
    '',
    reading,
    '',
    'try {',
    refuse32Bit,
    '    $now = Get-State',
    '    Write-Output "$(Get-StateText $now)."',
    '    if (Test-SameState $now $wanted) { exit 0 }',
    '    exit 1',
    '}',
    'catch {',
    sayingFailure,
    '}',
    '',
  ].join('\n')

/**
 * A detect and remediate pair. Exit codes and the limit of 2,048 characters: "Use Remediations to detect and fix support
 * issues", https://learn.microsoft.com/intune/intune-service/fundamentals/remediations
 */
export const intuneRemediationExport = (setting: RegistrySetting): readonly ExportFile[] => [
  { name: 'detect.ps1', encoding: 'ascii', text: detection(setting) },
  {
    name: 'remediate.ps1',
    encoding: 'ascii',
    text: changeScript(setting, [
      '.SYNOPSIS',
      `${setting.title}: remediation`,
      '.DESCRIPTION',
      ...inIntune,
      '',
      ...noteLines(setting, [
        'To put it back: remove the assignment, then run this script with -Undo on the PC, as administrator or as SYSTEM.',
      ]),
      '.PARAMETER Undo',
      'Puts back what was there before, unless somebody else has changed it since.',
    ]),
  },
]
