import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { powershellTokens, type Token } from '../../../test/kit/powershell-tokens.ts'
import { handOverSettings, type SettingKind, settingKinds } from '../../shared/hand-over.ts'
import { fixNamed } from '../fixes/registry.ts'
import { decodeText } from '../readers/decode.ts'
import { readRegFile } from '../readers/reg-file.ts'
import { buildExport } from './build-export.ts'
import { bytesOf, type ExportFile } from './export-file.ts'

const build = (kind: SettingKind, fix: (typeof handOverSettings)[number]['fix'] = 'pku2u.enable') => {
  const files = buildExport({ kind, fix })
  assert.ok(files.ok, files.ok ? '' : files.fault.message)
  return files.value
}
const only = (files: readonly ExportFile[]): ExportFile => {
  assert.equal(files.length, 1)
  const [file] = files
  assert.ok(file)
  return file
}
const all = handOverSettings.flatMap(({ fix, kinds }) => kinds.flatMap((kind) => build(kind, fix)))
const scripts = all.filter(({ name }) => name.endsWith('.ps1'))

describe('every file', () => {
  test('says what it does, which baseline it departs from, the restart, and the way back', () => {
    for (const kind of settingKinds)
      for (const { name, text } of build(kind)) {
        assert.match(text, /2\.3\.11\.3/, name)
        assert.match(text, /WN11-SO-000185 \/ V-253459/, name)
        assert.match(text, /Restart the PC/, name)
        assert.match(text, /put it back|putBack/, name)
      }
  })

  test('has CRLF line ends and the mark of its encoding', () => {
    for (const file of all) {
      const bytes = bytesOf(file)
      const isWide = /\.(?:reg|inf)$/.test(file.name)
      assert.equal(bytes[0] === 0xff && bytes[1] === 0xfe, isWide, file.name)
      const text = decodeText(bytes, null)
      assert.equal(text.replaceAll('\r\n', '').includes('\n'), false, file.name)
      assert.equal(text.replaceAll('\r\n', '\n'), file.text, file.name)
      if (!isWide) assert.match(file.text, /^[\n\x20-\x7e]+$/, `${file.name} is plain ASCII for Windows PowerShell 5.1`)
    }
  })

  test('is the same bytes every time', () => {
    for (const { fix, kinds } of handOverSettings)
      for (const kind of kinds) assert.deepEqual(build(kind, fix).map(bytesOf), build(kind, fix).map(bytesOf))
  })

  test('names the fix as the fix names itself, and only fixes that are one value', () => {
    for (const { fix, kinds } of handOverSettings) {
      const changes = fixNamed(fix)?.changes({ account: null })
      assert.ok(changes?.ok && changes.value.length === 1)
      assert.ok(kinds.length > 0)
    }
    const refused = buildExport({ kind: 'gpo-inf', fix: 'rdp.enable' })
    assert.ok(!refused.ok && refused.fault.message.includes('powershell, reg, intune-remediation'))
    const unknown = buildExport({ kind: 'reg', fix: 'rdp.add-user' })
    assert.ok(!unknown.ok && unknown.fault.message.includes('pku2u.enable'))
  })
})

describe('reg', () => {
  const keysOf = (file: ExportFile) => {
    const read = readRegFile(decodeText(bytesOf(file), null))
    assert.ok(read.ok)
    return read.value.keys
  }
  const pku2u = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u'

  test('sets exactly the one value', () => {
    assert.match(only(build('reg')).text, /^Windows Registry Editor Version 5\.00\n/)
    assert.deepEqual(keysOf(only(build('reg'))), { [pku2u]: { values: { AllowOnlineID: ['REG_DWORD', 1] } } })
    assert.deepEqual(keysOf(only(build('reg', 'pku2u.block'))), {
      [pku2u]: { values: { AllowOnlineID: ['REG_DWORD', 0] } },
    })
  })

  test('removes a value by name, never a key', () => {
    assert.deepEqual(keysOf(only(build('reg', 'pku2u.clear'))), { [pku2u]: { values: { AllowOnlineID: null } } })
  })
})

describe('gpo-inf', () => {
  test('is a security template with one registry value', () => {
    const { text } = only(build('gpo-inf'))
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(';'))
    assert.deepEqual(lines, [
      '[Unicode]',
      'Unicode=yes',
      '[Version]',
      'signature="$CHICAGO$"',
      'Revision=1',
      '[Registry Values]',
      'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID=4,1',
    ])
    assert.match(text, /Network security: Allow PKU2U authentication requests/)
  })
})

describe('intune-oma-uri', () => {
  const facts = (fix: 'pku2u.enable' | 'pku2u.block' | 'security-key.enable-sign-in') =>
    JSON.parse(only(build('intune-oma-uri', fix)).text)

  test('has what a custom profile asks for, and the way through the settings catalog', () => {
    const { omaUri, dataType, value, scope, settingsCatalog } = facts('pku2u.enable')
    assert.equal(
      omaUri,
      './Device/Vendor/MSFT/Policy/Config/LocalPoliciesSecurityOptions/NetworkSecurity_AllowPKU2UAuthenticationRequests',
    )
    assert.deepEqual([dataType, value, scope, settingsCatalog.choice], ['Integer', 1, 'device', 'Allow'])
    assert.equal(facts('pku2u.block').value, 0)
    assert.equal(facts('pku2u.block').settingsCatalog.choice, 'Block')
  })

  test('knows the setting for security keys', () => {
    const { name, omaUri, value } = facts('security-key.enable-sign-in')
    assert.equal(name, 'Turn on FIDO Security Keys for Windows Sign-In')
    assert.equal(omaUri, './Device/Vendor/MSFT/PassportForWork/SecurityKey/UseSecurityKeyForSignin')
    assert.equal(value, 1)
  })
})

/** Constrained Language mode lets a script use these types, and call methods on nothing else than their values. */
const coreTypes = ['[CmdletBinding]', '[switch]', '[int]', '[long]', '[string]']
const cmdlets = [
  'Test-Path',
  'Get-Item',
  'Get-ItemProperty',
  'Get-ItemPropertyValue',
  'Set-ItemProperty',
  'Remove-ItemProperty',
  'Remove-Item',
  'New-Item',
  'Where-Object',
  'Write-Output',
  'Out-Null',
]

/** What must not be in a script, by name; empty when it keeps to the rules. */
const offences = (text: string): readonly string[] => {
  const tokens = powershellTokens(text).filter(({ kind }) => kind !== 'comment' && kind !== 'newline')
  // What a string expands is code as well.
  const inner = tokens.filter(({ kind }) => kind === 'expandable').flatMap(({ value }) => powershellTokens(value))
  const code = [...tokens, ...inner]
  const own = [...text.matchAll(/^function ([\w-]+)/gm)].map(([, name = '']) => name)
  const at = (index: number): Token => code[index] ?? { kind: 'newline', value: '' }
  return code.flatMap(({ kind, value }, index) => {
    const [before, after] = [at(index - 1), at(index + 1)]
    if (kind === 'sign' && value === '::') return ['a static member']
    if (kind === 'sign' && value === '`') return ['a backtick']
    if (kind === 'type' && !coreTypes.includes(value)) return [`the type ${value}`]
    if (kind === 'word' && value.toLowerCase() === '-force') return ['-Force']
    if (kind === 'word' && value.toLowerCase() === '-recurse') return ['-Recurse']
    if (kind === 'word' && before.value === '.' && after.value === '(' && value !== 'Substring')
      return [`the method ${value}`]
    if (kind === 'word' && before.value === '.' && after.value === '=' && at(index + 2).value !== '=')
      return [`the property ${value} set`]
    if (kind === 'word' && /^[A-Z][a-z]+-[A-Z]/.test(value) && ![...cmdlets, ...own].includes(value))
      return [`the command ${value}`]
    return []
  })
}

describe('scripts', () => {
  for (const { name, text } of scripts)
    test(`${name} keeps to Windows PowerShell 5.1 and Constrained Language mode`, () => {
      assert.deepEqual(offences(text), [])
      assert.doesNotMatch(text, /\?\?|\?\.|&&|\|\||-Parallel|ternary/i)
    })

  for (const [bad, offence] of [
    ['New-Item -Path $key -Force', '-Force'],
    ['[Microsoft.Win32.Registry]::SetValue()', 'a static member'],
    ['Add-Type x', 'the command Add-Type'],
    ['New-Object x', 'the command New-Object'],
    ['$item.SetValue(1)', 'the method SetValue'],
    ['$item.Property = 1', 'the property Property set'],
    ['"$($item.Delete())"', 'the method Delete'],
    ['Invoke-Expression $x', 'the command Invoke-Expression'],
  ] as const)
    test(`the lint finds ${bad}`, () => assert.ok(offences(bad).includes(offence)))

  test('what is printed of a value is short: Intune keeps 2,048 characters', () => {
    for (const { name, text } of scripts) {
      assert.equal(text.split('$state.Data)').length, 2, name)
      assert.match(text, /\$text = "\$\(\$state\.Data\)"\n +if \(\$text\.Length -gt 200\)/, name)
      assert.match(text, /\$text\.Length -gt 1000/, name)
    }
  })

  test('a detection reads and never writes', () => {
    for (const { text } of scripts.filter(({ name }) => name === 'detect.ps1')) {
      assert.doesNotMatch(text, /Set-|Remove-|New-/)
      assert.match(text, /exit 0/)
      assert.match(text, /exit 1/)
    }
  })

  test('a change can be tried, made and undone, by an administrator in 64 bits', () => {
    for (const { text } of scripts.filter(({ name }) => name !== 'detect.ps1')) {
      assert.match(text, /#Requires -RunAsAdministrator/)
      assert.match(text, /param\(\[switch\]\$Undo\)/)
      assert.match(text, /SupportsShouldProcess/)
      assert.match(text, /PROCESSOR_ARCHITEW6432/)
    }
  })

  test('what stops Failover Clustering is refused on a cluster', () => {
    for (const { fix } of handOverSettings) {
      const stops = fix === 'pku2u.block' || fix === 'pku2u.clear'
      assert.equal(only(build('powershell', fix)).text.includes('ClusSvc'), stops, fix)
      assert.equal(only(build('reg', fix)).text.includes('Failover Clustering'), stops, fix)
    }
  })

  test('braces and brackets are in pairs', () => {
    for (const { name, text } of scripts) {
      const signs = powershellTokens(text).filter(({ kind }) => kind === 'sign')
      const count = (sign: string) => signs.filter(({ value }) => value === sign).length
      assert.equal(count('{'), count('}'), name)
      assert.equal(count('('), count(')'), name)
    }
  })
})
