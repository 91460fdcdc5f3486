import { beforeAll, expect, test } from 'vitest'
import { givenDesk } from '../testing/collecting.ts'
import { enrolDevice } from '../testing/desks.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'

let server: TestApp
let tenant: TestTenant

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server, 'Aster')
})

/** Three mugs and a talk were approved; Ann has her mug. */
async function givenEvening(): Promise<Gala> {
  const gala = await givenGala(tenant, {
    budget: 200,
    options: { Mug: { total: 5, cost: 25 }, Talk: { total: 5, cost: 10, type: 'TRACK' } },
  })
  for (const name of ['ann', 'bob', 'cem']) {
    await gala.register(name, 'Mug', '11:00')
    await gala.approve(name)
  }
  await gala.register('dee', 'Talk')
  await gala.approve('dee')
  await gala.register('eve', 'Mug')
  await collected(gala, 'ann')
  return gala
}

async function collected(gala: Gala, name: string): Promise<void> {
  const desk = await givenDesk(tenant, gala)
  const { body, text } = await desk.scan({ name })
  if (body.outcome !== ('COLLECTED' as unknown)) throw new Error(`not collected: ${text}`)
}

const close = (gala: Gala, more: object = {}) =>
  tenant.organizer.post(`${gala.path}/closing`, { uncollected: 'return', early: true, ...more })

test('what nobody collected goes back, or is written off as it is said; and the books add up', async () => {
  const gala = await givenEvening()
  const preview = await tenant.auditor.get(`${gala.path}/closing`)
  expect(preview.body).toMatchObject({
    is_closed: false,
    committed: 85,
    committed_after: 35,
    total: {
      approved: { count: 4, amount: 85 },
      collected: { count: 1, amount: 25 },
      uncollected: { count: 3, amount: 60 },
    },
    undecided: { pending: 1 },
  })

  const options = [{ event_option_id: gala.options.Talk, uncollected: 'write_off' }]
  const tried = await close(gala, { options, dry_run: true })
  expect(tried.body).toMatchObject({ is_closed: false, committed: 85, committed_after: 35 })

  const closed = await close(gala, { options, expected_basis: preview.body.basis })
  expect(closed).toMatchObject({ status: 200, body: { is_closed: true, committed: 35 } })
  expect(closed.body.total).toMatchObject({ returned: { count: 2, amount: 50 }, written_off: { count: 1, amount: 10 } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  expect(await gala.variance()).toMatchObject({ budget_committed: 35, approved_registrations_count: 4 })
  const { body } = await tenant.auditor.get(`${gala.path}/ledger?limit=3`)
  expect((body as unknown as { kind: string; amount: number }[]).map(({ kind, amount }) => [kind, amount])).toEqual([
    ['WRITE_OFF', 0],
    ['RETURN', -25],
    ['RETURN', -25],
  ])
})

test('closed books take nothing more, until they are opened again by entries that take it all back', async () => {
  const gala = await givenEvening()
  await close(gala)
  const no = { status: 409, body: { code: 'EVENT_CLOSED' } }
  expect(await gala.approve('eve')).toMatchObject(no)
  expect(await gala.cancel('bob')).toMatchObject(no)
  expect(await gala.register('fay')).toMatchObject(no)
  expect(await gala.wait('fay')).toMatchObject(no)
  expect(await tenant.organizer.put(gala.path, { event_budget_amount: 500 })).toMatchObject(no)
  expect(await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { total_available: 9 })).toMatchObject(
    no,
  )
  expect(await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })).toMatchObject(no)
  expect(await close(gala)).toMatchObject(no)
  await expect(collected(gala, 'bob')).rejects.toThrow()

  expect(
    (await tenant.organizer.post(`${gala.path}/closing/reopen`, { reason: 'A box was found.' })).body,
  ).toMatchObject({
    is_closed: false,
    committed: 85,
  })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  expect(await gala.approve('eve')).toMatchObject({ status: 200 })
  expect(await tenant.organizer.post(`${gala.path}/closing/reopen`, { reason: 'Again.' })).toMatchObject({
    status: 409,
    body: { code: 'EVENT_NOT_CLOSED' },
  })
})

test('an event that is not over is closed only by who says so, and only as it was looked at', async () => {
  const gala = await givenEvening()
  expect(await close(gala, { early: false })).toMatchObject({ status: 409, body: { code: 'EVENT_NOT_OVER' } })
  const { basis } = (await tenant.organizer.get(`${gala.path}/closing`)).body
  await collected(gala, 'bob')
  expect(await close(gala, { expected_basis: basis })).toMatchObject({ status: 409, body: { code: 'CLOSING_CHANGED' } })
  const strange = [{ event_option_id: gala.eventId, uncollected: 'return' }]
  expect(await close(gala, { options: strange })).toMatchObject({ status: 422 })
})

test('the same key closes once', async () => {
  const gala = await givenEvening()
  const body = { uncollected: 'return', early: true }
  const ask = () =>
    tenant.organizer.post(`${gala.path}/closing`, body, {
      'idempotency-key': `close ${gala.eventId}`.replace(' ', '-'),
    })
  const [first, second] = [await ask(), await ask()]
  expect(second.body).toEqual(first.body)
  expect(second.headers['idempotency-replayed']).toBe('true')
})

test('the report sets planned, committed and spent side by side, and its findings lead to their rows', async () => {
  const gala = await givenEvening()
  await close(gala, { options: [{ event_option_id: gala.options.Talk, uncollected: 'write_off' }] })
  const { body, status } = await tenant.auditor.get(`${gala.path}/report`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    budget: 200,
    planned: 175,
    committed: 85,
    spent: 35,
    asked: 5,
    approved: 4,
    collected: 1,
    no_shows: 3,
    participants: 1,
    cost_per_participant: 35,
  })
  const findings = body.findings as unknown as { kind: string; rows: string | null }[]
  expect(findings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['MONEY_UNSPENT', 'NO_SHOWS', 'UNDECIDED', 'OVERSUPPLY']),
  )
  for (const { rows } of findings) if (rows) expect((await tenant.auditor.get(rows)).status).toBe(200)
  const returned = await tenant.auditor.get(`${gala.path}/outcomes?became=returned`)
  expect(returned.headers['x-total-count']).toBe('2')
})

test('an event of another tenant to compare with is answered like one that there is not', async () => {
  const gala = await givenEvening()
  const other = await givenGala(await givenTenant(server, 'Birch'))
  const asked = (id: string) => tenant.auditor.get(`${gala.path}/report?compare=${id}`)
  const [theirs, nobodys] = [await asked(other.eventId), await asked('019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e')]
  expect(theirs).toMatchObject({ status: 422, body: { errors: nobodys.body.errors } })
  expect(nobodys.status).toBe(422)
  const own = await givenEvening()
  expect((await asked(own.eventId)).body.earlier).toMatchObject([{ event_id: own.eventId, collected: 1 }])
})

test('report, badges and pickup list are PDFs, whatever script a name is in', async () => {
  const gala = await givenEvening()
  const names = [
    'محمد الأمين',
    'דוד כהן',
    'Ελένη Παπαδοπούλου',
    '王小明',
    'Wolfeschlegelsteinhausenbergerdorff'.repeat(3),
  ]
  for (const [index, name] of names.entries()) {
    const person = await tenant.owner.post('/users', {
      name,
      email: `script${index}-${gala.eventId}@example.org`,
      role: 'member',
    })
    const asked = await tenant.organizer.post(`${gala.path}/register`, {
      event_option_id: gala.options.Talk,
      user_id: person.body.id,
    })
    await tenant.approver.put(`${gala.path}/registrations/${asked.body.id}`, { status: 'APPROVED' })
  }
  for (const file of [
    'report.pdf',
    'badges.pdf',
    'pickup-list.pdf',
    `badges.pdf?event_option_id=${gala.options.Talk}`,
  ]) {
    const reply = await tenant.organizer.get(`${gala.path}/${file}`)
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('application/pdf')
    expect(reply.text.slice(0, 5)).toBe('%PDF-')
    expect(reply.text.trimEnd().slice(-5)).toBe('%%EOF')
  }
})

test('books are not closed over a tablet that may be handing out, and are once it has given back', async () => {
  const gala = await givenEvening()
  const desk = await givenDesk(tenant, gala)
  const tablet = await enrolDevice(server, tenant.organizer, `${gala.path}/desks/${desk.deskId}`)
  expect(await tablet.post('/desk/leases', {})).toMatchObject({ status: 200 })
  expect(await close(gala, { dry_run: true })).toMatchObject({ status: 200 })
  const refused = await close(gala)
  expect(refused).toMatchObject({ status: 409, body: { code: 'LEASED' } })
  expect(refused.text).toMatch(/Desk \d+ holds 3 people who did not collect, until /)

  expect((await tablet.delete('/desk/leases/current')).status).toBeLessThan(300)
  expect(await close(gala)).toMatchObject({ status: 200, body: { is_closed: true } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})
