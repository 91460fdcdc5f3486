import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

// The server hands out what is built here, under /app/. In development, pages come from Vite and everything else from
// a server that runs already.
const api = process.env.ALLOT_API ?? 'http://localhost:3000'
const apiPaths = '^/(events|me|auth|users|api-keys|tenant|audit|openapi.json|docs|problems)(/|\\?|$)'

/** The letters come with the page, so that nothing moves when they would have come later. */
const fontFirst: Plugin = {
  name: 'font-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const file = Object.keys(bundle ?? {}).find((name) => /latin-wght-normal-[^/]+\.woff2$/.test(name))
      if (file === undefined) return []
      const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/app/${file}` }
      return [{ tag: 'link', attrs, injectTo: 'head' }]
    },
  },
}

export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/app/' : '/',
  plugins: [react(), fontFirst],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'desk.html'] },
  },
  server: { proxy: { [apiPaths]: { target: api, changeOrigin: false } } },
}))
