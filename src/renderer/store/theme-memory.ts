import type { ThemeMemory } from './settings-slice.ts'

const key = 'theme'

/** A theme is a comfort: where the page may not store anything, it is simply not remembered. */
export const themeMemory: ThemeMemory = {
  load: () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  save: (theme) => {
    try {
      localStorage.setItem(key, theme)
    } catch {}
  },
}
