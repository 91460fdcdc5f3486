import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { behaviours, givenReceiver } from '../testing/receivers.ts'
import type { Received } from '../testing/receivers.ts'
import type { Json } from '../testing/reply.ts'
import { deliveriesOf, givenEndpoint, givenSender } from '../testing/webhooks.ts'
import type { Sender } from '../testing/webhooks.ts'
import { retryDelaysSeconds } from './schedule.ts'

const server: TestApp = await givenApp()
let count = 0
let tenant: TestTenant
let gala: Gala
let sender: Sender
beforeEach(async () => {
  tenant = await givenTenant(server, `Tenant ${(count += 1)}`)
  gala = await givenGala(tenant, { options: { Mug: { total: 100, cost: 25 } } })
  sender = givenSender(server, tenant.tenantId)
  // What was before there were endpoints is nobody's news.
  await sender.tell()
})

const bodyOf = ({ body }: Received): Json => JSON.parse(body) as Json
const told = (received: readonly Received[]) => received.map((one) => String(bodyOf(one).type))
const statusesOf = async (endpoint: Json) => (await deliveriesOf(tenant, endpoint.id)).map(({ status }) => status)
const change = (statement: string, ...values: unknown[]) =>
  server.db.transaction(tenant.tenantId, (tx) => tx.query(statement, [tenant.tenantId, ...values]))
const endpointNow = async ({ id }: Json) => (await tenant.owner.get(`/webhook-endpoints/${String(id)}`)).body
const all = ['registration.registered', 'registration.approved', 'registration.cancelled']

describe('what happens is sent', () => {
  test('signed, as the library of the standard checks it, with what happened and nobody’s name or address', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await gala.approve('ann')
    await sender.settle()

    expect(told(receiver.received)).toEqual(['registration.registered', 'registration.approved'])
    for (const { body, headers } of receiver.received) {
      new Webhook(String(endpoint.secret)).verify(body, headers as Record<string, string>)
      expect(body).not.toMatch(/@|qr_token|ann of/)
    }
    const [, approved] = receiver.received
    const { body: registration } = await tenant.owner.get(`${gala.path}/registrations/${gala.registrationOf('ann')}`)
    expect(approved && bodyOf(approved)).toEqual({
      type: 'registration.approved',
      timestamp: registration.approved_at,
      data: {
        tenant_id: tenant.tenantId,
        event_id: gala.eventId,
        event_name: 'Gala',
        entry_no: 4,
        actor_id: tenant.approver.userId,
        registration_id: registration.id,
        user_id: registration.user_id,
        event_option_id: gala.options.Mug,
        option_name: 'Mug',
        from_status: 'PENDING',
        status: 'APPROVED',
        amount: 25,
        currency: 'EUR',
        pickup_slot: null,
      },
    })
    const [delivery] = await deliveriesOf(tenant, endpoint.id)
    const detail = await tenant.owner.get(`/webhook-endpoints/${endpoint.id}/deliveries/${delivery?.id}`)
    expect(detail.body).toMatchObject({
      id: approved?.headers['webhook-id'],
      status: 'DONE',
      attempts: 1,
      event_id: gala.eventId,
      subject_id: registration.id,
      message: { type: 'registration.approved' },
      attempt_log: [{ attempt_no: 1, status_code: 204, error: null }],
    })
    expect(await endpointNow(endpoint)).toMatchObject({ failing_since: null, last_success_at: expect.any(String) })
  })

  test('to those who listen to it, for the events they chose', async () => {
    const other = await givenGala(tenant)
    const receivers = [await givenReceiver(), await givenReceiver(), await givenReceiver()]
    const [everything, ofGala, changes] = receivers
    await givenEndpoint(tenant, everything?.url ?? '', [...all, 'event.updated', 'option.updated', 'slot.created'])
    await givenEndpoint(tenant, ofGala?.url ?? '', all, { event_ids: [gala.eventId] })
    await givenEndpoint(tenant, changes?.url ?? '', ['event.updated'])
    await other.register('bob')
    await gala.register('ann')
    await tenant.organizer.put(gala.path, { venue: 'Hall', event_budget_amount: 20_000 })
    await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { cost_per_unit: 30 })
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'North Gate' })
    await sender.settle()

    expect(told(everything?.received ?? []).toSorted()).toEqual([
      'event.updated',
      'option.updated',
      'registration.registered',
      'registration.registered',
      'slot.created',
    ])
    expect(told(ofGala?.received ?? [])).toEqual(['registration.registered'])
    expect(changes?.received.map(bodyOf)).toMatchObject([{ data: { changed: ['venue', 'event_budget_amount'] } }])
    const byType = new Map(everything?.received.map((one) => [bodyOf(one).type, bodyOf(one).data]))
    expect(byType.get('option.updated' as never)).toMatchObject({ option_name: 'Mug', changed: ['cost_per_unit'] })
    expect(byType.get('slot.created' as never)).toMatchObject({ label: 'North Gate' })
  })

  test('from when the endpoint is there; what was before is no news, however late it is told', async () => {
    await gala.register('ann')
    const receiver = await givenReceiver()
    await givenEndpoint(tenant, receiver.url, all)
    await gala.register('bob')
    await sender.settle()
    expect(receiver.received.map((one) => String(bodyOf(one).data?.registration_id))).toEqual([
      gala.registrationOf('bob'),
    ])
  })

  test('and nothing while the tenant is suspended', async () => {
    const receiver = await givenReceiver()
    await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    const suspend = (is_active: boolean) =>
      server.as(operatorToken).put(`/tenants/${tenant.tenantId}`, { is_active: !is_active })
    expect((await suspend(true)).status).toBe(200)
    await sender.settle()
    expect(receiver.received).toEqual([])
    await suspend(false)
    await sender.deliver()
    expect(receiver.received).toHaveLength(1)
  })

  test('once, however often it is told', async () => {
    const receiver = await givenReceiver()
    await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.settle()
    await change('update outbox_cursors set told_no = 0 where tenant_id = $1')
    await sender.settle()
    expect(receiver.received).toHaveLength(1)
  })

  test('while a secret is changed, with both; after that with the new one alone', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    const rotated = await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/rotate-secret`, {
      previous_valid_hours: 1,
    })
    expect(rotated.body.previous_secret_expires_at).toEqual(expect.any(String))
    const isGood = (secret: unknown, { body, headers }: Received) => {
      try {
        new Webhook(String(secret)).verify(body, headers as Record<string, string>)
        return true
      } catch {
        return false
      }
    }
    const secrets = [endpoint.secret, rotated.body.secret]
    await gala.register('ann')
    await sender.settle()
    await change("update webhook_endpoints set previous_expires_at = now() - interval '1 second' where tenant_id = $1")
    await gala.register('bob')
    await sender.settle()
    const taken = receiver.received.map((one) => secrets.map((secret) => isGood(secret, one)))
    expect(taken).toEqual([
      [true, true],
      [false, true],
    ])
    const atOnce = await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/rotate-secret`, {
      previous_valid_hours: 0,
    })
    expect(atOnce.body.previous_secret_expires_at).toBeNull()
    await gala.register('eve')
    await sender.settle()
    expect([...secrets, atOnce.body.secret].map((secret) => isGood(secret, receiver.received[2] as Received))).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('what does not arrive is sent again', () => {
  test('with the same id and the same bytes, until it arrives; the log says each attempt', async () => {
    const receiver = await givenReceiver(behaviours.status(503))
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.settle()
    const [waiting] = await deliveriesOf(tenant, endpoint.id, '&status=WAITING')
    expect(waiting).toMatchObject({ attempts: 1, last_error: 'The receiver answered 503.', finished_at: null })
    expect(await endpointNow(endpoint)).toMatchObject({ status: 'ACTIVE', failing_since: expect.any(String) })
    await sender.deliver()
    expect(receiver.received).toHaveLength(1)

    receiver.behave(behaviours.fine)
    await sender.hurry()
    await sender.deliver()
    const [first, second] = receiver.received
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    const detail = await tenant.owner.get(`/webhook-endpoints/${endpoint.id}/deliveries/${waiting?.id}`)
    expect(detail.body).toMatchObject({
      status: 'DONE',
      last_error: null,
      attempt_log: [
        { attempt_no: 2, status_code: 204, error: null },
        { attempt_no: 1, status_code: 503, error: 'The receiver answered 503.' },
      ],
    })
    expect(await endpointNow(endpoint)).toMatchObject({ failing_since: null })
  })

  test('for three days; then it is given up until somebody replays it, with the same id', async () => {
    const receiver = await givenReceiver(behaviours.status(500))
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.settle()
    for (let attempt = 0; attempt < retryDelaysSeconds.length; attempt += 1) {
      await sender.hurry()
      await sender.deliver()
    }
    expect(receiver.received).toHaveLength(retryDelaysSeconds.length + 1)
    const [failed] = await deliveriesOf(tenant, endpoint.id, '&status=FAILED')
    expect(failed).toMatchObject({ attempts: 11, next_attempt_at: null, finished_at: expect.any(String) })

    receiver.behave(behaviours.fine)
    const replayed = await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/deliveries/${failed?.id}/replay`)
    expect(replayed).toMatchObject({ status: 202, body: { id: failed?.id, status: 'WAITING' } })
    await sender.deliver()
    expect(await statusesOf(endpoint)).toEqual(['DONE'])
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(failed?.id)
  })

  test('in order for each registration; others are not held up', async () => {
    const receiver = await givenReceiver()
    await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await gala.register('bob')
    const ann = gala.registrationOf('ann')
    receiver.behave((response, request) => {
      const isAnns = receiver.received.at(-1)?.body.includes(ann)
      return behaviours.status(isAnns ? 500 : 204)(response, request)
    })
    await sender.settle()
    await gala.approve('ann')
    await gala.approve('bob')
    await sender.settle()
    await sender.hurry()
    await sender.deliver()
    const ofAnn = () => receiver.received.filter(({ body }) => body.includes(ann))
    const ofBob = receiver.received.filter(({ body }) => !body.includes(ann))
    expect(told(ofBob)).toEqual(['registration.registered', 'registration.approved'])
    expect(new Set(told(ofAnn()))).toEqual(new Set(['registration.registered']))

    receiver.behave(behaviours.fine)
    await sender.hurry()
    await sender.deliver()
    expect(told(ofAnn()).slice(-2)).toEqual(['registration.registered', 'registration.approved'])
  })

  test('a message in the hands of a server that died is sent by another when its time is over', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.tell()
    const taken = (seconds: number) =>
      change(
        `update webhook_deliveries set attempts = 1, tries = 1, taken_until = now() + make_interval(secs => $2),
                next_attempt_at = now() + make_interval(secs => $2) where tenant_id = $1`,
        seconds,
      )
    await taken(30)
    await sender.deliver()
    expect(receiver.received).toEqual([])
    await taken(-1)
    await sender.deliver()
    expect(await deliveriesOf(tenant, endpoint.id)).toMatchObject([{ status: 'DONE', attempts: 2 }])
  })
})

test('a server that was too slow, and taken over from, spoils nothing of what the other does', async () => {
  const receiver = await givenReceiver(behaviours.hang)
  const endpoint = await givenEndpoint(tenant, receiver.url, all)
  await gala.register('ann')
  await sender.tell()
  const answers: (() => void)[] = []
  receiver.behave((response, request) => void answers.push(() => behaviours.fine(response, request)))
  const slow = sender.deliver()
  await expect.poll(() => answers.length).toBe(1)
  await change('update webhook_deliveries set taken_until = now(), next_attempt_at = now() where tenant_id = $1')
  const patient = givenSender(server, tenant.tenantId, { timeoutMs: 10_000, drainBytes: 65_536, drainMs: 100 })
  const other = patient.deliver()
  await expect.poll(() => answers.length).toBe(2)
  await slow
  const [row] = await change('select taken_until from webhook_deliveries where tenant_id = $1')
  expect(row).toMatchObject({ taken_until: expect.any(Date) })
  answers[1]?.()
  await other
  expect(await deliveriesOf(tenant, endpoint.id)).toMatchObject([{ status: 'DONE', attempts: 2 }])
  expect(await endpointNow(endpoint)).toMatchObject({ failing_since: null })
})

describe('one that is dead delays nobody else', () => {
  test('whatever it does, and however much waits for it', async () => {
    const { hang, dripHeaders, flood, closeEarly } = behaviours
    const fine = await givenReceiver()
    const bad = await Promise.all([hang, dripHeaders, flood, closeEarly].map((behaviour) => givenReceiver(behaviour)))
    for (const { url } of bad) await givenEndpoint(tenant, url, all)
    const good = await givenEndpoint(tenant, fine.url, all)
    const names = Array.from({ length: 12 }, (_none, index) => `guest${index}`)
    for (const name of names) await gala.register(name)
    await sender.settle()
    expect(await statusesOf(good)).toEqual(names.map(() => 'DONE'))
    // Of the twelve that wait, a few were tried when it first hung; then it rests.
    expect(bad[0]?.received.length).toBeLessThanOrEqual(6)
  })

  test('to one endpoint at most four messages are under way, all servers together', async () => {
    const receiver = await givenReceiver(behaviours.hang)
    await givenEndpoint(tenant, receiver.url, all)
    for (let index = 0; index < 12; index += 1) await gala.register(`guest${index}`)
    await sender.tell()
    const first = sender.deliver()
    await expect.poll(() => receiver.received.length).toBe(4)
    await Promise.all([1, 2, 3].map(() => givenSender(server, tenant.tenantId).deliver()))
    await first
    expect(receiver.open.most).toBeLessThanOrEqual(4)
  })

  test('many servers at once send each message once', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    for (let index = 0; index < 20; index += 1) await gala.register(`guest${index}`)
    await sender.tell()
    const others = Array.from({ length: 3 }, () => givenSender(server, tenant.tenantId))
    await Promise.all([sender, ...others].map((one) => one.deliver()))
    await sender.deliver()
    expect(new Set(await statusesOf(endpoint))).toEqual(new Set(['DONE']))
    expect(receiver.received).toHaveLength(20)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(20)
  })
})

describe('an endpoint is disabled', () => {
  test('when it answers 410; the owner reads why, what waits is given up, and resuming starts anew', async () => {
    const receiver = await givenReceiver(behaviours.status(410))
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    for (const name of ['ann', 'bob', 'eve', 'joe', 'kim', 'lea']) await gala.register(name)
    await sender.settle()
    expect(await endpointNow(endpoint)).toMatchObject({
      status: 'DISABLED',
      disabled_reason: 'The receiver answered 410: it wants no more messages.',
    })
    expect(new Set(await statusesOf(endpoint))).toEqual(new Set(['FAILED']))
    const { body: entries } = await tenant.auditor.get(`/audit?subject_id=${endpoint.id}`)
    expect(entries[0]).toMatchObject({
      action: 'webhook_endpoint.disabled',
      actor_id: null,
      from_status: 'ACTIVE',
      to_status: 'DISABLED',
    })
    // Once, though several messages were under way.
    expect([...entries].filter(({ action }) => String(action) === 'webhook_endpoint.disabled')).toHaveLength(1)

    const sent = receiver.received.length
    await gala.register('may')
    await sender.settle()
    expect(receiver.received).toHaveLength(sent)
    const [failed] = await deliveriesOf(tenant, endpoint.id)
    const replay = () => tenant.owner.post(`/webhook-endpoints/${endpoint.id}/deliveries/${failed?.id}/replay`)
    expect(await replay()).toMatchObject({ status: 409, body: { code: 'WEBHOOK_NOT_ACTIVE' } })

    receiver.behave(behaviours.fine)
    await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/resume`)
    expect(await endpointNow(endpoint)).toMatchObject({ status: 'ACTIVE', disabled_reason: null, failing_since: null })
    expect((await replay()).status).toBe(202)
    await gala.register('zoe')
    await sender.settle()
    expect((await statusesOf(endpoint)).filter((status) => String(status) === 'DONE')).toHaveLength(2)
  })

  test.each([
    ['after three days of nothing but failures', 73, 'DISABLED'],
    ['and not before', 71, 'ACTIVE'],
  ])('%s', async (_when, hours, status) => {
    const receiver = await givenReceiver(behaviours.status(500))
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.settle()
    await change(
      'update webhook_endpoints set failing_since = now() - make_interval(hours => $2) where tenant_id = $1',
      hours,
    )
    await sender.hurry()
    await sender.deliver()
    expect(await endpointNow(endpoint)).toMatchObject({ status })
    if (status !== 'DISABLED') return
    expect((await endpointNow(endpoint)).disabled_reason).toBe(
      'For 3 days nothing arrived. The last answer: The receiver answered 500.',
    )
  })

  test('not where its owner sent it elsewhere while the answer was on its way', async () => {
    const receiver = await givenReceiver()
    const better = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    receiver.behave((response, request) => {
      void tenant.owner
        .put(`/webhook-endpoints/${endpoint.id}`, { url: better.url })
        .then(() => behaviours.status(410)(response, request))
    })
    await gala.register('ann')
    const patient = givenSender(server, tenant.tenantId, { timeoutMs: 10_000, drainBytes: 65_536, drainMs: 100 })
    await patient.settle()
    expect(await endpointNow(endpoint)).toMatchObject({ status: 'ACTIVE', url: better.url })
    await sender.hurry()
    await sender.deliver()
    expect(better.received).toHaveLength(1)
  })
})

describe('an owner', () => {
  test('pauses an endpoint: what happens meanwhile is sent on resuming', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    const path = `/webhook-endpoints/${endpoint.id}`
    expect((await tenant.owner.post(`${path}/pause`)).body).toMatchObject({ status: 'PAUSED' })
    await gala.register('ann')
    await sender.settle()
    await sender.turnOf(endpoint.id)
    expect(receiver.received).toEqual([])
    expect(await tenant.owner.post(`${path}/test`)).toMatchObject({ status: 409, body: { code: 'WEBHOOK_NOT_ACTIVE' } })
    expect((await tenant.owner.post(`${path}/resume`)).body).toMatchObject({ status: 'ACTIVE' })
    await sender.deliver()
    expect(told(receiver.received)).toEqual(['registration.registered'])
  })

  test('tests an endpoint: one test waits at a time', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    const ask = () => tenant.owner.post(`/webhook-endpoints/${endpoint.id}/test`)
    const [first, second] = [await ask(), await ask()]
    expect(first).toMatchObject({ status: 202, body: { type: 'webhook.test', status: 'WAITING', event_id: null } })
    expect(second.body.id).toBe(first.body.id)
    await sender.deliver()
    expect(receiver.received.map(bodyOf)).toMatchObject([
      { type: 'webhook.test', data: { endpoint_id: endpoint.id, tenant_id: tenant.tenantId } },
    ])
    expect((await ask()).body.id).not.toBe(first.body.id)
  })

  test('has a message sent again that arrived', async () => {
    const receiver = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, receiver.url, all)
    await gala.register('ann')
    await sender.settle()
    const [done] = await deliveriesOf(tenant, endpoint.id)
    await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/deliveries/${done?.id}/replay`)
    await sender.deliver()
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([done?.id]))
    expect(await deliveriesOf(tenant, endpoint.id)).toMatchObject([{ status: 'DONE', attempts: 2 }])
  })

  test('reads nothing of a delivery under another endpoint', async () => {
    const [one, other] = [
      await givenEndpoint(tenant, 'https://127.0.0.1:9/', all),
      await givenEndpoint(tenant, 'https://127.0.0.1:9/', all),
    ]
    const { body: delivery } = await tenant.owner.post(`/webhook-endpoints/${one.id}/test`)
    const path = `/webhook-endpoints/${other.id}/deliveries/${delivery.id}`
    expect(await tenant.owner.get(path)).toMatchObject({ status: 404, body: { code: 'DELIVERY_NOT_FOUND' } })
    expect(await tenant.owner.post(`${path}/replay`)).toMatchObject({
      status: 404,
      body: { code: 'DELIVERY_NOT_FOUND' },
    })
  })
})
