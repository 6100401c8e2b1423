import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const src = join(import.meta.dirname, 'src')

/** Three builds. Only native-reg stays outside: it brings a compiled part that cannot be bundled. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { include: ['native-reg'] },
      rolldownOptions: {
        input: { index: join(src, 'main', 'index.ts') },
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but itself, and no ES modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(src, 'preload', 'index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: join(src, 'renderer'),
    plugins: [react()],
    build: {
      minify: true,
      cssMinify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: join(src, 'renderer', 'index.html') } },
    },
  },
})
