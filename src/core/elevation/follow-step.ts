import { setTimeout } from 'node:timers/promises'
import type { OnChange } from '../engine/pc.ts'
import type { UsedTickets } from './used-tickets.ts'

const everyMs = 150

const follow = async (tickets: UsedTickets, nonce: string, onChange: OnChange, ended: AbortSignal): Promise<void> => {
  let next = 0
  while (!ended.aborted) {
    const progress = await tickets.noteOf(nonce, next)
    if (progress !== null) {
      onChange(progress)
      next = progress.done + 1
    }
    // The step's end cuts the pause short.
    else await setTimeout(everyMs, null, { signal: ended }).catch(() => undefined)
  }
}

/** Tells how far the elevated step is for as long as `wait` waits for its end. It decides nothing. */
export const followStep = async <T>(
  tickets: UsedTickets,
  nonce: string,
  onChange: OnChange | undefined,
  wait: () => Promise<T>,
): Promise<T> => {
  if (onChange === undefined) return wait()
  const ended = new AbortController()
  const following = follow(tickets, nonce, onChange, ended.signal)
  try {
    return await wait()
  } finally {
    ended.abort()
    await following
  }
}
