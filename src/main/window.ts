import { BrowserWindow, nativeTheme } from 'electron'
import { webPreferences } from './security/web-preferences.ts'

interface Options {
  readonly preload: string
  readonly developerTools: boolean
}

const smallest = { width: 1040, height: 720 } as const

/** The one window. It is shown when it has something to show, so it never flashes white. */
export const createWindow = ({ preload, developerTools }: Options): BrowserWindow => {
  const window = new BrowserWindow({
    ...smallest,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'PKU2U Doctor',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
    autoHideMenuBar: true,
    show: false,
    webPreferences: { ...webPreferences, preload, devTools: developerTools },
  })
  window.once('ready-to-show', () => window.show())
  return window
}
