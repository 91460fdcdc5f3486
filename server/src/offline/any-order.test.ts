import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { enrolDevice, must, signLog } from '../testing/desks.ts'
import type { SignedEntry, TestDevice } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

type Step = { desk: 0 | 1; does: 'lease' | 'hand out' | 'send' | 'send half' | 'give back' }
const step: fc.Arbitrary<Step> = fc.record({
  desk: fc.constantFrom(0 as const, 1 as const),
  does: fc.constantFrom('lease', 'hand out', 'hand out', 'send', 'send half', 'give back'),
})

/** A tablet as it is without a network: what it holds, what it has handed out of that, and what it has still to tell. */
type Tablet = {
  device: TestDevice
  leaseId: string | undefined
  holds: Set<string>
  log: SignedEntry[]
  acts: { registrationId: string; at: Date }[]
}

test('whatever tablets lease, hand out, send and give back, nothing is handed out twice, and all of it is recorded', async () => {
  const people = ['ann', 'bob', 'cyd']
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const gala = await givenGala(tenant)
      for (const name of people) await gala.register(name)
      for (const name of people) await must(200, gala.approve(name))
      const tablets: Tablet[] = []
      for (const name of ['North', 'South']) {
        const { body } = await must(201, tenant.organizer.post(`${gala.path}/desks`, { name }))
        const device = await enrolDevice(server, tenant.organizer, `${gala.path}/desks/${String(body.id)}`)
        tablets.push({ device, leaseId: undefined, holds: new Set(), log: [], acts: [] })
      }
      const handedOut: string[] = []
      for (const { desk, does } of [...steps, { desk: 0, does: 'send' }, { desk: 1, does: 'send' }] as Step[]) {
        const tablet = tablets[desk]
        if (tablet) await take(tablet, does, handedOut)
      }
      expect(new Set(handedOut).size).toBe(handedOut.length)
      const rows = await asOwner<{ registration_id: string }>(
        server.database,
        'select registration_id from collections where event_id = $1 and undone_at is null',
        [gala.eventId],
      )
      expect(rows.map(({ registration_id: id }) => id).sort()).toEqual([...handedOut].sort())
      const odd = await asOwner(server.database, 'select from scans where event_id = $1 and finding is not null', [
        gala.eventId,
      ])
      expect(odd).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 120_000)

async function take(tablet: Tablet, does: Step['does'], handedOut: string[]): Promise<void> {
  const { device } = tablet
  switch (does) {
    case 'lease': {
      const { body } = await must(200, device.post('/desk/leases', { most: 2 }))
      tablet.leaseId = String(body.id)
      const done = new Set(tablet.acts.map(({ registrationId }) => registrationId))
      const held = [...(body.people as Json)].map(({ registration_id: id }) => String(id))
      tablet.holds = new Set(held.filter((id) => !done.has(id)))
      return
    }
    case 'hand out': {
      const [registrationId] = tablet.holds
      if (registrationId === undefined || tablet.leaseId === undefined) return
      tablet.holds.delete(registrationId)
      tablet.acts.push({ registrationId, at: new Date() })
      handedOut.push(registrationId)
      return
    }
    case 'send half':
    case 'send': {
      if (tablet.leaseId === undefined || tablet.acts.length === 0) return
      tablet.log = signLog(device, tablet.leaseId, tablet.acts)
      await sendFrom(tablet, does === 'send' ? tablet.log.length : Math.ceil(tablet.log.length / 2))
      return
    }
    case 'give back': {
      // The log first, as a tablet has to: what it gives back is another's from then on.
      await take(tablet, 'send', handedOut)
      await must(204, device.delete('/desk/leases/current'))
      Object.assign(tablet, { leaseId: undefined, holds: new Set(), log: [], acts: [] })
    }
  }
}

async function sendFrom(tablet: Tablet, until: number): Promise<void> {
  const reply = await must(
    200,
    tablet.device.post('/desk/log', { lease_id: tablet.leaseId, entries: tablet.log.slice(0, until) }),
  )
  expect([...(reply.body.entries as Json)].map(({ outcome }) => String(outcome))).toEqual(
    Array<string>(until).fill('COLLECTED'),
  )
}
