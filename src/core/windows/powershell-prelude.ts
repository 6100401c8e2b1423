/**
 * What every script of this product starts with. Each part has its own fault and is printed on its own line as soon as it
 * is known. The text is fixed; what a script works on comes as JSON in one variable of its process (`dataVariable` of
 * run-command.ts), never as a part of the script. Written for Windows PowerShell 5.1; in constrained language mode a part
 * that is not allowed answers `failed`.
 */
export const prelude = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
# Modules of Windows only: a module in the user's folder must not run with this process's rights.
$env:PSModulePath = "$PSHOME\Modules"

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
`

/** `Members SID` lists a local group. */
export const membersFunction = String.raw`
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
`

export const powershellFlags = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-OutputFormat',
  'Text',
  '-EncodedCommand',
] as const

/** PowerShell reads an encoded command as UTF-16LE in base64, so nothing in it is quoted or expanded on the way. */
export const encodedCommand = (script: string): readonly string[] => [
  ...powershellFlags,
  Buffer.from(script.trim(), 'utf16le').toString('base64'),
]
