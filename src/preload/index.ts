import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, channelOf, events, type RequestName, requests } from '../shared/ipc-contract.ts'

const calls = Object.fromEntries(
  Object.keys(requests).map((name) => {
    const channel = channelOf(name as RequestName)
    return [name, (input: unknown) => ipcRenderer.invoke(channel, input)]
  }),
)

const on: Bridge['on'] = (name, listener) => {
  if (!Object.hasOwn(events, name)) throw new Error(`Unknown event: ${String(name)}`)
  // The Electron event object stays on this side: it would hand the page `ipcRenderer`.
  const relay = (_event: unknown, payload: unknown) => listener(payload as never)
  ipcRenderer.on(channelOf(name), relay)
  return () => {
    ipcRenderer.off(channelOf(name), relay)
  }
}

contextBridge.exposeInMainWorld('bridge', { ...calls, on })
