import type { ExportFile } from './export-file.ts'
import { powershellLiteral as literal } from './powershell-literal.ts'
import { commentBlock, constants, reading, refuse32Bit, sayingFailure } from './powershell-script.ts'
import type { RegistrySetting } from './registry-setting.ts'
import { noteLines } from './setting-notes.ts'

/**
 * What was there before is kept below HKLM\SOFTWARE, where only administrators write: a file in ProgramData could be
 * planted by anybody and then be put back with an administrator’s rights.
 */
const writing = `
function Set-State($state) {
    if ($state.Exists) {
        foreach ($level in $levels) {
            if (-not (Test-Path -LiteralPath $level)) { New-Item -Path $level -ErrorAction Stop | Out-Null }
        }
        Set-ItemProperty -LiteralPath $key -Name $name -Type $state.Kind -Value $state.Data -ErrorAction Stop
    }
    elseif ((Get-State).Exists) { Remove-ItemProperty -LiteralPath $key -Name $name -ErrorAction Stop }
    if (-not (Test-SameState (Get-State) $state)) { throw "Windows did not keep it: $(Get-StateText (Get-State))." }
}

function Save-State($state) {
    $missing = @($levels | Where-Object { -not (Test-Path -LiteralPath $_) })
    if (Test-Path -LiteralPath $saved) { Remove-Item -LiteralPath $saved -ErrorAction Stop }
    foreach ($level in $savedLevels) {
        if (-not (Test-Path -LiteralPath $level)) { New-Item -Path $level -ErrorAction Stop | Out-Null }
    }
    if ($state.Exists) {
        Set-ItemProperty -LiteralPath $saved -Name 'Kind' -Type String -Value $state.Kind -ErrorAction Stop
        Set-ItemProperty -LiteralPath $saved -Name 'Data' -Type $state.Kind -Value $state.Data -ErrorAction Stop
    }
    Set-ItemProperty -LiteralPath $saved -Name 'MissingKeys' -Type DWord -Value $missing.Count -ErrorAction Stop
    # Written last: a record without it was never finished.
    Set-ItemProperty -LiteralPath $saved -Name 'Existed' -Type DWord -Value ([int]$state.Exists) -ErrorAction Stop
}

function Get-SavedState {
    if (-not (Test-Path -LiteralPath $saved)) { return $null }
    $record = Get-ItemProperty -LiteralPath $saved -ErrorAction Stop
    if ((Get-Item -LiteralPath $saved -ErrorAction Stop).Property -notcontains 'Existed') { return $null }
    $state = @{ Exists = $false }
    if ($record.Existed -eq 1) { $state = @{ Exists = $true; Kind = $record.Kind; Data = $record.Data } }
    return @{ State = $state; MissingKeys = $record.MissingKeys }
}

function Restore-State($record) {
    Set-State $record.State
    # Keys that were made for the value go again, innermost first, unless somebody else uses them by now.
    for ($index = $levels.Count - 1; $index -ge $levels.Count - $record.MissingKeys; $index--) {
        if (-not (Test-Path -LiteralPath $levels[$index])) { continue }
        $item = Get-Item -LiteralPath $levels[$index] -ErrorAction Stop
        if ($item.SubKeyCount -gt 0 -or $item.ValueCount -gt 0) { break }
        Remove-Item -LiteralPath $levels[$index] -ErrorAction Stop
    }
    Remove-Item -LiteralPath $saved -ErrorAction Stop
}

function Undo-Change {
    $record = Get-SavedState
    if ($null -eq $record) { return 'There is nothing to put back: this script changed nothing on this PC.' }
    $now = Get-State
    if (-not (Test-SameState $now $wanted) -and -not (Test-SameState $now $record.State)) {
        throw "Somebody else has changed it since, so it was left alone: $(Get-StateText $now)."
    }
    if ($WhatIfPreference) { return "Would put back: $(Get-StateText $record.State)." }
    Restore-State $record
    "Put back and read again: $(Get-StateText $record.State). $restart"
}

function Invoke-Change {
    $before = Get-State
    if (Test-SameState $before $wanted) { return "Already so: $(Get-StateText $wanted)." }
    if ($before.Kind -eq 'Other') {
        throw "$name has a type that this script could not put back. Nothing was changed. Look at it with regedit."
    }
    if ($WhatIfPreference) { return "Would change $(Get-StateText $before) to: $(Get-StateText $wanted)." }
    Save-State $before
    try { Set-State $wanted }
    catch {
        $reason = "$_"
        Restore-State (Get-SavedState)
        throw "$reason What was there before was put back."
    }
    "Written and read again: $(Get-StateText $wanted). Before: $(Get-StateText $before). $restart"
}
`.trim()

const savedRoot = 'HKLM:\\SOFTWARE\\PKU2U Doctor'

const refuseOnCluster = [
  "    if (-not $Undo -and (Test-Path -LiteralPath 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc')) {",
  "        throw 'This PC has the cluster service, which stops working without PKU2U. Nothing was changed.'",
  '    }',
]

/** The whole script under `head`, a comment. Ends with 0, or with 1 and a sentence. */
export const changeScript = (setting: RegistrySetting, head: readonly string[]): string =>
  [
    '#Requires -Version 5.1',
    '#Requires -RunAsAdministrator',
    '<#',
    ...head,
    '#>',
    '[CmdletBinding(SupportsShouldProcess = $true)]',
    'param([switch]$Undo)',
    '',
    ...constants(setting),
    ...commentBlock(['What was there before, kept where only administrators write.']),
    `$saved = ${literal(`${savedRoot}\\Hand-over\\${setting.fix}`)}`,
    `$savedLevels = @(${literal(savedRoot)}, ${literal(`${savedRoot}\\Hand-over`)}, $saved)`,
    `$restart = ${literal(setting.restart === 'required' ? 'Restart this PC.' : 'No restart is needed.')}`,
    '',
    reading,
    '',
    writing,
    '',
    'try {',
    refuse32Bit,
    ...(setting.stopsClustering ? refuseOnCluster : []),
    '    if ($Undo) { Write-Output (Undo-Change) } else { Write-Output (Invoke-Change) }',
    '    exit 0',
    '}',
    'catch {',
    sayingFailure,
    '}',
    '',
  ].join('\n')

/** A script for one PC, or for whatever already runs scripts on many. */
export const powershellExport = (setting: RegistrySetting): readonly ExportFile[] => [
  {
    name: `${setting.fix}.ps1`,
    encoding: 'ascii',
    text: changeScript(setting, [
      '.SYNOPSIS',
      setting.title,
      '.DESCRIPTION',
      ...noteLines(setting, [
        'Notes the old value first, writes this one, reads it again. Ends with 0 when it is so, else with 1 and a sentence.',
        'To put it back: run the script again with -Undo. -WhatIf only says what would be done.',
      ]),
      '.PARAMETER Undo',
      'Puts back what was there before, unless somebody else has changed it since.',
      '.EXAMPLE',
      `powershell.exe -ExecutionPolicy Bypass -File ${setting.fix}.ps1`,
      '.EXAMPLE',
      `powershell.exe -ExecutionPolicy Bypass -File ${setting.fix}.ps1 -Undo`,
    ]),
  },
]
