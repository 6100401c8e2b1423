import { app } from 'electron'
import { isVerb } from '../cli/main.ts'
import { runInTerminal } from '../cli/terminal.ts'
import { isElevatedStep, runElevatedStep } from '../core/elevation/elevated-step.ts'
import { errorMessage } from '../shared/thrown.ts'
import { prepareApp, startApp } from './app.ts'
import { debuggingSwitch } from './security/debugging-switches.ts'
import { simulatedNames } from './simulated-machines.ts'
import { readWindowOptions } from './window-options.ts'

/** Unpackaged, the first argument is the program's own folder. */
const args = process.argv.slice(app.isPackaged ? 1 : 2)
const usageExit = 2

const refuse = (message: string) => {
  process.stderr.write(`${message}\n`)
  app.exit(usageExit)
}

const main = async (): Promise<void> => {
  // Before everything else: the step refuses any word beside its own two, and opens no window.
  if (isElevatedStep(args)) return app.exit(await runElevatedStep(args))
  const debugging = app.isPackaged ? debuggingSwitch(process.argv.slice(1)) : null
  if (debugging !== null) return refuse(`PKU2U Doctor does not start with ${debugging}.`)
  if (isVerb(args[0] ?? '')) return app.exit(await runInTerminal(args, app.getPath('userData')))
  const options = readWindowOptions(args, simulatedNames)
  if (!options.ok) return refuse(options.fault.message)
  prepareApp()
  if (!app.requestSingleInstanceLock()) return app.quit()
  await startApp(options.value)
}

// Not awaited here: Electron becomes ready only after this file has been read to its end.
main().catch((error: unknown) => {
  process.stderr.write(`PKU2U Doctor could not start: ${errorMessage(error)}\n`)
  app.exit(1)
})
