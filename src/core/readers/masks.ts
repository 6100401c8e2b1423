const hiddenName = /^(?:[<[({«][^\\<>[\](){}«»]{1,60}[>\])}»]|[\p{L}\p{N}._$*#█■•…?-])+$/u
const longestName = 255

/** A name of which all or some was hidden: `***.contoso.com`, `<dc>`. */
export const mayBeHiddenName = (text: string): boolean => text.length <= longestName && hiddenName.test(text)
