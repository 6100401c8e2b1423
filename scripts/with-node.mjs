import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './modern-node.mjs'
import { installDependencies, runNode, tool } from './run.mjs'

/** Runs a package's command under a Node that is new enough for it: `with-node.mjs electron-builder --win`. */
const [name, ...args] = process.argv.slice(2)
if (name === undefined) throw new Error('Usage: with-node.mjs PACKAGE [ARGUMENT…]')
installDependencies()
const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
runNode([tool(name, typeof bin === 'string' ? bin : bin[name]), ...args])
