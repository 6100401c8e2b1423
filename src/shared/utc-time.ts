/** A time in ISO 8601 UTC; one that is written that way already stays as it is. */
export const utcTime = (text: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/.test(text) ? text : new Date(text).toISOString()
