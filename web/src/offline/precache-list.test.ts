import { expect, test } from 'vitest'
import { listForDesks, listPrecached } from './precache-list.ts'
import type { Manifest } from './precache-list.ts'

const manifest: Manifest = {
  'index.html': {
    file: 'assets/index-1.js',
    css: ['assets/index-2.css'],
    assets: ['assets/hanken-latin-wght-3.woff2', 'assets/hanken-latin-ext-4.woff2', 'assets/hanken-vietnamese-5.woff2'],
    imports: ['_words.js'],
  },
  '_words.js': { file: 'assets/words-6.js', imports: ['index.html'] },
  'src/event-page/EventPage.tsx': { file: 'assets/EventPage-7.js', imports: ['index.html', '_words.js'] },
  'src/mine/MinePage.tsx': { file: 'assets/MinePage-8.js', css: ['assets/mine-9.css'] },
  'src/mine/MyRegistrationPage.tsx': { file: 'assets/MyRegistrationPage-10.js' },
  'src/notifications/MyInboxPage.tsx': { file: 'assets/MyInboxPage-12.js' },
  'src/approvals/ApprovalsPage.tsx': { file: 'assets/ApprovalsPage-11.js' },
}
const withDesk: Manifest = {
  ...manifest,
  'desk.html': { file: 'assets/desk-20.js', css: ['assets/desk-21.css'], imports: ['_words.js'] },
  'src/desk/decoder.ts': { file: 'assets/decoder-22.js', assets: ['assets/zxing_reader-23.wasm'] },
}
const read = (path: string) => Buffer.from(`what is in ${path}`)
const urlsOf = (list: ReturnType<typeof listPrecached>) => list.map(({ url }) => url.replace('/app/', ''))

test('the phone pages are kept whole, each file once, and no page of an organiser', () => {
  const urls = urlsOf(listPrecached(manifest, read))
  expect(urls.filter((url) => /\.(js|css)$/.test(url)).sort()).toEqual([
    'assets/EventPage-7.js',
    'assets/MinePage-8.js',
    'assets/MyInboxPage-12.js',
    'assets/MyRegistrationPage-10.js',
    'assets/index-1.js',
    'assets/index-2.css',
    'assets/mine-9.css',
    'assets/words-6.js',
    'color-scheme.js',
  ])
})

test('of the typeface only the Latin letters are kept', () => {
  const urls = urlsOf(listPrecached(manifest, read))
  expect(urls.filter((url) => url.endsWith('.woff2'))).toEqual([
    'assets/hanken-latin-wght-3.woff2',
    'assets/hanken-latin-ext-4.woff2',
  ])
})

test('a file without a hash in its name is fetched again once it says something else', () => {
  const revisionOf = (list: ReturnType<typeof listPrecached>, name: string) =>
    list.find(({ url }) => url === `/app/${name}`)?.revision
  const before = listPrecached(manifest, read)
  const after = listPrecached(manifest, (path) =>
    Buffer.from(path === 'index.html' ? 'another page' : `what is in ${path}`),
  )
  expect(revisionOf(before, 'index.html')).toMatch(/^[0-9a-f]{16}$/)
  expect(revisionOf(after, 'index.html')).not.toBe(revisionOf(before, 'index.html'))
  expect(revisionOf(after, 'color-scheme.js')).toBe(revisionOf(before, 'color-scheme.js'))
  expect(revisionOf(after, 'assets/index-1.js')).toBeNull()
})

test('a page that was renamed stops the build, rather than missing on a phone', () => {
  const { 'src/mine/MinePage.tsx': _renamed, ...without } = manifest
  expect(() => listPrecached(without, read)).toThrow('src/mine/MinePage.tsx')
})

test('the tablet of a desk keeps its page and what reads codes on top, and no other phone does', () => {
  expect(listForDesks(withDesk).sort()).toEqual([
    '/app/assets/decoder-22.js',
    '/app/assets/desk-20.js',
    '/app/assets/desk-21.css',
    '/app/assets/zxing_reader-23.wasm',
    '/app/desk.html',
  ])
  expect(listPrecached(withDesk, read)).toEqual(listPrecached(manifest, read))
})
