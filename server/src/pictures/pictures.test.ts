import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp, givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import type { Json, Reply } from '../testing/reply.ts'
import { folderStore, s3Store } from './stores.ts'
import { createTurns } from './turns.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala
let path: string
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant)
  path = pathOf(gala)
})

const pathOf = ({ path: event, options }: Gala) => `${event}/options/${options.Mug}/picture`
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 100 } } })
const png = () => canvas(40, 20).png().toBuffer()
const jpeg = () =>
  canvas(2000, 1000)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .toBuffer()
const look = ({ bytes }: Reply) => sharp(bytes).metadata()
const put = (bytes: Buffer, type = 'image/png', alt = 'A blue mug', to = path) =>
  tenant.organizer.put(`${to}?alt=${encodeURIComponent(alt)}`, bytes, { 'content-type': type })

describe('a picture', () => {
  test('is made anew as WebP, small enough, without what a camera wrote; the option says where it is', async () => {
    const set = await put(await jpeg(), 'image/jpeg', 'Een blauwe mok — ☕')
    expect(set).toMatchObject({
      status: 200,
      body: { picture: { alt: 'Een blauwe mok — ☕', width: 1600, height: 800 } },
    })
    const { url, thumb_url: thumb } = set.body.picture as Json

    const full = await tenant.member.get(String(url))
    expect(full.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'content-disposition': 'inline; filename="picture.webp"',
    })
    const shown = await look(full)
    expect(shown).toMatchObject({ format: 'webp', width: 1600, height: 800 })
    expect(shown.exif).toBeUndefined()
    expect(full.text.includes('secret place')).toBe(false)
    const small = await tenant.desk.get(String(thumb))
    expect(await look(small)).toMatchObject({ width: 320, height: 160 })

    const again = await tenant.member.get(String(url), { 'if-none-match': String(full.headers.etag) })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect((await tenant.member.get(path)).headers['cache-control']).toBe('private, no-cache')
    const { body: event } = await tenant.member.get(gala.path)
    expect(event.options).toMatchObject([{ picture: { alt: 'Een blauwe mok — ☕', thumb_url: thumb } }])
  })

  test('that was taken on its side stands upright', async () => {
    const turned = await canvas(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect((await put(turned, 'image/jpeg')).body.picture).toMatchObject({ width: 20, height: 40 })
  })

  test('is replaced by the next, and taken away; both stand in the trail', async () => {
    const first = (await put(await png())).body.picture as Json
    const second = (await put(await canvas(30, 30).webp().toBuffer(), 'image/webp')).body.picture as Json
    expect(String(second.url)).not.toBe(String(first.url))
    // An old address still leads to what there is now, and may be kept no longer.
    expect((await tenant.member.get(String(first.url))).headers['cache-control']).toBe('private, no-cache')
    expect((await tenant.organizer.delete(path)).status).toBe(204)
    expect((await tenant.organizer.delete(path)).status).toBe(204)
    expect(await tenant.member.get(String(second.url))).toMatchObject({
      status: 404,
      body: { code: 'PICTURE_NOT_FOUND' },
    })
    const { body: trail } = await tenant.auditor.get(`${gala.path}/audit?limit=2`)
    expect(trail).toMatchObject([
      { action: 'option.updated', detail: { after: { picture: null } } },
      { action: 'option.updated', detail: { before: { picture: { alt: 'A blue mug' } } } },
    ])
  })

  test('under one key is set once', async () => {
    const key = { 'idempotency-key': 'a-picture-once', 'content-type': 'image/png' }
    const bytes = await png()
    const first = await tenant.organizer.put(`${path}?alt=Mug`, bytes, key)
    const again = await tenant.organizer.put(`${path}?alt=Mug`, bytes, key)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const other = await tenant.organizer.put(`${path}?alt=Mug`, await canvas(9, 9).png().toBuffer(), key)
    expect(other).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } })
  })

  test('of a draft is for who may see the draft', async () => {
    const draft = await givenGala(tenant)
    await put(await png(), 'image/png', 'Mug', pathOf(draft))
    await tenant.organizer.put(draft.path, { published: false })
    expect((await tenant.organizer.get(pathOf(draft))).status).toBe(200)
    expect(await tenant.member.get(pathOf(draft))).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
  })
})

describe('what is no picture is refused in words', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

  test.each([
    ['no bytes', () => Buffer.alloc(0), 'image/png', 422, /empty/],
    ['SVG', () => svg, 'image/svg+xml', 415, /image\/jpeg/],
    ['SVG that says it is a PNG', () => svg, 'image/png', 422, /no PNG/],
    ['GIF', () => gif, 'image/gif', 415, /image\/jpeg/],
    ['GIF that says it is a JPEG', () => gif, 'image/jpeg', 422, /no JPEG/],
    ['a PNG that says it is a WebP', png, 'image/webp', 422, /no WebP/],
    ['a form', png, 'multipart/form-data; boundary=x', 415, /Content-Type/],
    ['JSON', () => Buffer.from('{}'), 'application/json', 415, /Content-Type/],
    ['half a JPEG', async () => (await jpeg()).subarray(0, 2_000), 'image/jpeg', 422, /cut off/],
    ['half a PNG', async () => (await canvas(900, 900).png().toBuffer()).subarray(0, 900), 'image/png', 422, /cut off/],
    [
      'the first bytes of a JPEG and a page',
      () => Buffer.from('\xff\xd8\xff<html><script>', 'latin1'),
      'image/jpeg',
      422,
      /damaged/,
    ],
    ['a small file of very many pixels', () => bomb(60_000, 60_000), 'image/png', 422, /million pixels|damaged/],
    ['more than 5 MB', () => Buffer.alloc(5_000_001), 'image/png', 413, /5 MB/],
  ])('%s', async (_, make, type, status, words) => {
    const reply = await put(await make(), type)
    expect({ status: reply.status, detail: reply.body.detail }).toEqual({
      status,
      detail: expect.stringMatching(words),
    })
  })

  test('what stands behind a picture is not in what is handed out', async () => {
    const reply = await put(Buffer.concat([await png(), Buffer.from('<script>alert(1)</script>')]))
    expect(reply.status).toBe(200)
    expect((await tenant.member.get(path)).text).not.toContain('script')
  })

  test('without words for who does not see it there is none', async () => {
    const bytes = await png()
    for (const query of ['', '?alt=', '?alt=%20', `?alt=${'x'.repeat(301)}`]) {
      const reply = await tenant.organizer.put(`${path}${query}`, bytes)
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'query.alt' }] } })
    }
  })
})

test('two work at once, some wait, and whoever comes then is told to come again', async () => {
  const turns = createTurns(2, 1)
  const ends: (() => void)[] = []
  let most = 0
  let now = 0
  const work = () =>
    new Promise<void>((resolve) => {
      most = Math.max(most, (now += 1))
      ends.push(() => {
        now -= 1
        resolve()
      })
    })
  const all = [turns.take(work), turns.take(work), turns.take(work)]
  await expect(turns.take(work)).rejects.toMatchObject({ code: 'BUSY' })
  for (let done = 0; done < 3; done += 1) {
    ends.shift()?.()
    await all[done]
  }
  expect(most).toBe(2)
})

describe('kept outside of the database', () => {
  test('in a folder: what nothing shows any more is not kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'allot-pictures-'))
    const other = await openApp(server.database, { pictures: folderStore(folder) })
    try {
      const own = await givenGala(tenant)
      const organizer = other.as(tenant.organizer.key)
      const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.webp'))
      await organizer.put(`${pathOf(own)}?alt=Mug`, await png())
      const before = await files()
      expect(before).toHaveLength(2)
      await organizer.put(`${pathOf(own)}?alt=Mug`, await canvas(9, 9).png().toBuffer())
      // It is answered before what is old is thrown away.
      await expect.poll(files).toHaveLength(2)
      expect(await files()).not.toEqual(before)
      expect(await look(await organizer.get(pathOf(own)))).toMatchObject({ width: 9 })
      // A server that keeps them elsewhere has nothing to show.
      expect((await tenant.member.get(pathOf(own))).status).toBe(404)
      // One that is refused leaves nothing behind.
      await organizer.put(`${pathOf(own)}?alt=Mug`, await png(), { 'idempotency-key': 'once' })
      await organizer.put(`${pathOf(own)}?alt=Other`, await png(), { 'idempotency-key': 'once' })
      await expect.poll(files).toHaveLength(2)
      await organizer.delete(pathOf(own))
      await expect.poll(files).toEqual([])
    } finally {
      await other.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('in a store that speaks S3, with signed requests', async () => {
    const store = await givenS3()
    const settings = { endpoint: store.address, region: 'eu-west-1', bucket: 'pictures', prefix: 'allot/' }
    const keys = { accessKey: 'AKALLOT', secretKey: store.secret }
    const other = await openApp(server.database, { pictures: s3Store({ ...settings, ...keys }) })
    const wrong = await openApp(server.database, { pictures: s3Store({ ...settings, ...keys, secretKey: 'wrong' }) })
    try {
      const own = await givenGala(tenant)
      const organizer = other.as(tenant.organizer.key)
      expect((await organizer.put(`${pathOf(own)}?alt=Mug`, await png())).status).toBe(200)
      expect([...store.objects.keys()].every((name) => name.startsWith('/pictures/allot/'))).toBe(true)
      expect(await look(await organizer.get(pathOf(own)))).toMatchObject({ width: 40 })
      const refused = await wrong.as(tenant.organizer.key).put(`${pathOf(own)}?alt=Mug`, await png())
      expect(refused).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } })
      expect((await organizer.delete(pathOf(own))).status).toBe(204)
      await expect.poll(() => store.objects.size).toBe(0)
    } finally {
      await other.close()
      await wrong.close()
      await store.close()
    }
  })
})

/** A PNG whose head promises any size. */
function bomb(width: number, height: number): Buffer {
  const crc = (bytes: Buffer) => {
    let sum = 0xffffffff
    for (const byte of bytes) {
      sum ^= byte
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1))
    }
    return (sum ^ 0xffffffff) >>> 0
  }
  const chunk = (name: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), content])
    const out = Buffer.alloc(8 + named.length)
    out.writeUInt32BE(content.length)
    named.copy(out, 4)
    out.writeUInt32BE(crc(named), 4 + named.length)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc(1_000_000))
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

/** A store that speaks just enough S3, and checks each signature by working it out anew. */
async function givenS3() {
  const secret = 'a secret of the store'
  const objects = new Map<string, Buffer>()
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const isSigned = ({ method, url = '', headers }: IncomingMessage) => {
    const said = /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
      headers.authorization ?? '',
    )
    if (!said) return false
    const [, day = '', region = '', names = '', signature] = said
    const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
    const canonical = [method, url, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n')
    const scope = `${day}/${region}/s3/aws4_request`
    const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n')
    const key = mac(mac(mac(mac(`AWS4${secret}`, day), region), 's3'), 'aws4_request')
    return mac(key, toSign).toString('hex') === signature
  }
  const http = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method, url = '' } = request
      if (!isSigned(request)) return response.writeHead(403).end()
      if (method === 'PUT') objects.set(url, Buffer.concat(parts))
      if (method === 'DELETE') objects.delete(url)
      const found = objects.get(url)
      if (method === 'GET' && !found) return response.writeHead(404).end()
      return response.writeHead(200).end(method === 'GET' ? found : undefined)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      http.closeAllConnections()
      http.close(() => resolve())
    })
  afterAll(close)
  return { address: `http://127.0.0.1:${port}`, secret, objects, close }
}
