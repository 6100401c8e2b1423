import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childEnvironment, programPaths, systemFolder, systemRoot } from './system-paths.ts'

test('programs stand in System32 of the real system root', () => {
  const path = programPaths({ SystemRoot: 'D:\\WINNT' }, 'x64')
  assert.equal(path('dsregcmd'), 'D:\\WINNT\\System32\\dsregcmd.exe')
  assert.equal(path('taskkill'), 'D:\\WINNT\\System32\\taskkill.exe')
  assert.equal(path('powershell'), 'D:\\WINNT\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
})

test('environment names compare without case', () => {
  assert.equal(systemRoot({ SYSTEMROOT: 'E:\\Windows\\' }), 'E:\\Windows')
})

test('a system root that is no plain path is not believed', () => {
  const bad = [
    undefined,
    '',
    'Windows',
    '\\\\server\\share',
    '\\Windows',
    'C:Windows',
    'C:\\',
    'C:\\Windows\\..\\Temp',
    'C:/Windows',
    'C:\\Win"dows',
    'C:\\Windows\n',
    'C:\\Windows:stream',
  ]
  for (const root of bad) assert.equal(systemRoot({ SystemRoot: root }), 'C:\\Windows', String(root))
})

test('only a 32-bit process on 64-bit Windows goes through Sysnative', () => {
  assert.equal(systemFolder({ PROCESSOR_ARCHITEW6432: 'AMD64' }, 'ia32'), 'C:\\Windows\\Sysnative')
  assert.equal(systemFolder({ PROCESSOR_ARCHITEW6432: 'AMD64' }, 'x64'), 'C:\\Windows\\System32')
  assert.equal(systemFolder({ PROCESSOR_ARCHITEW6432: '' }, 'ia32'), 'C:\\Windows\\System32')
  assert.equal(systemFolder({}, 'ia32'), 'C:\\Windows\\System32')
})

test('a child gets who asks, and nothing that could run code inside it', () => {
  const given = childEnvironment({
    systemroot: 'C:\\Windows',
    USERNAME: 'adele',
    Path: 'C:\\evil',
    PSModulePath: 'C:\\evil',
    COR_PROFILER: '{x}',
    COR_ENABLE_PROFILING: '1',
    NODE_OPTIONS: '--require x',
  })
  const { USERNAME } = given
  assert.equal(USERNAME, 'adele')
  assert.ok(!JSON.stringify(given).includes('evil'))
  for (const name of ['PSModulePath', 'COR_PROFILER', 'COR_ENABLE_PROFILING', 'NODE_OPTIONS'])
    assert.equal(given[name], undefined)
})
