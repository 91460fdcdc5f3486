import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server hands out what is built here, under /app/. In development, pages come from Vite and data from the server.
export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', manifest: true, sourcemap: false, modulePreload: { polyfill: false } },
  server: { proxy: { '^/(events|me|auth|users|api-keys|tenant|audit|openapi|docs|problems)(/|$)': 'http://localhost:3000' } },
})
