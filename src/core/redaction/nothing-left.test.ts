import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodedEveryWay, encodings, seededIdentifiers } from '../../../test/kit/seeded-identifiers.ts'
import { seededMachine } from '../../../test/kit/seeded-machine.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { recordingFiles } from '../recording/save.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')
const seeded = seededIdentifiers(417, 16)
const text = (content: string | Uint8Array) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

test(`${seeded.length} identifiers in ${Object.keys(encodings).length} encodings over all sources: none is left`, () => {
  assert.ok(seeded.length >= 200 && Object.keys(encodings).length >= 8)
  const machine = seededMachine(seeded)
  const redactor = createRedactor({ key, machine, intent: defaultIntent })
  const redacted = redactor.redactMachine(machine)
  const left = new Set<string>()
  const gate = redactor.gate()
  for (const [file, content] of recordingFiles(redacted)) {
    const shown = decodedEveryWay(text(content))
    for (const { what, text: original } of seeded)
      if (shown.includes(original.toLowerCase())) left.add(`${file}: ${what} ${original}`)
    gate.scan(file, Buffer.from(content))
  }
  assert.deepEqual([...left].slice(0, 20), [])
  assert.deepEqual(gate.finish(), [])
})
