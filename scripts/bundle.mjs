import { join } from 'node:path'
import { build as buildApp } from 'electron-vite'
import { build } from 'vite'
import { root } from './modern-node.mjs'

/** Bundles everything into one folder: main, preload, renderer, and what `npm start` uses without Electron. */
const [outDir] = process.argv.slice(2)
if (outDir === undefined) throw new Error('Usage: bundle.mjs FOLDER')
process.chdir(root)

process.on('uncaughtException', ({ message }) => {
  console.error(message)
  process.exit(1)
})
const logLevel = 'warn'
await buildApp({ logLevel, build: { outDir } })

const loopback = (options) => ({
  configFile: false,
  logLevel,
  publicDir: false,
  build: { outDir: join(outDir, 'loopback'), emptyOutDir: false, reportCompressedSize: false, ...options },
})
await build({
  ...loopback({
    ssr: true,
    target: 'node22.18',
    rolldownOptions: {
      input: { server: join(root, 'src', 'loopback', 'main.ts') },
      external: ['native-reg'],
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  }),
  ssr: { noExternal: true },
})
await build(
  loopback({
    modulePreload: false,
    rolldownOptions: {
      input: { bridge: join(root, 'src', 'loopback', 'bridge.ts') },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  }),
)
