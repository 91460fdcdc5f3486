import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server hands out what is built here, under /app/. In development, pages come from Vite and everything else from
// a server that runs already.
const api = process.env.ALLOT_API ?? 'http://localhost:3000'
const apiPaths = '^/(events|me|auth|users|api-keys|tenant|audit|openapi.json|docs|problems)(/|\\?|$)'

export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/app/' : '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { [apiPaths]: { target: api, changeOrigin: false } } },
}))
