/** Said when the program runs as `name`, who is not the person signed in here. */
export const somebodyElseWords = (name: string): string =>
  `PKU2U Doctor runs as ${name}, who is not the person signed in here. Changes to this PC still work, but accounts and sign-in are read for ${name}.`
