import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import './base.css'
import './ui/marks.css'
import { App } from './app.tsx'
import { bridge } from './bridge.ts'
import { createAppStore } from './store/store.ts'
import { themeMemory } from './store/theme-memory.ts'
import { StoreContext } from './store/use-app.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')

if (bridge === null) {
  root.textContent = 'This page only works inside PKU2U Doctor.'
} else {
  const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? ''
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })
  const store = createAppStore(bridge, themeMemory)
  void store.getState().greet()
  createRoot(root).render(
    <RendererProvider renderer={renderer}>
      <StoreContext value={store}>
        <App />
      </StoreContext>
    </RendererProvider>,
  )
}
