/** Calls in both directions between the test and the process that plays Electron's main process. */
interface Port {
  send(message: unknown): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly reply: number; readonly value?: unknown; readonly error?: string }

/** Arguments are what the other side says they are: both sides are this folder. */
export type Answer = (...args: never[]) => unknown

export interface Peer {
  readonly call: (name: string, ...args: unknown[]) => Promise<unknown>
  readonly answer: (name: string, how: Answer) => void
}

export const connect = (port: Port): Peer => {
  const answers = new Map<string, Answer>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0

  const reply = async ({ call, name, args }: Extract<Message, { call: number }>) => {
    try {
      const how = answers.get(name)
      if (how === undefined) throw new Error(`The stand-in does not know the call ${name}.`)
      port.send({ reply: call, value: await how(...(args as never[])) })
    } catch (error) {
      port.send({ reply: call, error: error instanceof Error ? error.message : String(error) })
    }
  }
  port.on('message', (raw) => {
    const message = raw as Message
    if ('call' in message) void reply(message)
    else {
      const { resolve, reject } = waiting.get(message.reply) ?? {}
      waiting.delete(message.reply)
      if (message.error === undefined) resolve?.(message.value)
      else reject?.(new Error(message.error))
    }
  })

  return {
    answer: (name, how) => {
      answers.set(name, how)
    },
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        port.send({ call: last, name, args })
      }),
  }
}
