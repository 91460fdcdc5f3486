import { beforeAll, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import { readCsv } from '../testing/read-csv.ts'
import type { Json } from '../testing/reply.ts'
import { deriveSecrets } from '../platform/secrets.ts'

let tenant: TestTenant
let gala: Gala

const people = ['ann', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gus', 'hal', 'kim']
/** Texts that break a table, or worse; each is somebody's notes. */
const texts = [
  '=1+1',
  '+49 30 1234',
  '-2',
  '@SUM(A1)',
  '\t=1+1',
  'a, "b"; c',
  'one\ntwo',
  '🎁 Ångström\r\n«naïve» 漢字 \u{feff}x',
  'one\rtwo',
]

beforeAll(async () => {
  tenant = await givenTenant(await givenApp())
  gala = await givenGala(tenant, { options: { Mug: { total: 50, cost: 25 }, Track: { total: 5, type: 'TRACK' } } })
  const slot = { location: 'North, Gate', starts_at: '2027-05-21T11:30:00+02:00', ends_at: '2027-05-21T12:00:00+02:00' }
  await tenant.organizer.post(`${gala.path}/slots`, { label: 'North 11:30', ...slot })
  await tenant.organizer.post(`${gala.path}/slots`, { label: 'none said' })
  for (const [index, name] of people.entries()) {
    await tenant.owner.put(`/users/${(await gala.person(name)).userId}`, {
      department: index % 2 === 0 ? `Dept "${index}"` : null,
    })
    await gala.register(name, index === 0 ? 'Track' : 'Mug', index < 5 ? 'North 11:30' : undefined)
    await gala.approve(name, { notes: texts[index] })
  }
  await gala.cancel('cleo')
  await gala.reject('dan')
  for (const name of ['ina', 'jo']) await gala.register(name, 'Mug', 'none said')
})

/** The line that a registration of the list must have. */
function lineOf(row: Json): Record<string, string> {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  const notes = text(row.notes)
  return {
    person_name: text(row.person?.name),
    person_email: text(row.person?.email),
    person_department: text(row.person?.department),
    amount_committed: Number(row.amount_committed).toFixed(2),
    currency: 'EUR',
    pickup_location: text(row.pickup?.location),
    pickup_starts_at: text(row.pickup?.starts_at),
    pickup_ends_at: text(row.pickup?.ends_at),
    notes: /^[=+\-@\t]/.test(notes) ? `'${notes}` : notes,
    ...Object.fromEntries(
      [
        'id',
        'event_id',
        'event_name',
        'user_id',
        'event_option_id',
        'option_name',
        'option_type',
        'status',
        'preferred_pickup_slot',
        'assigned_pickup_slot',
        'created_at',
        'approved_at',
        'approved_by',
        'approved_by_name',
      ].map((name) => [name, text(row[name])]),
    ),
  }
}

const queries = () => [
  '',
  'order=oldest',
  'status_filter=APPROVED',
  'q=ann',
  `event_option_id=${gala.options.Track}`,
  'department=',
  'department=Dept%20%220%22&department=Dept%20%222%22',
  'slot=North%2011%3A30',
  'slot=',
  'waiting_days_min=0&order=oldest',
  'q=nobody%20of%20that%20name',
]

test('the file has the rows of the list, in their order, under every filter', async () => {
  for (const query of queries()) {
    const list = await tenant.auditor.get(`${gala.path}/registrations?limit=100&${query}`)
    const file = await tenant.auditor.get(`${gala.path}/registrations.csv?${query}`)
    expect(file.status, query).toBe(200)
    expect(readCsv(file.text), query).toEqual([...list.body].map(lineOf))
  }
  expect(readCsv((await tenant.auditor.get(`${gala.path}/registrations.csv`)).text).length).toBe(people.length + 2)
})

test('what a spreadsheet would run is text; everything else is as it was typed', async () => {
  const rows = readCsv((await tenant.auditor.get(`${gala.path}/registrations.csv`)).text)
  const notes = Object.fromEntries(rows.map((row) => [row.person_name?.split(' ')[0], row.notes]))
  expect(notes).toMatchObject({
    ann: "'=1+1",
    ben: "'+49 30 1234",
    cleo: "'-2",
    dan: "'@SUM(A1)",
    eve: "'\t=1+1",
    finn: texts[5],
    gus: texts[6],
    hal: texts[7],
    kim: texts[8],
    ina: '',
  })
})

test('it says what it is: UTF-8 with its mark, lines that end as they must, a name from the event', async () => {
  const { headers, text } = await tenant.auditor.get(`${gala.path}/registrations.csv?q=nobody%20of%20that%20name`)
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(headers['content-disposition']).toBe('attachment; filename="gala-registrations.csv"')
  expect(headers['cache-control']).toBe('no-store, no-transform')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(text).toMatch(/^\u{feff}person_name,person_email,[a-z_,]+,event_name\r\n$/u)
})

test('no QR token is in it, whoever asks; members and the desk are not let in', async () => {
  const secrets = deriveSecrets(testSecret)
  const tokens = people.map((name) => secrets.qrToken(tenant.tenantId, gala.registrationOf(name), 1))
  for (const role of ['owner', 'organizer', 'approver', 'auditor'] as const) {
    const { status, text } = await tenant[role].get(`${gala.path}/registrations.csv`)
    expect(status).toBe(200)
    for (const token of tokens) expect(text).not.toContain(token)
  }
  for (const role of ['desk', 'member'] as const) {
    expect(await tenant[role].get(`${gala.path}/registrations.csv`)).toMatchObject({ status: 403 })
  }
})

test.each([
  ['JPY', 1500, '1500', '0'],
  ['KWD', 1.5, '1.500', '0.000'],
  ['CHF', 0, '0.00', '0.00'],
])('money has the decimals of its currency: %s', async (currency, cost, said, none) => {
  const event = await tenant.organizer.post('/events', { name: `In ${currency}`, currency, event_budget_amount: 9000 })
  const path = `/events/${String(event.body.id)}`
  const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 5, cost_per_unit: cost }
  const { body } = await tenant.organizer.post(`${path}/options`, option)
  const asked = await tenant.member.post(`${path}/register`, { event_option_id: body.id })
  expect(asked.status).toBe(201)
  const registration = `${path}/registrations/${String(asked.body.id)}`
  await tenant.approver.put(registration, { status: 'APPROVED' })
  await tenant.approver.put(registration, { status: 'CANCELLED' })
  const [row] = readCsv((await tenant.auditor.get(`${path}/registrations.csv`)).text)
  expect(row).toMatchObject({ amount_committed: said, currency })
  const [release, commit] = readCsv((await tenant.auditor.get(`${path}/ledger.csv`)).text)
  expect([commit?.amount, commit?.balance]).toEqual([said, said])
  expect([release?.amount, release?.balance]).toEqual([cost === 0 ? said : `-${said}`, none])
})
