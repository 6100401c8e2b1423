import { startLab, stopLab } from '../../test/windows-lab/lab.ts'
import { prepareLab } from '../../test/windows-lab/lab-files.ts'
import { fixScene, insideFix } from '../../test/windows-lab/lab-fix.ts'
import { line, median } from '../line.ts'

/** What a click may take without the consent prompt. */
const target = 150

await prepareLab()
startLab()
try {
  const folder = await fixScene('bench-fix', ['REG_DWORD', 0])
  const times = (await insideFix(folder, { do: 'time-fixes', rounds: 100 })) as readonly number[]
  const [middle, worst] = [median(times), Math.max(...times)]
  const ratio = (value: number): string => `${(value / target).toFixed(2)}x the target of ${target} ms`
  line('fix, verify and journal in Wine, owner asked of PowerShell, median', middle, 'ms', ratio(middle))
  line('fix, verify and journal in Wine, owner asked of PowerShell, worst of 100', worst, 'ms', ratio(worst))
} finally {
  stopLab()
}
