import { expect, test } from 'vitest'
import { createLog } from '../platform/log.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import { settleDueWaitlists } from './due.ts'

const app = await givenApp()
const tenant = await givenTenant(app)
const anybody = app.as(undefined)
const secrets = deriveSecrets(testSecret)

/** A gala that makes offers, in which Ann is offered the mug that Zoe gave up; Bob is behind her. */
async function givenOffered(): Promise<Gala> {
  const gala = await givenGala(tenant, {
    options: { Mug: { total: 1, cost: 25 } },
    waitlist: { promotion: 'offer', offer_hours: 5 },
  })
  await gala.register('zoe')
  await gala.approve('zoe')
  await gala.wait('ann')
  await gala.wait('bob')
  await gala.cancel('zoe')
  return gala
}

const linkOf = (gala: Gala, name: string) => `/offers/${secrets.offerToken(tenant.tenantId, gala.registrationOf(name))}`

/** As if the time of all offers had passed. */
async function letExpire(gala: Gala): Promise<void> {
  await asOwner(
    app.database,
    "update registrations set offer_expires_at = now() - interval '1 second' where event_id = $1 and offer_expires_at is not null",
    [gala.eventId],
  )
  await asOwner(
    app.database,
    "update event_books set waitlist_due_at = now() - interval '1 second' where event_id = $1",
    [gala.eventId],
  )
}

test('an offer is held, seen with the time that is left, and accepted by whose it is', async () => {
  const gala = await givenOffered()
  const [place] = await gala.place('ann')
  expect(place).toMatchObject({ position: null, offer: { option_name: 'Mug', amount: 25 } })
  expect(Number(place?.offer?.seconds_left)).toBeGreaterThan(4 * 3_600)
  expect((await gala.place('bob'))[0]).toMatchObject({ position: 1, offer: null })
  expect((await tenant.auditor.get(`${gala.path}/waitlist?state=offered`)).body).toMatchObject([{ position: null }])
  expect(await gala.register('new')).toMatchObject({ status: 409, body: { code: 'INVENTORY_EXHAUSTED' } })

  expect(await gala.answer('ann', 'accept')).toMatchObject({ status: 200, body: { status: 'PENDING' } })
  expect(await gala.answer('ann', 'accept')).toMatchObject({ status: 200, body: { status: 'PENDING' } })
  expect(await gala.register('new')).toMatchObject({ status: 409 })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  const { body } = await tenant.auditor.get(`${gala.path}/audit?subject_id=${gala.registrationOf('ann')}`)
  expect((body as unknown as { action: string; actor_id: string | null }[]).map(({ action }) => action)).toEqual([
    'registration.offer_accepted',
    'registration.offered',
    'registration.waitlisted',
  ])
  expect(body).toMatchObject([{}, { actor_id: null, detail: { offer_expires_at: expect.any(String) as string } }, {}])
})

test('declined, it goes to whoever is next', async () => {
  const gala = await givenOffered()
  expect(await gala.answer('ann', 'decline')).toMatchObject({ status: 200, body: { status: 'CANCELLED' } })
  expect((await gala.place('bob'))[0]).toMatchObject({ offer: { option_name: 'Mug' } })
  expect(await gala.answer('ann', 'accept')).toMatchObject({ status: 409, body: { code: 'NO_OFFER' } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})

test('nobody else answers it', async () => {
  const gala = await givenOffered()
  const path = `${gala.path}/waitlist/${gala.registrationOf('ann')}/accept`
  expect((await (await gala.person('bob')).post(path)).status).toBe(403)
  expect((await tenant.organizer.post(path)).status).toBe(403)
  expect(await gala.answer('bob', 'accept')).toMatchObject({ status: 409, body: { code: 'NO_OFFER' } })
})

test('that it has run out is right without anybody looking after it', async () => {
  const gala = await givenOffered()
  await letExpire(gala)
  expect(await gala.answer('ann', 'accept')).toMatchObject({ status: 409, body: { code: 'NO_OFFER' } })
  expect(await gala.statusOf('ann')).toBe('CANCELLED')
  expect((await gala.place('bob'))[0]).toMatchObject({ offer: { option_name: 'Mug' } })
  await gala.wait('eve')
  await letExpire(gala)
  // Whatever is asked next: somebody new does not come before those who wait.
  expect(await gala.register('new')).toMatchObject({ status: 409 })
  expect((await gala.place('eve'))[0]).toMatchObject({ offer: { option_name: 'Mug' } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})

test('the link of an offer works for whoever has it, and twice', async () => {
  const gala = await givenOffered()
  const link = linkOf(gala, 'ann')
  expect(await anybody.get(link)).toMatchObject({ status: 200, body: { status: 'open', option_name: 'Mug' } })
  expect(await anybody.post(`${link}/accept`)).toMatchObject({ status: 200, body: { status: 'accepted' } })
  expect(await anybody.post(`${link}/accept`)).toMatchObject({ status: 200, body: { status: 'accepted' } })
  expect(await anybody.post(`${link}/decline`)).toMatchObject({ status: 409, body: { code: 'NO_OFFER' } })
  expect(await gala.statusOf('ann')).toBe('PENDING')
})

test('a link that is late says so, and one that was declined', async () => {
  const gala = await givenOffered()
  const [ann, bob] = [linkOf(gala, 'ann'), linkOf(gala, 'bob')]
  expect(await anybody.get(bob)).toMatchObject({ status: 404, body: { code: 'OFFER_NOT_FOUND' } })
  await letExpire(gala)
  expect((await anybody.get(ann)).body).toMatchObject({ status: 'expired', seconds_left: 0 })
  expect(await anybody.post(`${ann}/accept`)).toMatchObject({ status: 409, body: { code: 'NO_OFFER' } })
  expect((await anybody.get(ann)).body).toMatchObject({ status: 'expired' })
  expect((await anybody.post(`${bob}/decline`)).body).toMatchObject({ status: 'declined' })
  expect((await anybody.post(`${bob}/decline`)).body).toMatchObject({ status: 'declined' })
})

test('a link of nobody, of another tenant, and of somebody who may not come in any more opens nothing', async () => {
  const gala = await givenOffered()
  const other = await givenTenant(app)
  // A tenant's part is 22 characters long, and may hold the one that stands behind it.
  const mac = secrets.offerToken(tenant.tenantId, gala.registrationOf('ann')).slice(22)
  const there = secrets.offerToken(other.tenantId, gala.registrationOf('ann')).slice(0, 22)
  expect((await anybody.post(`/offers/${there}${mac}/accept`)).status).toBe(404)
  expect((await anybody.get('/offers/x')).status).toBe(422)
  const { userId } = await gala.person('ann')
  await tenant.owner.put(`/users/${userId}`, { is_active: false })
  expect((await anybody.post(`${linkOf(gala, 'ann')}/accept`)).status).toBe(404)
})

test('a server that looks for what is due ends offers by itself', async () => {
  const gala = await givenOffered()
  await letExpire(gala)
  await settleDueWaitlists({ db: app.db, secrets, log: createLog('silent') })
  expect(await gala.statusOf('ann')).toBe('CANCELLED')
  expect((await gala.place('bob'))[0]).toMatchObject({ offer: { option_name: 'Mug' } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})
