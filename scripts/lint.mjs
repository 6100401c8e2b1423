import { runNode, tool } from './run.mjs'

runNode([tool('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.'])
runNode([tool('knip', 'bin/knip.js')])
