import type { StateCreator } from 'zustand'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Where the chosen theme is kept between two starts. */
export interface ThemeMemory {
  readonly load: () => string | null
  readonly save: (theme: Theme) => void
}

export interface SettingsSlice {
  readonly theme: Theme
  readonly chooseTheme: (theme: Theme) => void
}

export const createSettingsSlice =
  (memory: ThemeMemory): StateCreator<SettingsSlice> =>
  (set) => {
    const saved = memory.load()
    return {
      theme: themes.find((theme) => theme === saved) ?? 'system',
      chooseTheme: (theme) => {
        memory.save(theme)
        set({ theme })
      },
    }
  }
