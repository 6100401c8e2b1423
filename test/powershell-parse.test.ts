import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildExport } from '../src/core/exports/build-export.ts'
import { bytesOf } from '../src/core/exports/export-file.ts'
import { powershellLiteral } from '../src/core/exports/powershell-literal.ts'
import { credentialForms, type HandOverOrder, handOverSettings } from '../src/shared/hand-over.ts'

/** Where a PowerShell is installed, it is asked what it thinks of every script; none of them is run. */
const powershell = ['powershell.exe', 'pwsh'].find(
  (program) => spawnSync(program, ['-NoProfile', '-Command', 'exit 0'], { stdio: 'ignore' }).status === 0,
)
const folder = mkdtempSync(join(tmpdir(), 'pku2u-parse-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const orders: readonly HandOverOrder[] = [
  ...handOverSettings.flatMap(({ fix }) =>
    (['powershell', 'intune-remediation'] as const).map((kind) => ({ kind, fix }) as const),
  ),
  ...credentialForms.map((credentials) => ({
    kind: 'kerberos-server' as const,
    action: 'all' as const,
    credentials,
    domains: ['corp.contoso.com', 'emea.contoso.com'],
    account: 'o\u2019neil@contoso.com',
  })),
]

test('PowerShell finds no error in any script', (t) => {
  if (powershell === undefined)
    return t.skip('There is no PowerShell on this computer, so only our own lint has read the scripts.')
  for (const order of orders) {
    const files = buildExport(order)
    assert.ok(files.ok)
    for (const file of files.value) {
      const path = join(folder, file.name)
      writeFileSync(path, bytesOf(file))
      const parse = `$errors = $null; [void][Management.Automation.Language.Parser]::ParseFile(${powershellLiteral(path)}, [ref]$null, [ref]$errors); $errors | ForEach-Object { $_.ToString() }`
      const ended: SpawnSyncReturns<Buffer> = spawnSync(powershell, [
        '-NoProfile',
        '-NonInteractive',
        '-Command',
        parse,
      ])
      assert.deepEqual([ended.status, ended.stdout.toString().trim()], [0, ''], file.name)
    }
  }
})
