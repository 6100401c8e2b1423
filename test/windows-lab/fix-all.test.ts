import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { keys } from '../../src/core/facts/keys.ts'
import { adele } from '../../src/core/simulated/machine-story.ts'
import { checkButton, finding, heading, step } from '../e2e/screens.ts'
import { reg } from './lab.ts'
import { caseScene, journalFiles } from './lab-fix.ts'
import { build, type LabMachine } from './lab-machine.ts'
import { expect, type LabWindow, openLabWindow } from './lab-window.ts'

const dword = (value: number) => ['REG_DWORD', value] as const

/** A target with three settings to change, all of them in the registry: PowerShell’s stand-in changes nothing. */
const target: LabMachine = {
  name: 'target-three-off',
  machine: build({
    hostName: 'PC-0603',
    allowOnlineId: 0,
    remoteDesktopOn: true,
    remoteDesktopUsers: [{ sid: adele.sid, name: `AzureAD\\${adele.upn}` }],
    user: { elevated: true },
    keys: {
      [keys.terminalServer]: { values: { fDenyTSConnections: dword(1) } },
      [keys.rdpTcp]: { values: { UserAuthentication: dword(0), SecurityLayer: dword(2), PortNumber: dword(3389) } },
    },
  }),
  intent: { role: 'server' },
  expected: { exitCode: 3, state: 'fixable', findings: {}, gaps: {} },
}
let open: LabWindow | null = null
after(() => open?.close())

test('Fix all: three values with one agreement, one entry in the journal, and back together', async () => {
  const folder = await caseScene(target)
  const printed = async () => {
    const values: string[] = []
    for (const [key, name] of [
      [keys.pku2u, 'AllowOnlineID'],
      [keys.terminalServer, 'fDenyTSConnections'],
      [keys.rdpTcp, 'UserAuthentication'],
    ] as const) {
      const { stdout } = await reg(folder, 'query', key, '/v', name)
      values.push(/REG_DWORD\s+(\S+)/.exec(stdout)?.[1] ?? 'none')
    }
    return values
  }
  assert.deepEqual(await printed(), ['0x0', '0x1', '0x0'])

  open = await openLabWindow(folder)
  const { page } = open
  await page.getByRole('radio', { name: 'Another PC connects to this one' }).check()
  await checkButton(page).click()
  await page.getByRole('button', { name: 'Fix all 3…' }).click()
  await page.getByRole('button', { name: 'Apply 3 changes' }).click()
  await expect(heading(page, 'Written and read back')).toBeFocused()
  assert.deepEqual(await printed(), ['0x1', '0x0', '0x1'])
  const [kept, ...others] = journalFiles() as readonly { readonly entries: readonly { readonly fix: string }[] }[]
  assert.equal(others.length, 0)
  assert.deepEqual(kept?.entries.map(({ fix }) => fix).toSorted(), ['pku2u.enable', 'rdp.enable', 'rdp.require-nla'])

  await page.getByRole('button', { name: 'Check again' }).click()
  for (const id of ['pku2u.setting', 'rdp.enabled', 'rdp.nla']) await expect(finding(page, id)).toHaveCount(0)
  await step(page, /^History/).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article')).toHaveAttribute('data-state', 'undone')
  assert.deepEqual(await printed(), ['0x0', '0x1', '0x0'])
})
