import { installDependencies, runNode, tool } from './run.mjs'

if (!process.argv.includes('--no-set-up')) installDependencies()
runNode([tool('typescript', 'bin/tsc'), '-b'])
runNode(['scripts/lint.mjs'])
runNode(['scripts/unit.mjs'])
runNode(['scripts/e2e.mjs'])
