import { encodedCommand, membersFunction, powershellFlags, prelude } from './powershell-prelude.ts'

/**
 * What only PowerShell can tell without another native module, all from one process: starting it takes longer than the
 * questions. A part that fails or hangs does not take the others with it.
 *
 * What policies set: "RSOP_RegistryValue class" (security settings), https://learn.microsoft.com/previous-versions/aa375052(v=vs.85),
 * and "RSOP_RegistryPolicySetting class" (administrative templates),
 * https://learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-registrypolicysetting
 */
const script = String.raw`
${prelude}
$state = @{ elevated = $null }
${membersFunction}
Ask 'identity' {
  $me = [System.Security.Principal.WindowsIdentity]::GetCurrent()
  $principal = New-Object System.Security.Principal.WindowsPrincipal $me
  $state.elevated = $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
  # The desktop of this session belongs to its user, over Remote Desktop too.
  $session = (Get-Process -Id $PID).SessionId
  $owner = $null
  try {
    $filter = "Name='explorer.exe' AND SessionId=$session"
    foreach ($shell in @(Get-CimInstance -ClassName Win32_Process -Filter $filter -OperationTimeoutSec 8)) {
      $owner = (Invoke-CimMethod -InputObject $shell -MethodName GetOwnerSid -OperationTimeoutSec 8).Sid
      if ($owner) { break }
    }
  } catch { $owner = $null }
  [ordered]@{
    name = "$($me.Name)"
    sid = "$($me.User.Value)"
    elevated = $state.elevated
    sessionUserSid = if ($owner) { "$owner" } else { $null }
  }
}

Ask 'boot' {
  $system = Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime -OperationTimeoutSec 8
  @{ bootedAt = $system.LastBootUpTime.ToUniversalTime().ToString('s') + 'Z' }
}

Ask 'machine-certificates' {
  $list = @(foreach ($certificate in @(Get-ChildItem -Path 'Cert:\LocalMachine\My')) {
    [ordered]@{
      issuer = "$($certificate.Issuer)"
      subject = "$($certificate.Subject)"
      notBefore = $certificate.NotBefore.ToUniversalTime().ToString('s') + 'Z'
      notAfter = $certificate.NotAfter.ToUniversalTime().ToString('s') + 'Z'
    }
  })
  @{ certificates = $list }
}

Ask 'policy-result' {
  # Windows shows the computer's policies to administrators only; an empty list here would look like "no policy".
  if ($state.elevated -eq $false) { throw 'not elevated' }
  $names = @{}
  $from = @{ Namespace = 'root/rsop/computer'; OperationTimeoutSec = 8 }
  foreach ($gpo in @(Get-CimInstance @from -ClassName RSOP_GPO)) { $names["$($gpo.id)"] = "$($gpo.name)" }
  $list = @(foreach ($setting in @(Get-CimInstance @from -ClassName RSOP_RegistryValue)) {
    if ("$($setting.Path)" -notlike '*\pku2u\AllowOnlineID') { continue }
    [ordered]@{
      path = "$($setting.Path)"
      type = [int]$setting.Type
      data = "$($setting.Data)"
      gpoId = "$($setting.GPOID)"
      gpoName = $names["$($setting.GPOID)"]
      precedence = [int]$setting.precedence
    }
  })
  # Settings of administrative templates are in another class, with the value as bytes and the key without its hive.
  $list += @(foreach ($setting in @(Get-CimInstance @from -ClassName RSOP_RegistryPolicySetting -Filter "valueName='EnableFIDODeviceLogon' OR valueName='fDenyTSConnections' OR valueName='UserAuthentication'")) {
    if (@('SOFTWARE\Policies\Microsoft\FIDO', 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services') -notcontains "$($setting.registryKey)") { continue }
    $bytes = [byte[]]@($setting.value)
    [ordered]@{
      path = "MACHINE\$($setting.registryKey)\$($setting.valueName)"
      type = [int]$setting.valueType
      data = if ($setting.valueType -eq 4 -and $bytes.Length -eq 4) { "$([System.BitConverter]::ToUInt32($bytes, 0))" } else { '' }
      gpoId = "$($setting.GPOID)"
      gpoName = $names["$($setting.GPOID)"]
      precedence = [int]$setting.precedence
    }
  })
  @{ rsop = $list }
}

# Last: a domain that cannot be reached can make looking up its members slow.
Ask 'local-group-rdp-users' { Members 'S-1-5-32-555' }
Ask 'local-group-administrators' { Members 'S-1-5-32-544' }
`

export const powershellArgs: readonly string[] = encodedCommand(script)

/** What a recording keeps of the arguments: the script is the program's own text and would only repeat itself. */
export const powershellArgsShown: readonly string[] = [...powershellFlags, '…']
