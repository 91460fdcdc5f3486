import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenApproved, givenDesk } from '../testing/collecting.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** Ann has collected, Bob's was undone, Eve is approved. */
async function givenDay() {
  const gala = await givenGala(tenant)
  const { ann, bob } = await givenApproved(gala, 'ann', 'bob', 'eve')
  const desk = await givenDesk(tenant, gala)
  await desk.scan({ token: ann })
  const { body } = await desk.scan({ token: bob })
  await tenant.organizer.post(`${gala.path}/collections/${String(body.collection?.id)}/undo`, { reason: 'Came back' })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  return gala
}

test.each([
  ['somebody counts as collected who has not', 'eve', `update registrations set collected_at = now() where id = $1`],
  ['somebody who has collected does not count', 'ann', `update registrations set collected_at = null where id = $1`],
  [
    'the time is another',
    'ann',
    `update registrations set collected_at = collected_at + interval '1 hour' where id = $1`,
  ],
  [
    'a collection is gone',
    'ann',
    `with gone as (delete from collections where registration_id = $1) update registrations set collected_at = null where id = $1`,
  ],
  [
    'one was undone, and the trail does not know',
    'ann',
    `with undone as (update collections set undone_at = now(), undone_reason = 'x' where registration_id = $1)
     update registrations set collected_at = null where id = $1`,
  ],
  [
    'one that was undone holds again',
    'bob',
    `with again as (update collections set undone_at = null, undone_reason = null, undone_by = null where registration_id = $1)
     update registrations r set collected_at = c.collected_at from collections c where r.id = $1 and c.registration_id = r.id`,
  ],
])('verifying notices where %s', async (_what, name, statement) => {
  const gala = await givenDay()
  await asOwner(server.database, statement, [gala.registrationOf(name)])
  expect(await gala.verify()).toMatchObject({ is_intact: false })
})
