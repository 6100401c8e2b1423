const hiddenName = /^(?:[<[({«][^\\<>[\](){}«»]{1,60}[>\])}»]|[\p{L}\p{N}._$*#█■•…?-])+$/u
const longestName = 255

/** A name of which all or some was hidden: `***.contoso.com`, `<dc>`. */
export const mayBeHiddenName = (text: string): boolean => text.length <= longestName && hiddenName.test(text)

const isBracketed = /^[<[({«].*[>\])}»]$/
const noLetter = /^[^\p{L}\p{N}]+$/u
const word = /redacted|^(?:removed|masked|hidden|censored|anonymi[sz]ed|x{2,})$/i
const run = /\*{2}|#{3}|\bx{4,}\b|_{4}|\.{3}|[█■•…]/i

/**
 * Whether a person or a tool hid a value: `***`, `[REDACTED]`, `<tenant id>`, `xxxx`, `█████`. Two hidden values look
 * alike without being the same.
 */
export const isHidden = (value: string): boolean =>
  value !== '' && (isBracketed.test(value) || noLetter.test(value) || word.test(value) || run.test(value))
