import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './lab-files.ts'

/** The headless program as it is built for everybody; the script is JavaScript, so its type is said here. */
export const cliEntry = async (): Promise<string> => {
  const script = (await import(pathToFileURL(join(root, 'scripts', 'build-cli.mjs')).href)) as {
    readonly cliEntry: () => Promise<string>
  }
  return script.cliEntry()
}
