import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { listForDesks, listPrecached } from './src/offline/precache-list.ts'
import type { Manifest } from './src/offline/precache-list.ts'

// The service worker is built after the app: what it keeps are the app's own files, under the names they got.
const read = (path: string) => readFileSync(new URL(`dist/${path}`, import.meta.url))
const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Manifest

export default defineConfig({
  define: {
    precached: JSON.stringify(listPrecached(manifest, read)),
    deskFiles: JSON.stringify(listForDesks(manifest)),
    'process.env.NODE_ENV': '"production"',
  },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'src/offline/service-worker.ts',
      output: { format: 'iife', entryFileNames: 'service-worker.js' },
    },
  },
})
