import type { StateCreator } from 'zustand'
import type { BundlePreview, BundleProgress, ShownBundle } from '../../shared/bundle-preview.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault, Result } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { ChecksSlice, RunRequest } from './checks-slice.ts'

/** What the person wants in the bundle. */
export interface BundleChoice {
  /** Empty: a random key is made. */
  readonly caseKey: string
  readonly withSignIns: boolean
  readonly withRawLogs: boolean
}

/** Where the bundle of this case stands. `request`: the machine and the case it belongs to. */
export type BundleWork =
  | { readonly phase: 'none' }
  | { readonly phase: 'preparing'; readonly request: RunRequest; readonly progress: BundleProgress | null }
  | { readonly phase: 'ready'; readonly request: RunRequest; readonly preview: BundlePreview }
  | {
      readonly phase: 'saving'
      readonly request: RunRequest
      readonly preview: BundlePreview
      readonly progress: BundleProgress | null
    }
  | {
      readonly phase: 'saved'
      readonly request: RunRequest
      readonly preview: BundlePreview
      readonly bundle: ShownBundle
    }

export interface BundleSlice {
  readonly bundle: BundleWork
  readonly bundleChoice: BundleChoice
  readonly bundleFault: Fault | null
  readonly chooseForBundle: (choice: Partial<BundleChoice>) => void
  readonly previewBundle: () => Promise<void>
  readonly saveBundle: () => Promise<void>
  readonly cancelBundle: () => Promise<void>
  readonly showBundle: () => Promise<void>
}

export const createBundleSlice =
  (bridge: Bridge): StateCreator<BundleSlice & ChecksSlice, [], [], BundleSlice> =>
  (set, get) => {
    const followed = async <T>(reply: () => Promise<Result<T>>): Promise<Result<T>> => {
      const stop = bridge.on('bundleProgress', (progress) =>
        set(({ bundle }) =>
          bundle.phase === 'preparing' || bundle.phase === 'saving' ? { bundle: { ...bundle, progress } } : {},
        ),
      )
      return ask(reply).finally(stop)
    }
    return {
      bundle: { phase: 'none' },
      bundleChoice: { caseKey: '', withSignIns: false, withRawLogs: false },
      bundleFault: null,
      // What was previewed no longer fits what is wanted.
      chooseForBundle: (choice) =>
        set(({ bundle, bundleChoice }) => ({
          bundleChoice: { ...bundleChoice, ...choice },
          bundleFault: null,
          bundle: bundle.phase === 'ready' || bundle.phase === 'saved' ? { phase: 'none' } : bundle,
        })),
      previewBundle: async () => {
        const { run, bundle, bundleChoice } = get()
        if (run.phase !== 'done' || run.request === null) return
        if (bundle.phase === 'preparing' || bundle.phase === 'saving') return
        const { request } = run
        const { caseKey, ...wishes } = bundleChoice
        set({ bundle: { phase: 'preparing', request, progress: null }, bundleFault: null })
        const order = { ...request, ...wishes, caseKey: caseKey.trim() === '' ? null : caseKey.trim() }
        const reply = await followed(() => bridge.previewBundle(order))
        if (get().bundle.phase !== 'preparing') return
        if (reply.ok) set({ bundle: { phase: 'ready', request, preview: reply.value } })
        else set({ bundle: { phase: 'none' }, bundleFault: reply.fault.code === 'cancelled' ? null : reply.fault })
      },
      saveBundle: async () => {
        const { bundle } = get()
        if (bundle.phase !== 'ready' && bundle.phase !== 'saved') return
        const { request, preview } = bundle
        set({ bundle: { phase: 'saving', request, preview, progress: null }, bundleFault: null })
        const reply = await followed(() => bridge.saveBundle({ id: preview.id }))
        if (reply.ok && reply.value !== null) set({ bundle: { phase: 'saved', request, preview, bundle: reply.value } })
        else set({ bundle: { phase: 'ready', request, preview }, bundleFault: reply.ok ? null : reply.fault })
      },
      cancelBundle: async () => {
        await ask(() => bridge.cancelBundle(null))
      },
      showBundle: async () => {
        const reply = await ask(() => bridge.showBundle(null))
        if (!reply.ok) set({ bundleFault: reply.fault })
      },
    }
  }
