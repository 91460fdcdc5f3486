import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageRoutes } from './pages.ts'
import { createHttp } from './platform/http.ts'
import type { App } from './platform/http.ts'
import { createLog } from './platform/log.ts'

let folder = ''
let app: App

beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'allot-pages-'))}/`
  const files = {
    'index.html': '<title>Allot</title>',
    'desk.html': '<title>Desk</title>',
    'service-worker.js': 'void 0',
    'manifest.webmanifest': '{}',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(folder + name, content)
  const nothing = async () => {}
  app = await createHttp({
    log: createLog('silent'),
    authenticate: async () => undefined,
    anonymousThrottle: { take: nothing, check: nothing, giveBack: nothing, reset: nothing },
    takeKeyLimit: nothing,
    publicUrl: 'https://allot.example.org',
    trustedProxies: undefined,
  })
  await pageRoutes(app, folder)
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

test('the service worker stands at the root, and a browser asks for it anew each time', async () => {
  const reply = await app.inject('/service-worker.js')
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toMatch(/^(text|application)\/javascript/)
  expect(reply.headers['cache-control']).toBe('no-cache')
})

test('what a phone keeps as the page of every address carries the headers that guard a browser', async () => {
  const reply = await app.inject('/app/index.html')
  expect(reply.body).toContain('<title>Allot</title>')
  expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
  expect(reply.headers['x-frame-options']).toBe('DENY')
})

test('the page of a desk alone may run the WebAssembly that reads codes, kept by a tablet or not', async () => {
  for (const url of ['/desk', '/app/desk.html']) {
    const reply = await app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml' } })
    expect(reply.body).toContain('<title>Desk</title>')
    expect(reply.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(reply.headers['content-security-policy']).toContain("default-src 'self'")
  }
  for (const url of ['/', '/app/events', '/app/index.html', '/mine']) {
    const reply = await app.inject({ url, headers: { accept: 'text/html' } })
    expect(reply.headers['content-security-policy']).not.toContain('wasm')
  }
})

test('at the address of a desk, a program gets the API and not the page', async () => {
  const reply = await app.inject({ url: '/desk', headers: { accept: 'application/json' } })
  expect(reply.body).not.toContain('<title>')
})

test('the app can be installed: its manifest goes out as one', async () => {
  const reply = await app.inject('/app/manifest.webmanifest')
  expect(reply.headers['content-type']).toContain('application/manifest+json')
})
