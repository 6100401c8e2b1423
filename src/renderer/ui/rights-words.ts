/** Whether Windows shows its question depends on its settings, so this is all that can be said before. */
export const asksWords = 'Windows may ask for an administrator.'
