import { Menu } from 'electron'

/** Hidden until Alt is pressed; it is there for its keys: zoom, copy and paste, full screen. No reload, no tools. */
export const setMenu = (developerTools: boolean): void => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
          ...(developerTools ? [{ role: 'toggleDevTools' } as const] : []),
        ],
      },
    ]),
  )
}
