/** What a bundle will say instead of something, and how often. Shown in the window, never written. */
export interface Replacement {
  /** `user`, `host`, `tenant`, … */
  readonly kind: string
  readonly original: string
  readonly token: string
  readonly count: number
}

/** One source that goes in beside the answers to the checks. */
export interface BundleSource {
  /** The channel or the file, as Windows calls it. */
  readonly name: string
  /** `ok`, `missing`, `denied`, `timeout`, `failed`. */
  readonly outcome: string
  readonly bytes: number
}

export interface BundlePreview {
  /** Names what was collected for it, until the next preview. */
  readonly id: string
  /** What tokens are made from; a random one when none was given. */
  readonly caseKey: string
  readonly replacements: readonly Replacement[]
  /** Replacements that are too many to be shown. */
  readonly more: number
  readonly logs: readonly BundleSource[]
  /** Files that cannot be redacted. */
  readonly raw: readonly BundleSource[]
}

export interface BundleProgress {
  readonly phase: 'asking' | 'collecting' | 'reading' | 'writing'
  /** Sources while collecting, bytes while reading and writing; 0 of 0 where nothing can be counted. */
  readonly done: number
  readonly total: number
  /** What is being asked for; empty where there is nothing to name. */
  readonly what: string
}

/** A bundle that was saved. The window learns its name, not its place. */
export interface ShownBundle {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** The other end's case code is in it. */
  readonly hasOtherEnd: boolean
}
