import { compareSides } from '../../core/compare/compare.ts'
import { openSides } from '../../core/compare/sides.ts'
import { exitCodes } from '../exit-code.ts'
import { Stop, usageError, type Verb } from '../verb.ts'
import { diffText } from './diff-text.ts'

export const diff: Verb = {
  name: 'diff',
  usage: 'A B',
  summary: 'says what differs between two bundles, recordings or reports',
  options: [],
  words: [2, 2],
  run: async (parsed) => {
    const [a, b] = parsed.words
    if (a === undefined || b === undefined) throw usageError('"diff" needs two files or folders.')
    const sides = await openSides(a, b)
    if (!sides.ok) throw new Stop(sides.fault)
    const comparison = compareSides(...sides.value)
    return { json: comparison, text: diffText(comparison), exitCode: exitCodes.ok }
  },
}
