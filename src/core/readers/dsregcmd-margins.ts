/** dsregcmd sets its keys flush right, so that they end here. */
const keyColumn = 26

const marginOf = (raw: string): 'none' | 'one' | 'wide' =>
  raw.startsWith('  ') || raw.startsWith('\t') ? 'wide' : raw.startsWith(' ') ? 'one' : 'none'

/** How one text lays its fields out, learnt from the fields whose keys are known. */
export class Margins {
  readonly #counts = { none: 0, one: 0, wide: 0 }

  count(raw: string): void {
    this.#counts[marginOf(raw)]++
  }

  get indented(): boolean {
    return this.#counts.one + this.#counts.wide > 0
  }

  /** Whether a line stands like a field: at a wide margin, with its key in the column, or with the margin of most. */
  fit(raw: string): boolean {
    const margin = marginOf(raw)
    const { none, one, wide } = this.#counts
    if (margin === 'wide' || raw.startsWith(' : ', keyColumn)) return true
    return margin === 'one' ? one > none + wide : none > one + wide
  }
}
