import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endAllDueLeases } from '../desks/due.ts'
import { createLog } from '../platform/log.ts'
import { asOwner } from '../testing/as-owner.ts'
import { endOf, enrolDevice, must, newSigningKey, signLog } from '../testing/desks.ts'
import type { TestDevice } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala
let north: TestDevice
let south: TestDevice
let paths: { north: string; south: string }
const names = ['ann', 'bob', 'cyd', 'dan']

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

beforeEach(async () => {
  gala = await givenGala(tenant)
  for (const name of names) await gala.register(name)
  for (const name of names) await must(200, gala.approve(name))
  const desk = async (name: string) => {
    const { body } = await must(201, tenant.organizer.post(`${gala.path}/desks`, { name }))
    return `${gala.path}/desks/${String(body.id)}`
  }
  paths = { north: await desk('North'), south: await desk('South') }
  north = await enrolDevice(server, tenant.organizer, paths.north)
  south = await enrolDevice(server, tenant.organizer, paths.south)
})

const of = (name: string) => gala.registrationOf(name)
const lease = async (device: TestDevice, body: object = {}) => (await must(200, device.post('/desk/leases', body))).body
const heldBy = (held: Json) => [...(held.people as Json)].map(({ registration_id: id }) => String(id)).sort()
const send = (device: TestDevice, leaseId: unknown, entries: unknown, more = {}) =>
  device.post('/desk/log', { lease_id: leaseId, entries, ...more })
const outcomes = ({ body }: Reply) =>
  [...(body.entries as Json)].map(({ outcome, finding }) => `${String(outcome)} ${String(finding)}`)
const runOut = async (leaseId: unknown) =>
  asOwner(
    server.database,
    "update desk_leases set granted_at = now() - interval '2 hours', expires_at = now() - interval '1 second' where id = $1",
    [leaseId],
  )
const collectedBy = (name: string) =>
  asOwner<{ desk_id: string; is_offline: boolean }>(
    server.database,
    'select desk_id, is_offline from collections where registration_id = $1 and undone_at is null',
    [of(name)],
  )

describe('leases', () => {
  test('what one tablet holds no other gets; asking again keeps it and adds to it', async () => {
    const first = await lease(north, { registration_ids: [of('ann')] })
    expect(heldBy(first)).toEqual([of('ann')])
    expect(first).toMatchObject({ next_seq: 1, desk: { name: 'North' }, event: { id: gala.eventId } })
    const rest = await lease(south)
    expect(heldBy(rest)).toEqual(['bob', 'cyd', 'dan'].map(of).sort())
    const again = await lease(north, { minutes: 120 })
    expect(again.id).toBe(first.id)
    expect(heldBy(again)).toEqual([of('ann')])
    expect(new Date(String(again.expires_at)) > new Date(String(first.expires_at))).toBe(true)

    await must(204, south.delete('/desk/leases/current'))
    await must(204, south.delete('/desk/leases/current'))
    expect(heldBy(await lease(north, { most: 3 }))).toHaveLength(3)
    expect((await north.get('/desk')).body.lease).toMatchObject({ id: first.id, people_count: 3 })
  })

  test('only who is approved and has not collected, and what the desk hands out', async () => {
    await must(200, gala.cancel('ann'))
    await must(200, tenant.organizer.put(paths.north, { event_option_ids: [gala.options.Mug] }))
    const held = await lease(north, { registration_ids: [of('ann'), of('bob')] })
    expect(heldBy(held)).toEqual([of('bob')])
    await send(north, held.id, signLog(north, String(held.id), [{ registrationId: of('bob') }]))
    expect(heldBy(await lease(north, { registration_ids: [of('bob')] }))).toEqual([])
  })

  test('one that has run out is free again: lazily for whoever asks, and by the worker where nobody does', async () => {
    const held = await lease(north)
    await runOut(held.id)
    expect((await north.get('/desk')).body.lease).toBe(null)
    expect(heldBy(await lease(south))).toHaveLength(4)
    const [row] = await asOwner<{ ended_at: Date | null }>(
      server.database,
      'select ended_at from desk_leases where id = $1',
      [held.id],
    )
    expect(row?.ended_at).not.toBe(null)

    const next = await lease(south)
    await runOut(next.id)
    await endAllDueLeases({ db: server.db, log: createLog('silent') })
    expect(await asOwner(server.database, 'select from leased_registrations where lease_id = $1', [next.id])).toEqual(
      [],
    )
    const { body } = await tenant.auditor.get(`${gala.path}/audit?action=desk.lease_ended`)
    expect([...body].map(({ detail }) => String(detail?.reason))).toEqual(['ran_out', 'ran_out'])
  })
})

describe('the log', () => {
  test('is recorded once, however often, in however many parts it comes', async () => {
    const held = await lease(north)
    const log = signLog(
      north,
      String(held.id),
      names.map((name) => ({ registrationId: of(name) })),
    )
    const half = await must(200, send(north, held.id, log.slice(0, 2)))
    expect(half.body).toMatchObject({ next_seq: 3 })
    expect(outcomes(half)).toEqual(['COLLECTED null', 'COLLECTED null'])
    expect(await send(north, held.id, log.slice(0, 2))).toMatchObject({ status: 200, body: half.body })
    expect(await send(north, held.id, log.slice(3))).toMatchObject({
      status: 409,
      body: { code: 'LOG_GAP', expected_seq: 3 },
    })
    const whole = await Promise.all([send(north, held.id, log), send(north, held.id, log), send(north, held.id, log)])
    for (const reply of whole) expect(outcomes(reply)).toEqual(Array<string>(4).fill('COLLECTED null'))
    for (const name of names) expect(await collectedBy(name)).toEqual([{ desk_id: north.deskId, is_offline: true }])
    expect(await lease(north)).toMatchObject({ next_seq: 5, last_hash: endOf(north, String(held.id), log).hash })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('out of order, with something missing inside, or changed: what is wrong and all behind it is refused', async () => {
    const held = await lease(north)
    const log = signLog(
      north,
      String(held.id),
      names.map((name) => ({ registrationId: of(name) })),
    )
    const [first, second, third] = log
    const refused = 'REFUSED null'
    expect(outcomes(await send(north, held.id, [first, third, second]))).toEqual(['COLLECTED null', refused, refused])
    const tampered = [
      { ...second, registration_id: of('dan') },
      { ...second, at: '2020-01-01T00:00:00.000Z' },
      { ...second, nonce: 'another-nonce' },
      { ...second, kind: 'undo' },
      { ...second, previous_hash: '1'.repeat(64) },
      { ...second, signature: `${'A'.repeat(85)}A` },
      signLog(
        { ...north, ...newSigningKey() },
        String(held.id),
        [{ registrationId: of('bob') }],
        endOf(north, String(held.id), log.slice(0, 1)),
      )[0],
      signLog(
        south,
        String(held.id),
        [{ registrationId: of('bob') }],
        endOf(north, String(held.id), log.slice(0, 1)),
      )[0],
    ]
    for (const entry of tampered) {
      const reply = await must(200, send(north, held.id, [entry, third]))
      expect(outcomes(reply)).toEqual([refused, refused])
      expect(reply.body).toMatchObject({ next_seq: 2 })
    }
    // What is here cannot be told otherwise, not even by the tablet itself.
    const other = signLog(north, String(held.id), [{ registrationId: of('dan') }])
    expect(outcomes(await send(north, held.id, other))).toEqual([refused])
    for (const name of ['bob', 'cyd', 'dan']) expect(await collectedBy(name)).toEqual([])
    expect(outcomes(await send(north, held.id, log))).toEqual(Array<string>(4).fill('COLLECTED null'))
  })

  test('of another tablet’s lease there is none, and a rubbish one is refused', async () => {
    const held = await lease(north)
    const log = signLog(south, String(held.id), [{ registrationId: of('ann') }])
    expect(await send(south, held.id, log)).toMatchObject({ status: 404, body: { code: 'LEASE_NOT_FOUND' } })
    for (const entries of [[], null, [{ seq: 0 }], [{ ...log[0], signature: 'x' }], Array(201).fill(log[0])]) {
      expect((await send(north, held.id, entries)).status).toBe(422)
    }
  })

  test('takes back what the tablet handed out itself, and nothing else', async () => {
    const held = await lease(north, { registration_ids: [of('ann'), of('bob')] })
    const log = signLog(north, String(held.id), [
      { registrationId: of('ann') },
      { registrationId: of('ann'), kind: 'undo' },
      { registrationId: of('ann') },
      { registrationId: of('bob'), kind: 'undo' },
    ])
    expect(outcomes(await send(north, held.id, log))).toEqual([
      'COLLECTED null',
      'UNDONE null',
      'COLLECTED null',
      'NOT_UNDONE null',
    ])
    expect(await collectedBy('ann')).toHaveLength(1)
  })

  test('after its lease ran out it is recorded with a finding; what another desk handed out meanwhile, as one too many', async () => {
    const held = await lease(north)
    const log = signLog(north, String(held.id), [{ registrationId: of('ann') }, { registrationId: of('bob') }])
    await runOut(held.id)
    const next = await lease(south)
    const theirs = signLog(south, String(next.id), [{ registrationId: of('bob') }])
    expect(outcomes(await send(south, next.id, theirs))).toEqual(['COLLECTED null'])
    expect(outcomes(await send(north, held.id, log))).toEqual([
      'COLLECTED LEASE_OVER',
      'ALREADY_COLLECTED ALREADY_COLLECTED',
    ])
    expect(await collectedBy('ann')).toEqual([{ desk_id: north.deskId, is_offline: true }])
    expect(await collectedBy('bob')).toEqual([{ desk_id: south.deskId, is_offline: true }])
    expect((await tenant.organizer.get(`${paths.north}/devices`)).body[0]).toMatchObject({ findings_count: 2 })
  })

  test('of a tablet that was revoked meanwhile it is recorded with a finding, and what it held is free', async () => {
    const held = await lease(north)
    await must(204, tenant.organizer.delete(`${paths.north}/devices/${north.id}`))
    await expect.poll(async () => (await north.get('/desk')).status, { timeout: 1_500, interval: 50 }).toBe(401)
    expect(heldBy(await lease(south))).toHaveLength(4)
    const log = signLog(north, String(held.id), [{ registrationId: of('ann') }])
    expect(outcomes(await send(north, held.id, log))).toEqual(['COLLECTED DEVICE_REVOKED'])
  })

  test('what it did not hold, what is gone, and what is of nobody, is recorded as far as it can be', async () => {
    const held = await lease(north, { registration_ids: [of('ann')] })
    await lease(south, { registration_ids: [of('bob')] })
    await must(200, gala.cancel('cyd'))
    const log = signLog(north, String(held.id), [
      { registrationId: of('bob') },
      { registrationId: of('cyd') },
      { registrationId: held.id as unknown as string },
    ])
    expect(outcomes(await send(north, held.id, log))).toEqual([
      'COLLECTED NOT_LEASED',
      'REVOKED REVOKED',
      'NOT_FOUND NOT_FOUND',
    ])
  })

  test('clocks that are wrong by hours are told of, and nothing is lost', async () => {
    const held = await lease(north)
    const at = new Date(Date.now() + 5 * 3_600_000)
    const early = new Date(Date.now() - 5 * 3_600_000)
    const log = signLog(north, String(held.id), [
      { registrationId: of('ann'), at },
      { registrationId: of('bob'), at: early },
    ])
    expect(outcomes(await send(north, held.id, log))).toEqual(['COLLECTED CLOCK', 'COLLECTED CLOCK'])
    const next = signLog(north, String(held.id), [{ registrationId: of('cyd') }], endOf(north, String(held.id), log))
    expect(outcomes(await send(north, held.id, next, { sent_at: at.toISOString() }))).toEqual(['COLLECTED CLOCK'])
    const [row] = await asOwner<{ collected_at: Date; said_at: Date }>(
      server.database,
      'select collected_at, said_at from collections where registration_id = $1',
      [of('ann')],
    )
    expect(row?.said_at).toEqual(at)
    expect(Math.abs(Number(row?.collected_at) - Date.now())).toBeLessThan(60_000)
  })

  test('a code that was replaced before it was scanned is told of', async () => {
    const held = await lease(north)
    const [entry] = signLog(north, String(held.id), [{ registrationId: of('ann') }])
    expect(outcomes(await send(north, held.id, [{ ...entry, qr_hash: 'a'.repeat(64) }]))).toEqual(['COLLECTED REVOKED'])
  })
})
