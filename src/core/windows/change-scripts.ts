import { encodedCommand, membersFunction, prelude } from './powershell-prelude.ts'
import { dataVariable } from './run-command.ts'

const data = `$data = $env:${dataVariable} | ConvertFrom-Json`

/** What every part of a path is. Nothing is followed or repaired: what is found is judged elsewhere. */
const partsFunction = `
function Parts($paths) {
  foreach ($path in $paths) {
    $item = Get-Item -LiteralPath $path -Force
    [ordered]@{
      path = "$path"
      isReparsePoint = [bool]($item.Attributes -band [System.IO.FileAttributes]::ReparsePoint)
      sddl = "$((Get-Acl -LiteralPath $path).Sddl)"
    }
  }
}`

/** Each answers one part, named as the script. */
const scripts = {
  /** Makes folders that are missing, each with its owner and access list from the first moment on. */
  'journal-folder': `
${partsFunction}
Ask 'journal-folder' {
  ${data}
  foreach ($path in $data.make) {
    if (-not (Test-Path -LiteralPath $path)) {
      $access = New-Object System.Security.AccessControl.DirectorySecurity
      $access.SetSecurityDescriptorSddlForm('O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)')
      [void][System.IO.Directory]::CreateDirectory($path, $access)
    }
  }
  @{ parts = @(Parts $data.parts) }
}`,

  'program-folder': `
${partsFunction}
Ask 'program-folder' {
  ${data}
  @{ parts = @(Parts $data.parts) }
}`,

  'who-runs': `
Ask 'who-runs' {
  $me = [System.Security.Principal.WindowsIdentity]::GetCurrent()
  $session = (Get-Process -Id $PID).SessionId
  $owner = $null
  $filter = "Name='explorer.exe' AND SessionId=$session"
  foreach ($shell in @(Get-CimInstance -ClassName Win32_Process -Filter $filter -OperationTimeoutSec 8)) {
    $owner = (Invoke-CimMethod -InputObject $shell -MethodName GetOwnerSid -OperationTimeoutSec 8).Sid
    if ($owner) { break }
  }
  [ordered]@{ name = "$($me.Name)"; sid = "$($me.User.Value)"; sessionUserSid = if ($owner) { "$owner" } else { $null } }
}`,

  'group-has': `
${membersFunction}
Ask 'group-has' {
  ${data}
  # Who nobody can name is in no group under that name.
  $sid = $null
  try {
    $account = New-Object System.Security.Principal.NTAccount $data.account
    $sid = $account.Translate([System.Security.Principal.SecurityIdentifier]).Value
  } catch { $sid = $null }
  $found = @((Members $data.group).members | Where-Object { ($sid -and $_.sid -eq $sid) -or $_.name -eq $data.account })
  @{ has = ($found.Count -gt 0) }
}`,

  'group-add': `
Ask 'group-add' {
  ${data}
  try { Add-LocalGroupMember -SID $data.group -Member $data.account }
  catch { if ($_.FullyQualifiedErrorId -notlike 'MemberExists*') { throw } }
  @{ done = $true }
}`,

  'group-remove': `
Ask 'group-remove' {
  ${data}
  try { Remove-LocalGroupMember -SID $data.group -Member $data.account }
  catch { if ($_.FullyQualifiedErrorId -notlike 'MemberNotFound*') { throw } }
  @{ done = $true }
}`,

  'firewall-rules': `
Ask 'firewall-rules' {
  ${data}
  # Numbers, because names of settings are translated in some places.
  $list = @()
  try {
    $list = @(foreach ($rule in @(Get-NetFirewallRule -Group $data.group)) {
      [ordered]@{ name = "$($rule.Name)"; enabled = ([int]$rule.Enabled -eq 1); profiles = [int]$rule.Profile }
    })
  } catch { if ("$($_.CategoryInfo.Category)" -ne 'ObjectNotFound') { throw } }
  @{ rules = $list }
}`,

  'firewall-set': `
Ask 'firewall-set' {
  ${data}
  foreach ($wanted in $data.rules) {
    # By the exact name: -Name alone would take a star for all rules.
    $rule = @(Get-NetFirewallRule -Name $wanted.name | Where-Object { $_.Name -ceq $wanted.name })
    if ($rule.Count -ne 1) { throw "There is no firewall rule $($wanted.name)." }
    $enabled = if ($wanted.enabled) { 'True' } else { 'False' }
    $rule | Set-NetFirewallRule -Enabled $enabled -Profile $wanted.profiles
  }
  @{ done = $true }
}`,

  /** Windows asks the person; what is started, and with what, is this product's own program and two words. */
  raise: `
Ask 'raise' {
  ${data}
  try {
    $process = Start-Process -FilePath $data.program -ArgumentList $data.arguments -Verb RunAs -WindowStyle Hidden -PassThru
  } catch {
    # Start-Process drops the number of the error, so its sentence is compared with the one Windows has for 1223.
    $refused = (New-Object System.ComponentModel.Win32Exception 1223).Message
    if ("$_".Contains($refused)) { return @{ state = 'refused'; exitCode = 1223 } }
    throw
  }
  $process.WaitForExit()
  $exitCode = $null
  try { $exitCode = $process.ExitCode } catch { $exitCode = $null }
  @{ state = 'done'; exitCode = $exitCode }
}`,
} as const

export type ChangeScript = keyof typeof scripts

export const changeScriptArgs = (name: ChangeScript): readonly string[] =>
  encodedCommand(`${prelude}\n${scripts[name].trim()}`)
