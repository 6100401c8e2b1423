/** One line of a benchmark: `name: value unit (ratio)`. */
export const line = (name: string, value: number, unit: string, ratio: string): void => {
  const shown = value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
  console.log(`${name}: ${shown} ${unit} (${ratio})`)
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
