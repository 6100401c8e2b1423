import type { Intent } from '../../shared/intent.ts'
import { fail } from '../../shared/result.ts'
import { rdpPort } from '../../shared/target-name.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import type { Host } from './host.ts'

/** Asks the other PC of the case; its answer becomes an input of the recording. Empty when nothing is known of it. */
export const askTarget = async (
  { probeTarget }: Host,
  { peer, path }: Intent,
  signal: AbortSignal | undefined,
): Promise<RecordedMachine['inputs']> => {
  if (probeTarget === undefined || peer === null) return {}
  const options = signal === undefined ? { path } : { path, signal }
  const probe = await probeTarget({ host: peer, port: rdpPort }, options).catch((error) =>
    fail('internal', String(error)),
  )
  return probe.ok ? { 'probe.json': `${JSON.stringify(probe.value, null, 2)}\n` } : {}
}
