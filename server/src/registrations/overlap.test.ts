import { beforeAll, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const at = (time: string) => `2027-05-21T${time}:00.000Z`
const track = { total: 5, type: 'TRACK' } as const

/** A talk, a lab that overlaps it, and a walk after it. */
async function givenTracks(given: { talk?: number; waitlist?: { is_open: boolean } } = {}): Promise<Gala> {
  const options = { Talk: track, Lab: { ...track, total: given.talk ?? 5 }, Walk: track }
  const gala = await givenGala(tenant, { options, ...(given.waitlist && { waitlist: given.waitlist }) })
  await setTimes(gala, 'Talk', '09:00', '10:00')
  await setTimes(gala, 'Lab', '09:30', '10:30')
  await setTimes(gala, 'Walk', '10:30', '11:30')
  return gala
}

async function setTimes(gala: Gala, name: string, starts: string, ends: string): Promise<void> {
  const times = { starts_at: at(starts), ends_at: at(ends) }
  const { status } = await tenant.organizer.put(`${gala.path}/options/${gala.options[name]}`, times)
  expect(status).toBe(200)
}

test('who has the talk hears that the lab is at the same time, and what there is instead', async () => {
  const gala = await givenTracks()
  const talk = await gala.register('ann', 'Talk')
  const lab = await gala.register('ann', 'Lab')
  expect(lab).toMatchObject({
    status: 409,
    body: {
      code: 'TIME_OVERLAP',
      conflict_type: 'TIME_OVERLAP',
      alternatives: ['Walk (5 slots)'],
      alternative_options: [{ option_id: gala.options.Walk, option_name: 'Walk', available: 5 }],
      overlapping_options: [
        {
          registration_id: String(talk.body.id),
          option_id: gala.options.Talk,
          option_name: 'Talk',
          starts_at: at('09:00'),
          ends_at: at('10:00'),
        },
      ],
    },
  })
  expect(String(lab.body.detail)).toMatch(/^Lab is at the same time as Talk \(Fri 21 May 2027, 11:00 to /)
  expect(lab.body).not.toHaveProperty('waitlist')

  const ann = await gala.person('ann')
  const question = { event_option_id: gala.options.Lab }
  expect((await ann.post(`${gala.path}/check-conflicts`, question)).body).toMatchObject({
    has_conflict: true,
    conflicts: [{ conflict_type: 'TIME_OVERLAP', overlapping_options: [{ option_name: 'Talk' }] }],
  })
  const bob = await gala.person('bob')
  expect((await bob.post(`${gala.path}/check-conflicts`, question)).body.has_conflict).toBe(false)
  expect((await gala.register('ann', 'Walk')).status).toBe(201)
})

test('times may be changed over people: it says how many beforehand, and approving says it then', async () => {
  const gala = await givenTracks()
  for (const name of ['ann', 'bob']) {
    await gala.register(name, 'Talk')
    await gala.register(name, 'Walk')
  }
  await gala.register('eve', 'Walk')
  const overlaps = (starts: string, ends: string, option = 'Walk') =>
    tenant.organizer.get(
      `${gala.path}/options/${gala.options[option]}/overlaps?starts_at=${at(starts)}&ends_at=${at(ends)}`,
    )
  expect((await overlaps('10:00', '11:00')).body).toEqual({ people_count: 0, options: [] })
  expect((await overlaps('09:59', '11:00')).body).toEqual({
    people_count: 2,
    options: [{ option_id: gala.options.Talk, option_name: 'Talk', people_count: 2 }],
  })

  await setTimes(gala, 'Walk', '09:59', '11:00')
  expect(await gala.approve('ann')).toMatchObject({ status: 409, body: { code: 'TIME_OVERLAP' } })
  expect((await gala.approve('eve')).status).toBe(200)
  const ids = ['ann', 'bob'].map((name) => gala.registrationOf(name))
  const batch = { action: 'approve', registration_ids: ids, mode: 'largest_fit', dry_run: true }
  expect((await tenant.approver.post(`${gala.path}/registrations/batch`, batch)).body).toMatchObject({
    refusals: [{ code: 'TIME_OVERLAP', count: 2 }],
    largest_fit: { count: 0, is_exact: true },
  })
  await setTimes(gala, 'Walk', '10:00', '11:00')
  expect((await gala.approve('ann')).status).toBe(200)
})

test('whoever is elsewhere keeps their place, and those behind them come up', async () => {
  const gala = await givenTracks({ talk: 1, waitlist: { is_open: true } })
  await gala.register('full', 'Lab')
  await gala.approve('full')
  await gala.wait('ann', 'Lab')
  await gala.wait('bob', 'Lab')
  const waits = { ann: gala.registrationOf('ann'), bob: gala.registrationOf('bob') }
  const statusOf = async (id: string) =>
    String((await tenant.approver.get(`${gala.path}/registrations/${id}`)).body.status)
  await gala.register('ann', 'Talk')
  await gala.cancel('full')
  expect([await statusOf(waits.ann), await statusOf(waits.bob)]).toEqual(['WAITLISTED', 'PENDING'])

  await gala.reject('bob')
  expect(await statusOf(waits.ann)).toBe('WAITLISTED')
  await gala.cancel('ann')
  expect(await statusOf(waits.ann)).toBe('PENDING')
})
