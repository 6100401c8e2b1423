import { type Play, play } from './crash-play.ts'

// Started by the crash test, and ended by itself at the step it is told.
const asked = JSON.parse(process.argv[2] ?? '{}') as Play
console.log(await play(asked))
