/** Said when the program runs as `name`, who is not the person signed in here. */
export const somebodyElseWords = (name: string): string =>
  `PKU2U Doctor runs as ${name}, who is not the person signed in here. Changes to this PC still work; what belongs to a person is that of ${name}.`
