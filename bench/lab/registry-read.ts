import { importRegistry, inside, scene, startLab, stopLab } from '../../test/windows-lab/lab.ts'
import { prepareLab } from '../../test/windows-lab/lab-files.ts'

// The values that a check reads, more or less: what counts is one value, not how they lie.
const key = 'HKLM\\SOFTWARE\\Pku2uLabBench'
const names = Array.from({ length: 20 }, (_, index) => `Value${index}`)
const values = Object.fromEntries(names.map((name, index) => [name, ['REG_DWORD', index] as const]))

await prepareLab()
startLab()
try {
  const folder = scene('bench-registry')
  await importRegistry(folder, { complete: true, keys: { [key]: { values } } }, [key])
  const times = await inside(folder, { do: 'time-reads', key, names, nativeRounds: 50, processRounds: 3 })
  const { nativeMs, processMs } = times as { readonly nativeMs: number; readonly processMs: number }
  const ratio = Math.round(processMs / nativeMs)
  console.log(`registry read in Wine: ${nativeMs.toFixed(3)} ms a value (${ratio}x faster than a reg.exe process each)`)
} finally {
  stopLab()
}
