import { readFile } from 'node:fs/promises'
import { webhookEvents } from '@allot/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenEndpoint } from '../testing/webhooks.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const url = 'https://127.0.0.1:9/hooks/of-somebody?token=hunter2'
const events = ['registration.approved']
const given = (more: object = {}) => givenEndpoint(tenant, url, events, more)
const trail = async (of: unknown) =>
  (await tenant.auditor.get(`/audit?limit=100&subject_id=${String(of)}`)).body as unknown as Record<string, unknown>[]

describe('an endpoint', () => {
  test('is made with a secret that is shown this once, and sealed where it is kept', async () => {
    const made = await given({ description: 'Badge printer' })
    expect(made).toMatchObject({ url, events, event_ids: null, status: 'ACTIVE', description: 'Badge printer' })
    expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const secret = String(made.secret)
    const read = await tenant.owner.get(`/webhook-endpoints/${made.id}`)
    const listed = await tenant.owner.get('/webhook-endpoints')
    expect(read.body).toEqual({ ...made, secret: undefined })
    expect(`${read.text} ${listed.text}`).not.toContain(secret)
    const [row] = await asOwner<{ row: string }>(
      server.database,
      `select t::text || encode(secret, 'escape') as row from webhook_endpoints t where id = $1`,
      [made.id],
    )
    expect(row?.row).not.toContain(secret)
    expect(row?.row).not.toContain(secret.slice(6))
  })

  test('made twice under one key is one, and its secret is shown again', async () => {
    const body = { url, events }
    const key = { 'idempotency-key': 'endpoint-once' }
    const [first, again] = [
      await tenant.owner.post('/webhook-endpoints', body, key),
      await tenant.owner.post('/webhook-endpoints', body, key),
    ]
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
  })

  test.each([
    [{ url: 'http://8.8.8.8/' }, 'must begin with https://'],
    [{ url: 'https://10.0.0.1/' }, 'does not lead to a public address'],
    [{ url: 'https://169.254.169.254/' }, 'does not lead to a public address'],
    [{ url: 'https://user:hunter2@127.0.0.1/' }, 'must have no name or password in it'],
    [{ url: 'nonsense' }, 'must begin with https://'],
  ])('goes nowhere it may not: %j', async (wrong, message) => {
    const made = await given()
    const answers = [
      await tenant.owner.post('/webhook-endpoints', { events, ...wrong }),
      await tenant.owner.put(`/webhook-endpoints/${made.id}`, wrong),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'body.url', message }] } })
      expect(answer.text).not.toContain('hunter2')
    }
    expect((await tenant.owner.get(`/webhook-endpoints/${made.id}`)).body.url).toBe(url)
  })

  test.each([
    { url, events: [] },
    { url, events: ['registration.eaten'] },
    { url, events: ['*'] },
    { url, events: ['webhook.test'] },
    { url, events, event_ids: [] },
    { url, events, event_ids: ['x'] },
    { url, events, secret: 'whsec_mine' },
    { url, events, status: 'PAUSED' },
    { url: `https://127.0.0.1/${'x'.repeat(2_000)}`, events },
    { url, events, description: 'x'.repeat(501) },
  ])('is not made of %j', async (body) => {
    expect(await tenant.owner.post('/webhook-endpoints', body)).toMatchObject({ status: 422 })
  })

  test('listens to events of its tenant alone: one of another is answered like one that nobody has', async () => {
    const theirs = await givenGala(await givenTenant(server, 'Elsewhere'))
    const own = await givenGala(tenant)
    const ask = (event_ids: string[]) => tenant.owner.post('/webhook-endpoints', { url, events, event_ids })
    expect(await ask([own.eventId, own.eventId])).toMatchObject({ status: 201, body: { event_ids: [own.eventId] } })
    const nobodys = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
    const made = await given()
    for (const id of [theirs.eventId, nobodys]) {
      expect(await ask([own.eventId, id])).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
      const changed = await tenant.owner.put(`/webhook-endpoints/${made.id}`, { event_ids: [id] })
      expect(changed).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
    }
  })

  test('changes the fields sent; nothing different is no change', async () => {
    const made = await given()
    const path = `/webhook-endpoints/${made.id}`
    const changed = await tenant.owner.put(path, { events: ['event.updated', 'event.updated'], description: 'New' })
    expect(changed.body).toMatchObject({ url, events: ['event.updated'], description: 'New' })
    const again = await tenant.owner.put(path, { description: 'New' })
    expect(again.body).toEqual(changed.body)
    expect((await trail(made.id)).map(({ action }) => action)).toEqual([
      'webhook_endpoint.updated',
      'webhook_endpoint.created',
    ])
  })

  test('every step stands in the trail, with its host and nothing else of its address, and never a secret', async () => {
    const made = await given()
    const path = `/webhook-endpoints/${made.id}`
    await tenant.owner.put(path, { url: 'https://127.0.0.1:10/other?token=hunter3' })
    const { body: rotated } = await tenant.owner.post(`${path}/rotate-secret`, {})
    await tenant.owner.post(`${path}/pause`)
    await tenant.owner.post(`${path}/resume`)
    await tenant.owner.post(`${path}/test`)
    await tenant.owner.delete(path)
    const entries = await trail(made.id)
    expect(entries.map(({ action, from_status, to_status }) => [action, from_status, to_status])).toEqual([
      ['webhook_endpoint.archived', 'ACTIVE', 'ARCHIVED'],
      ['webhook_endpoint.tested', null, null],
      ['webhook_endpoint.resumed', 'PAUSED', 'ACTIVE'],
      ['webhook_endpoint.paused', 'ACTIVE', 'PAUSED'],
      ['webhook_endpoint.secret_rotated', 'ACTIVE', 'ACTIVE'],
      ['webhook_endpoint.updated', 'ACTIVE', 'ACTIVE'],
      ['webhook_endpoint.created', null, 'ACTIVE'],
    ])
    const text = JSON.stringify(entries)
    expect(text).toContain('127.0.0.1:10')
    for (const secret of ['hunter2', 'hunter3', 'whsec_', String(rotated.secret).slice(6)]) {
      expect(text).not.toContain(secret)
    }
  })

  test('archived, it stays to be read and takes nothing more; archived twice is archived once', async () => {
    const made = await given()
    const path = `/webhook-endpoints/${made.id}`
    expect([(await tenant.owner.delete(path)).status, (await tenant.owner.delete(path)).status]).toEqual([204, 204])
    expect((await tenant.owner.get(path)).body).toMatchObject({ status: 'ARCHIVED' })
    const listed = await tenant.owner.get('/webhook-endpoints?limit=100')
    expect(listed.text).not.toContain(String(made.id))
    const refused = [
      await tenant.owner.put(path, { description: 'x' }),
      await tenant.owner.post(`${path}/rotate-secret`, {}),
      await tenant.owner.post(`${path}/pause`),
      await tenant.owner.post(`${path}/resume`),
      await tenant.owner.post(`${path}/test`),
    ]
    for (const answer of refused) expect(answer).toMatchObject({ status: 409, body: { code: 'WEBHOOK_ARCHIVED' } })
  })

  test('of fifty there is no more, and archiving one makes room', async () => {
    const busy = await givenTenant(server, 'Busy')
    const made = []
    for (let index = 0; index < 50; index += 1) made.push(await givenEndpoint(busy, url, events))
    const ask = () => busy.owner.post('/webhook-endpoints', { url, events })
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'TOO_MANY' } })
    const page = await busy.owner.get('/webhook-endpoints?limit=20')
    expect(page.headers).toMatchObject({ 'x-total-count': '50' })
    const next = await busy.owner.get(`/webhook-endpoints?limit=100&cursor=${String(page.headers['x-next-cursor'])}`)
    expect([...next.body]).toHaveLength(30)
    await busy.owner.delete(`/webhook-endpoints/${made[0]?.id}`)
    expect((await ask()).status).toBe(201)
  })

  test('can be told every event there is', async () => {
    const made = await givenEndpoint(tenant, url, [...webhookEvents])
    expect(made.events).toEqual([...webhookEvents])
  })
})

test('the page for users names every event, and no other', async () => {
  const page = await readFile(new URL('../../../docs/using/webhooks.md', import.meta.url), 'utf8')
  const [, table = ''] = page.split('## What can be told')
  const named = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z]+\.[a-z_]+)` /gm)].map(([, name]) => name)
  expect(named).toEqual([...webhookEvents])
})
