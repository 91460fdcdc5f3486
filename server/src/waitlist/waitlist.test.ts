import { expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'

const app = await givenApp()
const tenant = await givenTenant(app)

test('whoever waits comes up when somebody cancels, and holds what they were promised', async () => {
  const gala = await givenGala(tenant, { options: { Mug: { total: 1, cost: 25 } } })
  await gala.register('ann')
  await gala.approve('ann')
  expect(await gala.register('bob')).toMatchObject({
    status: 409,
    body: { code: 'INVENTORY_EXHAUSTED', waitlist: { is_open: true, waiting_count: 0 } },
  })

  expect(await gala.wait('bob')).toMatchObject({ status: 201, body: { status: 'WAITLISTED', offer_expires_at: null } })
  expect(await gala.wait('eve')).toMatchObject({ status: 201 })
  expect((await gala.place('bob'))[0]).toMatchObject({ position: 1, ahead_count: 0 })
  expect((await gala.place('eve'))[0]).toMatchObject({ position: 2, ahead_count: 1 })
  expect(await gala.variance()).toMatchObject({ waitlisted_registrations_count: 2 })
  expect(await gala.verify()).toMatchObject({ is_intact: true })

  expect((await gala.cancel('ann')).status).toBe(200)
  expect(await gala.statusOf('bob')).toBe('PENDING')
  expect(await gala.statusOf('eve')).toBe('WAITLISTED')
  expect((await gala.place('eve'))[0]).toMatchObject({ position: 1, ahead_count: 0 })
  expect(await gala.register('dan')).toMatchObject({ status: 409, body: { code: 'INVENTORY_EXHAUSTED' } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  expect((await gala.approve('bob')).status).toBe(200)
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})
