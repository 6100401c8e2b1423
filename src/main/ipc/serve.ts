import { ipcMain } from 'electron'
import { channelOf, type RequestName, requests } from '../../shared/ipc-contract.ts'
import type { Dispatch } from './dispatch.ts'

/** The only file that imports `ipcMain`. Every request of the contract is handed to `dispatch`, and nothing else. */
export const serve = (dispatch: Dispatch): void => {
  for (const name of Object.keys(requests) as RequestName[])
    ipcMain.handle(channelOf(name), (event, raw: unknown) => dispatch(name, event.senderFrame, raw))
}
