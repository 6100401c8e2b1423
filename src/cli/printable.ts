/**
 * Text as a console may be given it. Names in files from elsewhere can hold what moves the cursor, colours the screen or
 * turns the reading direction; each such character becomes one that shows that it was there.
 */
export const printable = (text: string): string =>
  text.replace(/\r(?!\n)|[^\P{Cc}\r\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
