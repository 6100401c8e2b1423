import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answeringRunner } from '../../../test/kit/answering-runner.ts'
import { recordedRegistry } from '../recording/recorded-registry.ts'
import { changeScriptArgs } from './change-scripts.ts'
import { prepareFolders } from './trusted-folder.ts'
import { somebodyElse } from './who-runs.ts'
import { windowsFirewall } from './windows-firewall.ts'
import { windowsGroups } from './windows-groups.ts'
import { ownFolders, partsOf, trustedEnvironment } from './windows-places.ts'

const rdpUsers = 'S-1-5-32-555'
const account = 'AzureAD\\adele@contoso.com'
const codeOf = (result: { readonly ok: boolean; readonly fault?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.fault?.code

describe('local groups', () => {
  test('the account travels as data and the script is the same for everybody', async () => {
    const { runner, asked, data } = answeringRunner(
      { part: 'group-has', json: { has: false } },
      { part: 'group-add', json: { done: true } },
      { part: 'group-remove', json: { done: true } },
    )
    const groups = windowsGroups(runner)
    assert.deepEqual(await groups.has(rdpUsers, account), { ok: true, value: false })
    assert.equal((await groups.add(rdpUsers, account)).ok, true)
    assert.equal((await groups.remove(rdpUsers, account)).ok, true)
    assert.deepEqual(data(), Array(3).fill({ group: rdpUsers, account }))
    assert.deepEqual(
      asked.map(({ args }) => args),
      (['group-has', 'group-add', 'group-remove'] as const).map(changeScriptArgs),
    )
    for (const { args } of asked)
      assert.ok(
        !Buffer.from(args.at(-1) ?? '', 'base64')
          .toString('utf16le')
          .includes('adele'),
      )
  })

  test('names and groups that cannot be are not asked for', async () => {
    const { runner, asked } = answeringRunner({ part: 'group-add', json: { done: true } })
    for (const [group, name] of [
      ['Administrators', account],
      ['S-1-5-21-1-2-3-512', account],
      [rdpUsers, 'CORP\\adele'],
      [rdpUsers, 'AzureAD\\a"; calc; "'],
      [rdpUsers, 'AzureAD\\a\u0000b'],
    ] as const)
      assert.equal(codeOf(await windowsGroups(runner).add(group, name)), 'invalid-input')
    assert.equal(asked.length, 0)
  })

  test('refused, broken and silent are kept apart', async () => {
    for (const [answer, code] of [
      [{ part: 'group-add', outcome: 'denied' }, 'denied'],
      [{ part: 'group-add', outcome: 'failed', message: 'No such account' }, 'failed'],
      [{ part: 'other' }, 'unreadable'],
      [{ part: 'group-add', json: { done: 'yes' } }, 'unreadable'],
      [{ outcome: 'missing' }, 'missing'],
    ] as const)
      assert.equal(codeOf(await windowsGroups(answeringRunner(answer).runner).add(rdpUsers, account)), code)
  })
})

describe('firewall rules', () => {
  test('come by number and go by name', async () => {
    const rules = [0, 1, 2, 3, 7, 0x7fffffff].map((profiles, index) => ({
      name: `R${index}`,
      enabled: index > 2,
      profiles,
    }))
    const { runner, data } = answeringRunner(
      { part: 'firewall-rules', json: { rules } },
      { part: 'firewall-set', json: { done: true } },
    )
    const firewall = windowsFirewall(runner)
    const seen = await firewall.rules('@FirewallAPI.dll,-28752')
    assert.ok(seen.ok)
    assert.deepEqual(
      seen.value.map(({ profiles }) => profiles),
      [[], ['Domain'], ['Private'], ['Domain', 'Private'], ['Domain', 'Private', 'Public'], []],
    )
    assert.ok(
      (
        await firewall.set([
          { name: 'R0', enabled: true, profiles: ['Domain', 'Private'] },
          { name: 'R1', enabled: false, profiles: [] },
        ])
      ).ok,
    )
    assert.deepEqual(data()[1], {
      rules: [
        { name: 'R0', enabled: true, profiles: 'Domain, Private' },
        { name: 'R1', enabled: false, profiles: 'Any' },
      ],
    })
  })
})

describe('places of Windows', () => {
  const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
  const registryWith = (root: string, programData: string) =>
    recordedRegistry({
      complete: true,
      keys: {
        [version]: { values: { SystemRoot: ['REG_SZ', root] } },
        [`${version}\\ProfileList`]: { values: { ProgramData: ['REG_EXPAND_SZ', programData] } },
      },
    })

  test('come from where only administrators write, whatever the variables say', () => {
    const registry = registryWith('D:\\Windows', '%SystemDrive%\\ProgramData')
    const environment = { systemroot: 'C:\\Users\\mallory', ProgramData: 'C:\\Users\\mallory', TEMP: 'C:\\T' }
    assert.deepEqual(trustedEnvironment(registry, environment), {
      ProgramData: 'C:\\Users\\mallory',
      TEMP: 'C:\\T',
      SystemRoot: 'D:\\Windows',
    })
    assert.equal(ownFolders(registry, environment).journal, 'D:\\ProgramData\\PKU2U Doctor\\journal')
  })

  test('what is no plain path is not taken', () => {
    for (const odd of ['%USERPROFILE%\\x', '\\\\server\\x', 'x', 'C:\\a\\..\\b', ''])
      assert.equal(ownFolders(registryWith('C:\\Windows', odd), {}).product, 'C:\\ProgramData\\PKU2U Doctor', odd)
    assert.deepEqual(trustedEnvironment(registryWith('C:\\a\\..\\b', ''), { SystemRoot: 'C:\\Windows' }), {
      SystemRoot: 'C:\\Windows',
    })
  })

  test('every part of the way is looked at, and nothing else is believed', async () => {
    assert.deepEqual(partsOf('C:\\ProgramData\\x'), ['C:\\', 'C:\\ProgramData', 'C:\\ProgramData\\x'])
    const folders = { product: 'C:\\P', journal: 'C:\\P\\journal', tickets: 'C:\\P\\tickets' }
    const sddl = 'O:BAD:PAI(A;OICI;FA;;;BA)'
    const parts = ['C:\\', 'C:\\P', 'C:\\P\\journal', 'C:\\P\\tickets'].map((path) => ({
      path,
      isReparsePoint: false,
      sddl,
    }))
    const { runner, data } = answeringRunner({ part: 'journal-folder', json: { parts } })
    assert.equal((await prepareFolders(runner, folders)).ok, true)
    assert.deepEqual(data()[0], {
      make: ['C:\\P', 'C:\\P\\journal', 'C:\\P\\tickets'],
      parts: parts.map(({ path }) => path),
    })
    for (const wrong of [
      parts.slice(1),
      [...parts].reverse(),
      parts.map((part) => ({ ...part, isReparsePoint: true })),
      [...parts.slice(0, 3), { ...parts[3], sddl: 'O:BU' }],
    ])
      assert.equal(
        (await prepareFolders(answeringRunner({ part: 'journal-folder', json: { parts: wrong } }).runner, folders)).ok,
        false,
      )
    assert.equal(
      (await prepareFolders(answeringRunner({ part: 'journal-folder', outcome: 'denied' }).runner, folders)).ok,
      false,
    )
  })
})

test('somebody else’s rights are named, one’s own are not', async () => {
  const json = (sid: string, sessionUserSid: string | null) => ({
    part: 'who-runs',
    json: { name: 'PC\\admin', sid, sessionUserSid },
  })
  assert.equal(await somebodyElse(true, answeringRunner(json('S-1', 'S-2')).runner), 'PC\\admin')
  for (const [elevated, answer] of [
    [true, json('S-1', 'S-1')],
    [true, json('S-1', null)],
    [true, { outcome: 'missing' as const }],
    [false, json('S-1', 'S-2')],
  ] as const)
    assert.equal(await somebodyElse(elevated, answeringRunner(answer).runner), null)
})
