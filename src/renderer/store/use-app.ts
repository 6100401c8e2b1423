import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { AppState, AppStore } from './store.ts'

export const StoreContext = createContext<AppStore | null>(null)

export const useApp = <T>(select: (state: AppState) => T): T => {
  const store = use(StoreContext)
  if (store === null) throw new Error('useApp is used outside of StoreContext')
  return useStore(store, select)
}
