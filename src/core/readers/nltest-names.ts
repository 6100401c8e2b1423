export interface Names {
  readonly domain: string | null
  readonly forest: string | null
  readonly dcSite: string | null
  readonly clientSite: string | null
}

const labels = {
  domain: /^Dom Name$/i,
  forest: /^Forest Name$/i,
  dcSite: /^Dc Site Name$/i,
  clientSite: /^Our Site Name$/i,
} as const
const guid = /^\{?[0-9a-f]{8}-[0-9a-f-]{0,27}\}?$/i
const labelled = /^([^:：]{1,60})[:：](.*)$/

export const noNames: Names = { domain: null, forest: null, dcSite: null, clientSite: null }

export interface Labelled {
  readonly label: string
  readonly value: string
}

/** `label: value` with an ASCII or a wide colon. */
const labelledValue = (line: string): Labelled | null => {
  const match = line.length > 600 ? null : labelled.exec(line.trim())
  return match === null ? null : { label: (match[1] ?? '').trim(), value: (match[2] ?? '').trim() }
}

/** By English labels, as soon as one of them is there. */
export const namesByLabel = (lines: readonly string[]): Names | null => {
  const values = lines
    .filter((line) => /name/i.test(line))
    .map(labelledValue)
    .filter((found) => found !== null)
  const find = (label: RegExp) => values.find((found) => label.test(found.label))?.value || null
  if (!values.some((found) => Object.values(labels).some((label) => label.test(found.label)))) return null
  return {
    domain: find(labels.domain),
    forest: find(labels.forest),
    dcSite: find(labels.dcSite),
    clientSite: find(labels.clientSite),
  }
}

/** Translated labels that captures show. */
const translatedDcSite = /^DC サイト名$/i
/** The name of a forest is a DNS name; that of a site is a single label. */
const isForest = (name: string, domain: string) => name.includes('.') || name.toLowerCase() === domain.toLowerCase()

/**
 * By position, between the address and the flags of a translated output: domain, forest, the controller's site, and
 * the client's site where it is known. With fewer values it is open which line is missing, so nothing is guessed.
 */
export const namesByPosition = (lines: readonly string[]): Names => {
  const found = lines
    .map(labelledValue)
    .filter((line) => line !== null)
    .filter(({ label, value }) => value !== '' && !guid.test(value) && !/GUID/i.test(label))
  const [domain, forest, dcSite, clientSite] = found.map(({ value }) => value)
  const isWhole = found.length === 4 || (found.length === 3 && isForest(forest ?? '', domain ?? ''))
  if (isWhole && domain !== undefined && forest !== undefined && dcSite !== undefined)
    return { domain, forest, dcSite, clientSite: clientSite ?? null }
  return { ...noNames, dcSite: found.find(({ label }) => translatedDcSite.test(label))?.value ?? null }
}
