import {
  type Theme as FluentTheme,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useApp } from '../store/use-app.ts'

/** Windows' own fonts first; the rest stands in where this runs on something else. */
const fonts: Partial<FluentTheme> = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', Selawik, 'Open Sans', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace",
}

const looks = {
  light: { ...webLightTheme, ...fonts },
  dark: { ...webDarkTheme, ...fonts },
  contrast: { ...teamsHighContrastTheme, ...fonts },
} as const

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )

/** A contrast theme of Windows wins over everything; else what was chosen here, else what Windows uses. */
export const useLook = (): { readonly theme: FluentTheme; readonly name: keyof typeof looks } => {
  const chosen = useApp(({ theme }) => theme)
  const isContrast = useMedia('(forced-colors: active)')
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const name = isContrast ? 'contrast' : chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen
  return { theme: looks[name], name }
}
