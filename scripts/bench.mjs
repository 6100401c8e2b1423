import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './modern-node.mjs'
import { installDependencies, runNode } from './run.mjs'

installDependencies()
/** Each prints lines of its own. The page needs a browser and the registry needs the Windows lab. */
runNode(['bench/readers.ts'])
runNode(['bench/collect.ts'])
runNode(['bench/fix.ts'])
runNode(['bench/redaction.ts'])
runNode(['bench/bundle.ts'])
runNode(['bench/probe.ts'])
runNode(['bench/open.ts'])
runNode(['bench/triage.ts'])
if (existsSync(join(root, 'bench', 'page.ts'))) runNode(['bench/page.ts'])
runNode(['scripts/lab.mjs', '--bench'])
