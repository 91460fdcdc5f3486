import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { paths } from '../paths.ts'
import type { PrecacheEntry } from './precache-list.ts'
import { keepDesk } from './register.ts'

/**
 * Opens the pages for a phone where there is no network. It keeps the app, never what the API answers: what somebody
 * asked for is kept by the page itself (session/keep.ts), and goes when they sign out.
 */

/** Written in by the build. */
declare const precached: PrecacheEntry[]
declare const deskFiles: string[]
type Ongoing = { waitUntil: (work: Promise<unknown>) => void }
declare const self: {
  skipWaiting: () => Promise<void>
  addEventListener: (name: string, listener: (event: Ongoing & { data?: unknown }) => void) => void
}

/** A network that says nothing for so long is none, in milliseconds: at an entrance it hangs more often than it fails. */
const PATIENCE_MS = 4_000
const phonePages = [new RegExp(`^${paths.mine}(?:[/?]|$)`), new RegExp(`^${paths.eventPage('')}`)]

// Only what is asked for by its own name is answered from what is kept: no page is, but for the route below.
precacheAndRoute(precached, { directoryIndex: '', cleanURLs: false })
const keptPage = createHandlerBoundToURL('/app/index.html')

// A page comes from the server whenever there is one, so that a new version and its headers arrive.
registerRoute(
  new NavigationRoute(
    async (options) => {
      const fresh = await Promise.race([fetch(options.request).catch(() => undefined), after(PATIENCE_MS)])
      return fresh !== undefined && fresh.status < 500 ? fresh : keptPage(options)
    },
    { allowlist: phonePages },
  ),
)

// The page of a desk is kept where there is one: whoever only asks for something does not fetch what reads codes.
const deskCache = 'allot-desk'
self.addEventListener('message', (event) => {
  if (event.data === keepDesk) event.waitUntil(keepDeskFiles())
})
self.addEventListener('install', (event) => {
  event.waitUntil(caches.has(deskCache).then((isDesk) => (isDesk ? keepDeskFiles() : undefined)))
})
registerRoute(
  ({ url }) => deskFiles.includes(url.pathname),
  async ({ request }) => (await (await caches.open(deskCache)).match(request.url)) ?? fetch(request),
)
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      const fresh = await Promise.race([fetch(request).catch(() => undefined), after(PATIENCE_MS)])
      if (fresh !== undefined && fresh.status < 500) return fresh
      return (await caches.match('/app/desk.html')) ?? Response.error()
    },
    { allowlist: [new RegExp(`^${paths.desk}/?(?:\\?|$)`)] },
  ),
)

/** Fetches what is missing, and the page itself anew: its name stays the same. What belongs to an older version goes. */
async function keepDeskFiles(): Promise<void> {
  const cache = await caches.open(deskCache)
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(deskFiles.filter((file) => file.endsWith('.html') || !kept.has(file)))
  await Promise.all([...kept].filter((file) => !deskFiles.includes(file)).map((file) => cache.delete(file)))
}

// A new version takes the place of the old one at once. No page is loaded again for it: what one has open goes on.
void self.skipWaiting()

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined))
}
