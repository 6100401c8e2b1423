import { Buffer } from 'node:buffer'
import { decodeText } from '../src/core/readers/decode.ts'
import { readDsregcmdStatus } from '../src/core/readers/dsregcmd-status.ts'
import { machineNamed } from '../src/core/simulated/machines.ts'
import { line } from './line.ts'

const target = 5000
const texts = ['entra-client-ready', 'hybrid-client-not-set', 'work-accounts-full'].map((name) => {
  const bytes = machineNamed(name)?.machine.commands.find(({ id }) => id === 'dsregcmd-status')?.stdout
  if (bytes === undefined) throw new Error(`${name} has no dsregcmd output.`)
  return Buffer.from(bytes)
})

const readAll = (rounds: number): number => {
  const began = performance.now()
  for (let round = 0; round < rounds; round++)
    for (const bytes of texts)
      if (!readDsregcmdStatus(decodeText(bytes, 1252)).ok) throw new Error('A text was not read.')
  return (rounds * texts.length) / ((performance.now() - began) / 1000)
}

readAll(200)
const perSecond = readAll(2000)
line(
  'dsregcmd texts read on one core',
  perSecond,
  'per second',
  `${(perSecond / target).toFixed(1)}x the target of ${target}`,
)
