/** What an original is. The word stands in front of its token: `user-k3v9q2mzt7…`. */
export const kinds = [
  'user',
  'host',
  'domain',
  'tenant',
  'device',
  'thumbprint',
  'key',
  'site',
  'unit',
  'address',
  'subnet',
  'sid',
  'id',
  'secret',
] as const
export type Kind = (typeof kinds)[number]

export const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word)

/** A name that two sources call by different kinds gets the kind that stands first. */
export const rankOf = (kind: Kind): number => kinds.indexOf(kind)
