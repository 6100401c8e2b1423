const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/i

/**
 * A time in ISO 8601 UTC; one that is written that way already stays as it is. Without a zone it is taken for UTC, so
 * that it is the same moment on every PC. null: it is no time, such as the 30th of February.
 */
export const utcTimeOf = (text: string): string | null => {
  const [, day = '', clock = '00:00', zone = 'Z'] = iso.exec(text) ?? []
  const midnight = new Date(`${day}T00:00Z`)
  const time = new Date(`${day}T${clock}${zone.toUpperCase()}`)
  if (Number.isNaN(time.getTime()) || !midnight.toISOString().startsWith(day)) return null
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/.test(text) ? text : time.toISOString()
}
