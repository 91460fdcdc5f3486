import type { AddressObject, ParsedMail } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deriveSecrets } from '../platform/secrets.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'
import { givenSmtp } from '../testing/smtp.ts'
import type { TestSmtp } from '../testing/smtp.ts'

let smtp: TestSmtp
let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  smtp = await givenSmtp()
  server = await givenApp({ work: { mail: smtp.mail, lookEveryMs: 200 } })
  tenant = await givenTenant(server)
})
afterAll(() => smtp.close())

const addressOf = ({ to }: ParsedMail) => (to as AddressObject | undefined)?.value[0]?.address ?? ''
const subjectsTo = (person: string) =>
  smtp.taken.filter((mail) => addressOf(mail).startsWith(`${person}.`)).map(({ subject }) => subject)
async function mailsTo(person: string, count: number): Promise<ParsedMail[]> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const found = smtp.taken.filter((mail) => addressOf(mail).startsWith(`${person}.`))
    if (found.length >= count) return found
    if (performance.now() > deadline) throw new Error(`${found.length} of ${count} came: ${subjectsTo(person)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('mail that is received', () => {
  test('a story: asked, approved, moved, cancelled, each told in order to whom it happened', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 25 } } })
    await tenant.organizer.put(gala.path, {
      event_date: '2031-05-21T07:00:00Z',
      ends_at: '2031-05-21T16:00:00Z',
      venue: 'Harbour Hall',
      timezone: 'Europe/Berlin',
    })
    const slot = { location: 'North Gate', starts_at: '2031-05-21T09:30:00Z', ends_at: '2031-05-21T10:00:00Z' }
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'North 11:30', ...slot })
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'South 12:00' })
    expect((await gala.register('ann', 'Mug', 'North 11:30')).status).toBe(201)
    expect((await gala.approve('ann')).status).toBe(200)
    const move = { preferred_pickup_slot: 'South 12:00' }
    const id = gala.registrationOf('ann')
    expect((await tenant.approver.put(`${gala.path}/registrations/${id}`, move)).status).toBe(200)
    await tenant.approver.put(`${gala.path}/registrations/${id}`, { status: 'CANCELLED', notes: 'The hall is closed.' })

    const mails = await mailsTo('ann', 4)
    expect(mails.map(({ subject }) => subject)).toEqual([
      'We have your request for Mug',
      'Approved: Mug for Gala',
      'Another time for Mug: South 12:00',
      'Cancelled: Mug for Gala',
    ])
    const [, approved, moved, cancelled] = mails
    expect(approved?.from?.text).toBe('"Allot" <events@example.org>')
    expect(approved?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(approved?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/)
    const token = deriveSecrets(testSecret).qrToken(tenant.tenantId, id, 1)
    for (const part of [approved?.text, String(approved?.html)]) {
      expect(part?.replaceAll(' ', '')).toContain(token)
      for (const word of ['North 11:30', 'North Gate', 'Harbour Hall', '25.00 EUR', 'Wed, 21 May 2031, 11:30']) {
        expect(part, word).toContain(word)
      }
      expect(part).toContain(`http://localhost:3000/mine/${id}`)
    }
    const [picture, calendar] = approved?.attachments ?? []
    expect(picture).toMatchObject({ contentType: 'image/png', related: true })
    expect(calendar?.contentType).toBe('text/calendar')
    const ics = String(calendar?.content)
    expect(ics).toContain('DTSTART:20310521T093000Z')
    expect(ics).toContain(`UID:${id}@localhost`)
    expect(moved?.text).toMatch(/Before: North 11:30/)
    expect(cancelled?.text).toMatch(/Note: The hall is closed\./)
    expect(cancelled?.attachments).toEqual([])
  })

  test('who is rejected hears why, and what there still is, one tap away', async () => {
    const gala = await givenGala(tenant, {
      options: { Hoodie: { total: 5, cost: 74 }, Shirt: { total: 9, cost: 28.5 } },
    })
    await gala.register('bob', 'Hoodie')
    const id = gala.registrationOf('bob')
    await tenant.approver.put(`${gala.path}/registrations/${id}`, { status: 'REJECTED', notes: 'Too many hoodies.' })
    const [, rejected] = await mailsTo('bob', 2)
    expect(rejected?.subject).toBe('Not this time: Hoodie for Gala')
    expect(rejected?.text).toContain('Note: Too many hoodies.')
    const { slug } = (await tenant.organizer.get(gala.path)).body
    const link = `http://localhost:3000/e/${slug}?option=${gala.options['Shirt']}`
    expect(rejected?.text).toContain(`- Shirt, 28.50 EUR (9 left): ${link}`)
    expect(String(rejected?.html)).toContain(`href="${link}"`)
  })

  test('the link of an offer opens it for whoever has the mail, and takes it', async () => {
    const gala = await givenGala(tenant, {
      options: { Mug: { total: 1, cost: 25 } },
      waitlist: { promotion: 'offer', offer_hours: 5 },
    })
    await gala.register('zoe')
    await gala.approve('zoe')
    await gala.wait('liv')
    await gala.cancel('zoe')
    const [, offer] = await mailsTo('liv', 2)
    expect(offer?.subject).toMatch(/^A place for you: Mug, until /)
    const token = /http:\/\/localhost:3000\/offer#token=([\w-]+)\s/.exec(offer?.text ?? '')?.[1]
    expect(String(offer?.html)).toContain(`href="http://localhost:3000/offer#token=${token}"`)
    const anybody = server.as(undefined)
    expect((await anybody.get(`/offers/${token}`)).body).toMatchObject({ option_name: 'Mug' })
    expect((await anybody.post(`/offers/${token}/accept`)).status).toBe(200)
    expect((await tenant.approver.get(`${gala.path}/registrations/${gala.registrationOf('liv')}`)).body).toMatchObject({
      status: 'PENDING',
    })
    // The inbox is read by whoever is signed in already, and by those who run the event: no token stands there.
    const { text } = await tenant.owner.get(`/outbox?event_id=${gala.eventId}`)
    expect(text).not.toContain(token)
  })

  test('in the language of whoever gets it, or else of the organisation', async () => {
    const gala = await givenGala(tenant)
    const eva = await gala.person('eva')
    await eva.put('/me/profile', { language: 'de' })
    await gala.register('eva')
    const [mail] = await mailsTo('eva', 1)
    expect(mail?.subject).toBe('Deine Anfrage für Mug ist da')
    expect(String(mail?.html)).toMatch(/<html lang="de"/)
  })

  test('what was cancelled by oneself needs no mail, and stands in the inbox', async () => {
    const gala = await givenGala(tenant)
    await gala.register('kim')
    const kim = await gala.person('kim')
    const cancelled = await kim.put(`${gala.path}/registrations/${gala.registrationOf('kim')}`, { status: 'CANCELLED' })
    expect(cancelled.status).toBe(200)
    await server.working?.outbox.settle()
    const kindsOf = (rows: Json) => [...rows].map(({ kind }) => kind)
    expect(kindsOf((await kim.get('/me/inbox')).body)).toEqual(['registration_cancelled', 'registration_received'])
    const mail = await tenant.owner.get(`/outbox?event_id=${gala.eventId}&channel=mail`)
    expect(kindsOf(mail.body)).toEqual(['registration_received'])
  })

  test('paused, it is kept; let go on, it goes out when somebody says so', async () => {
    const other = await givenTenant(server, 'Paused')
    await other.owner.put('/notification-settings', { is_mail_paused: true })
    const gala = await givenGala(other)
    await gala.register('pia')
    const kept = async () => (await other.owner.get('/outbox/summary')).body.kept
    await expect.poll(kept, { timeout: 10_000 }).toBe(1)
    const refused = await other.owner.post('/outbox/retry', { status: 'KEPT' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'MAIL_NOT_SET_UP', detail: /paused/ } })
    await other.owner.put('/notification-settings', { is_mail_paused: false })
    expect((await other.owner.post('/outbox/retry', { status: 'KEPT' })).body).toEqual({ retried: 1 })
    expect((await mailsTo('pia', 1))[0]?.subject).toBe('We have your request for Mug')
  })
})
