import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordedRegistry } from '../recording/recorded-registry.ts'
import type { RegistryDump } from '../recording/recording.ts'
import { machineFrom } from './windows-machine.ts'

const profiles = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const facts = {
  environment: { USERDOMAIN: 'AzureAD', USERNAME: 'AdeleVance', USERPROFILE: 'C:\\Users\\AdeleVance' },
  hostName: 'PC-0417',
  architecture: 'x64',
  uptimeSeconds: 3600.5,
  now: new Date('2026-11-20T09:15:00Z'),
  elevated: false,
}
const known: RegistryDump = {
  complete: true,
  keys: {
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage': {
      values: { ACP: ['REG_SZ', '1252'], OEMCP: ['REG_SZ', '850'] },
    },
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': {
      values: { PROCESSOR_ARCHITECTURE: ['REG_SZ', 'ARM64'] },
    },
    [`${profiles}\\S-1-12-1-1-2-3-4`]: { values: { ProfileImagePath: ['REG_EXPAND_SZ', 'c:\\users\\adelevance'] } },
    [`${profiles}\\S-1-5-18`]: { values: { ProfileImagePath: ['REG_EXPAND_SZ', '%systemroot%\\system32'] } },
  },
}

test('what needs no program is known at once', () => {
  assert.deepEqual(machineFrom(recordedRegistry(known), facts), {
    recordedAt: '2026-11-20T09:15:00.000Z',
    bootedAt: '2026-11-20T08:14:59.500Z',
    hostName: 'PC-0417',
    architecture: 'arm64',
    codePages: { ansi: 1252, oem: 850 },
    user: { name: 'AzureAD\\AdeleVance', upn: null, sid: 'S-1-12-1-1-2-3-4', elevated: false, sessionUserSid: null },
  })
})

test('what is not there is null, never a guess', () => {
  const empty = machineFrom(recordedRegistry({ complete: false, keys: {} }), {
    ...facts,
    environment: {},
    elevated: null,
  })
  assert.deepEqual(empty.codePages, { ansi: null, oem: null })
  assert.equal(empty.architecture, 'x64')
  assert.deepEqual(empty.user, { name: null, upn: null, sid: null, elevated: null, sessionUserSid: null })
})

test('two profiles in one folder name nobody', () => {
  const profile = known.keys[`${profiles}\\S-1-12-1-1-2-3-4`] ?? null
  const twice = { complete: true, keys: { ...known.keys, [`${profiles}\\S-1-5-21-1-2-3-1001`]: profile } }
  assert.equal(machineFrom(recordedRegistry(twice), facts).user.sid, null)
})
