import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

let keys = 0
const newKey = () => `key-${(keys += 1)}`
const under = (key: string) => ({ 'idempotency-key': key })
const isReplay = ({ headers }: Reply) => headers['idempotency-replayed'] === 'true'

/** How many entries there are in all trails: one for each change that was made. */
const changes = async () => {
  const [row] = await asOwner<{ count: string }>(server.database, 'select count(*) from audit_entries')
  return Number(row?.count)
}

/** Asks again while too many are asking at once: with a key that is safe, and what a good client does. */
async function patiently(ask: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await ask()
    if (reply.status !== 503) return reply
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('fifty at the same moment under one key', () => {
  test('are one event, and fifty times the same answer', async () => {
    const key = newKey()
    const before = await changes()
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        patiently(() => tenant.organizer.post('/events', { name: 'Fifty', event_budget_amount: 1 }, under(key))),
      ),
    )
    expect(await changes()).toBe(before + 1)
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies.filter(isReplay)).toHaveLength(49)
  })

  test('are one registration, and fifty times the same answer', async () => {
    const gala = await givenGala(tenant)
    const key = newKey()
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key)),
      ),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(201)
    expect(replies.filter(isReplay)).toHaveLength(49)
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1, audit_entries: 3 })
  })

  test("are one registration too, with one event's fifty among another's", async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    const key = newKey()
    const asks = [gala, other].flatMap(({ path, options }) =>
      Array.from({ length: 10 }, () =>
        tenant.member.post(`${path}/register`, { event_option_id: options.Mug }, under(key)),
      ),
    )
    const statuses = (await Promise.all(asks)).map(({ status }) => status).sort((a, b) => a - b)
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(10).fill(422)])
    const made = [gala, other].map(async (each) => Number((await each.variance()).pending_registrations_count))
    expect((await Promise.all(made)).sort((a, b) => a - b)).toEqual([0, 1])
  })
})
