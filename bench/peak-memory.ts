import { readFileSync } from 'node:fs'

/**
 * The most memory that this process had, in MB. Linux hands `maxRSS` of the process that started this one down to it, so
 * there the figure comes from the kernel’s own page (proc_pid_status(5), VmHWM).
 */
export const peakMemoryMb = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}
