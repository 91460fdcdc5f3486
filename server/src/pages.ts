import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { App } from './platform/http.ts'
import { anybody } from './platform/roles.ts'

/** Where the web app is once it is built. */
export const builtPages = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Addresses of people: all of them are one page, which finds out by itself what to show. */
const pages = ['/', '/sign-in', '/offer', '/mine', '/mine/*', '/e/*', '/app', '/app/*']

/**
 * Hands out the web app, which is a client of the API like any other. Where it has not been built, or is not wanted,
 * `/` leads to the API reference and there are no pages.
 *
 * @param folder where the built app is; undefined for none
 */
export async function pageRoutes(app: App, folder: string | undefined): Promise<void> {
  const page = { config: { ...anybody, isProbe: true }, schema: { hide: true } }
  if (folder === undefined || !(await isThere(`${folder}index.html`))) {
    app.get('/', page, (_request, reply) => reply.redirect('/docs/'))
    return
  }
  await app.register(files, { root: folder, serve: false, preCompressed: true })
  await deskPage(app)
  // It stands at the root, because a service worker is only ever asked about addresses below its own.
  app.get('/service-worker.js', page, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('service-worker.js', { cacheControl: false }),
  )
  for (const path of pages) {
    app.get(path, page, async (request, reply) => {
      const asset = /^\/app\/((?:assets\/)?[\w.-]+\.\w+)$/.exec(request.url.split('?', 1)[0] ?? '')?.[1]
      if (asset === undefined)
        return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
      // What is built carries a hash of itself in its name, and never changes under it.
      const isHashed = asset.startsWith('assets/')
      return reply
        .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
        .sendFile(asset, { cacheControl: false })
    })
  }
}

/**
 * The page of a desk has an address that the API has as well, as the link on an enrolment code: whoever asks for a page
 * gets the page. It alone may run WebAssembly, which reads the codes a camera sees.
 */
async function deskPage(app: App): Promise<void> {
  const page = { config: { ...anybody, isProbe: true }, schema: { hide: true } }
  app.addConstraintStrategy({
    name: 'page',
    storage: () => {
      const handlers = new Map<unknown, unknown>()
      return {
        get: (key: unknown) => (handlers.get(key) as never) ?? null,
        set: (key: unknown, handler: unknown) => void handlers.set(key, handler),
      }
    },
    deriveConstraint: ({ headers: { accept } }) => (accept?.includes('text/html') ? 'page' : undefined),
  })
  const send = async (reply: FastifyReply) => {
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    return reply
      .header('content-security-policy', policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"))
      .header('cache-control', 'no-cache')
      .header('vary', 'accept')
      .sendFile('desk.html', { cacheControl: false })
  }
  app.get('/desk', { ...page, constraints: { page: 'page' } }, (_request, reply) => send(reply))
  // What a tablet keeps, under a name of its own.
  app.get('/app/desk.html', page, (_request, reply) => send(reply))
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
