import type { ServerResponse } from 'node:http'

export interface EventStreams {
  readonly open: (response: ServerResponse) => void
  /** One line of JSON to every page. */
  readonly send: (event: object) => void
  readonly close: () => void
}

interface Options {
  /** Called when the last page has gone and none came back in time. */
  readonly onGone: () => void
  readonly graceMs: number
  readonly beatMs: number
}

/** The window's side of the events: a page that listens is a page that is open. */
export const createEventStreams = ({ onGone, graceMs, beatMs }: Options): EventStreams => {
  const listening = new Set<ServerResponse>()
  let gone: NodeJS.Timeout | undefined
  const write = (line: string) => {
    for (const response of listening) response.write(`${line}\n`)
  }
  // Writing is how a connection that broke without a word is noticed.
  const beat = setInterval(() => write(''), beatMs)

  return {
    open: (response) => {
      clearTimeout(gone)
      listening.add(response)
      response.once('close', () => {
        listening.delete(response)
        // A page that is loaded again closes its stream first.
        if (listening.size === 0) gone = setTimeout(onGone, graceMs)
      })
      response.write('\n')
    },
    send: (event) => write(JSON.stringify(event)),
    close: () => {
      clearInterval(beat)
      clearTimeout(gone)
      for (const response of listening) response.destroy()
    },
  }
}
