import type { KeyPath } from '../recording/recording.ts'
import { powershellLiteral as literal } from './powershell-literal.ts'
import { keyAs, type RegistrySetting } from './registry-setting.ts'

/**
 * The parts that the scripts share. They keep to what Constrained Language mode lets a script do: cmdlets, core types,
 * no methods but those of strings. Source: "about_Language_Modes",
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_language_modes
 */
export const commentBlock = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '#' : `# ${line}`))

/** The key and those above it, outermost first, but for the hive and its first level, which are always there. */
const levelsOf = (key: KeyPath): readonly string[] => {
  const parts = keyAs(key, 'HKLM:').split('\\')
  return parts.map((_part, index) => parts.slice(0, index + 1).join('\\')).slice(2)
}

export const constants = (setting: RegistrySetting): readonly string[] => [
  `$key = ${literal(keyAs(setting.key, 'HKLM:'))}`,
  `$nativeKey = ${literal(keyAs(setting.key, 'HKEY_LOCAL_MACHINE'))}`,
  `$name = ${literal(setting.name)}`,
  setting.data === null
    ? '$wanted = @{ Exists = $false }'
    : `$wanted = @{ Exists = $true; Kind = 'DWord'; Data = ${setting.data} }`,
  '# The key and those above it, outermost first.',
  '$levels = @(',
  ...levelsOf(setting.key).map((level, index, all) => `    ${literal(level)}${index < all.length - 1 ? ',' : ''}`),
  ')',
]

/** Reads the value, and compares two states. Writes nothing. What is said of a value is short, however long that is. */
export const reading = String.raw`
function Get-State {
    if (-not (Test-Path -LiteralPath $key -ErrorAction Stop)) { return @{ Exists = $false } }
    $item = Get-Item -LiteralPath $key -ErrorAction Stop
    if ($item.Property -notcontains $name) { return @{ Exists = $false } }
    $data = Get-ItemPropertyValue -LiteralPath $key -Name $name -ErrorAction Stop
    $kind = 'Other'
    if ($data -is [int]) { $kind = 'DWord' }
    elseif ($data -is [long]) { $kind = 'QWord' }
    elseif ($data -is [string]) {
        # A string that Windows would expand looks the same from here; reg.exe names the type in every language.
        $answer = & "$env:SystemRoot\System32\reg.exe" query $nativeKey /v $name
        if (@($answer) -match '\sREG_SZ(\s|$)') { $kind = 'String' }
    }
    return @{ Exists = $true; Kind = $kind; Data = $data }
}

function Test-SameState($one, $other) {
    ($one.Exists -eq $other.Exists) -and ($one.Kind -eq $other.Kind) -and ($one.Data -ceq $other.Data)
}

function Get-StateText($state) {
    if (-not $state.Exists) { return "$name is not set" }
    $text = "$($state.Data)"
    if ($text.Length -gt 200) { $text = $text.Substring(0, 200) + '...' }
    "$name = $text ($($state.Kind))"
}
`.trim()

/** Intune shows at most 2,048 characters of what a script prints. */
export const sayingFailure = `
    $text = "Failed: $_"
    if ($text.Length -gt 1000) { $text = $text.Substring(0, 1000) }
    Write-Output $text
    exit 1
`.slice(1, -1)

export const refuse32Bit = `
    # A 32-bit PowerShell on 64-bit Windows sees another registry.
    if ($env:PROCESSOR_ARCHITEW6432) { throw 'Run this with 64-bit Windows PowerShell.' }
`.slice(1, -1)
