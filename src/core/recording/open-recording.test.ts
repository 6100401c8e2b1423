import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { openRecording } from './open-recording.ts'
import { commandIds } from './recording.ts'

test('an answer that nobody asked for is named as technicians know it', () => {
  const recording = openRecording({ ...machineThat(), commands: [] })
  for (const id of commandIds) {
    const output = recording.output(id)
    assert.ok(!output.ok && output.fault.code === 'not-asked')
    assert.ok(!output.fault.message.includes(id), output.fault.message)
  }
})
