/**
 * What only PowerShell can tell without another native module, all from one process: starting it takes longer than the
 * questions. The text is fixed; nothing from outside is ever put into it. Each part has its own fault and is printed on
 * its own line as soon as it is known, so a part that fails or hangs does not take the others with it. Written for
 * Windows PowerShell 5.1; in constrained language mode a part that is not allowed answers `failed`.
 */
const script = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
# Modules of Windows only: a module in the user's folder must not run with this process's rights.
$env:PSModulePath = "$PSHOME\Modules"
$state = @{ elevated = $null }

function Say($line) {
  # Bytes, because the console's code page would lose names; the fallback is for constrained language mode.
  $text = ConvertTo-Json -InputObject $line -Depth 8 -Compress
  try {
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($text + [char]10)
    $out = [Console]::OpenStandardOutput()
    $out.Write($bytes, 0, $bytes.Length)
    $out.Flush()
  } catch { $text }
}

function Ask([string]$part, [scriptblock]$question) {
  $began = Get-Date
  $line = @{ part = $part; outcome = 'ok' }
  try { $line.json = & $question }
  catch {
    $line.outcome = if ("$($_.CategoryInfo.Category)" -eq 'PermissionDenied' -or "$_" -eq 'not elevated') { 'denied' } else { 'failed' }
    $line.message = "$_"
  }
  $line.ms = [int]((Get-Date) - $began).TotalMilliseconds
  Say $line
}

function Members([string]$groupSid) {
  # By SID, because group names are translated. ADSI, because Get-LocalGroupMember gives up on a member nobody knows.
  $account = (New-Object System.Security.Principal.SecurityIdentifier $groupSid).Translate([System.Security.Principal.NTAccount])
  $name = $account.Value.Split('\')[-1]
  $group = [ADSI]"WinNT://./$name,group"
  $list = @(foreach ($member in @($group.psbase.Invoke('Members'))) {
    $type = $member.GetType()
    $path = "$($type.InvokeMember('ADsPath', 'GetProperty', $null, $member, $null))"
    $class = "$($type.InvokeMember('Class', 'GetProperty', $null, $member, $null))"
    $sid = $null
    try {
      $bytes = [byte[]]$type.InvokeMember('objectSid', 'GetProperty', $null, $member, $null)
      $sid = (New-Object System.Security.Principal.SecurityIdentifier($bytes, 0)).Value
    } catch {
      # A list with somebody missing would be a wrong answer, so only a path that is the SID itself may stand in.
      if ($path -match '^WinNT://(S-1-[0-9-]+)$') { $sid = $Matches[1] } else { throw }
    }
    # The last two parts are the owner and the name; a member nobody knows any more has its SID alone as path.
    if ($path -match '^WinNT://(?:.+/)?([^/]+)/([^/]+)$') {
      $kind = if ($class -eq 'Group') { 'group' } elseif ($class -eq 'User') { 'user' } else { $null }
      [ordered]@{ sid = $sid; name = "$($Matches[1])\$($Matches[2])"; kind = $kind }
    } else {
      [ordered]@{ sid = $sid; name = $null; kind = $null }
    }
  })
  @{ members = $list }
}

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
  @{ rsop = $list }
}

# Last: a domain that cannot be reached can make looking up its members slow.
Ask 'local-group-rdp-users' { Members 'S-1-5-32-555' }
Ask 'local-group-administrators' { Members 'S-1-5-32-544' }
`

const flags = ['-NoLogo', '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand'] as const

/** PowerShell reads an encoded command as UTF-16LE in base64, so nothing in it is quoted or expanded on the way. */
export const powershellArgs: readonly string[] = [...flags, Buffer.from(script.trim(), 'utf16le').toString('base64')]

/** What a recording keeps of the arguments: the script is the program's own text and would only repeat itself. */
export const powershellArgsShown: readonly string[] = [...flags, '…']
