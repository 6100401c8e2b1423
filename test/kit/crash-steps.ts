import * as nodeFiles from 'node:fs/promises'
import type { Files } from '../../src/core/windows/file-store.ts'

/** Counts every step, and ends this process the hard way at one of them. */
export const crashAt = (step: number) => {
  let passed = 0
  const reach = (): void => {
    passed += 1
    // On Linux SIGKILL, on Windows TerminateProcess: nothing is tidied up, nothing is flushed.
    if (passed === step) process.kill(process.pid, 'SIGKILL')
  }
  const around =
    <A extends unknown[], T>(call: (...args: A) => T) =>
    (...args: A): T => {
      reach()
      const answer = call(...args)
      if (!(answer instanceof Promise)) {
        reach()
        return answer
      }
      return answer.finally(reach) as T
    }
  return { around, passed: () => passed }
}

/** Node's own, with a step before and after everything that writes, flushes or renames. */
export const crashingFiles = (around: ReturnType<typeof crashAt>['around']): Files => ({
  ...nodeFiles,
  open: around(async (...args: Parameters<typeof nodeFiles.open>) => {
    const file = await nodeFiles.open(...args)
    for (const name of ['writeFile', 'sync'] as const) {
      const call = file[name].bind(file) as (...each: unknown[]) => Promise<void>
      Object.defineProperty(file, name, { value: around(call) })
    }
    return file
  }) as Files['open'],
  rename: around(nodeFiles.rename),
  link: around(nodeFiles.link),
  unlink: around(nodeFiles.unlink),
})
