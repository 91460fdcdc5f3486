import { languages, noticeKindNames, noticeKinds } from '@allot/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'
import { givenSmtp } from '../testing/smtp.ts'
import type { TestSmtp } from '../testing/smtp.ts'
import { builtIn } from './built-in.ts'
import { checkTemplate } from './template.ts'

let smtp: TestSmtp
let server: TestApp
let tenant: TestTenant
let gala: Gala
beforeAll(async () => {
  smtp = await givenSmtp()
  server = await givenApp({ work: { mail: smtp.mail, lookEveryMs: 200 } })
  tenant = await givenTenant(server)
  gala = await givenGala(tenant)
})
afterAll(() => smtp.close())

const kind = 'registration_approved'
const words = (more: object = {}) => ({ kind, language: 'en', subject: 'Hi {{person.name}}', body: 'Hello', ...more })
/** The texts of one kind, in English. */
const textsOf = ({ body }: Reply, wanted: string) =>
  [...(body.templates as unknown as Json[])].filter((one) => `${one.kind} ${one.language}` === `${wanted} en`)
const inUse = async (path: string): Promise<Json> => {
  return textsOf(await tenant.organizer.get(path), kind)[0] ?? ({} as Json)
}

test('the texts Allot brings along name nothing that their kind does not know', () => {
  for (const language of languages) {
    for (const name of noticeKindNames) expect(() => checkTemplate(name, builtIn[language][name])).not.toThrow()
  }
})

describe('a text of one’s own', () => {
  test('an event’s comes before the organisation’s, and that before Allot’s; each can be taken back', async () => {
    const ofEvent = `${gala.path}/notice-templates`
    expect(await inUse(ofEvent)).toMatchObject({ source: 'built_in', subject: builtIn.en[kind].subject })
    await tenant.owner.put('/notice-templates', words({ subject: 'From the organisation' }))
    await tenant.organizer.put('/notice-templates', words({ subject: 'From the event', event_id: gala.eventId }))
    expect(await inUse(ofEvent)).toMatchObject({ source: 'event', subject: 'From the event' })
    expect(await inUse('/notice-templates')).toMatchObject({ source: 'tenant', subject: 'From the organisation' })
    const place = { kind, language: 'en' }
    expect(await tenant.organizer.post('/notice-templates/reset', { ...place, event_id: gala.eventId })).toMatchObject({
      status: 200,
      body: { source: 'tenant', subject: 'From the organisation', updated_by_name: 'owner 1' },
    })
    const reset = await tenant.owner.post('/notice-templates/reset', place)
    expect(reset.body).toMatchObject({ source: 'built_in', updated_at: null })
  })

  test('is what people are sent; what was sent keeps the words it was sent with', async () => {
    const mine = words({ subject: 'Yours: {{option.name}}', body: 'Dear {{person.name}}', event_id: gala.eventId })
    await tenant.organizer.put('/notice-templates', mine)
    await gala.register('ann')
    await gala.approve('ann')
    const mails = await smtp.until(2)
    expect(mails.map(({ subject }) => subject)).toContain('Yours: Mug')
    const [sent] = (await tenant.owner.get(`/outbox?kind=${kind}&channel=mail`)).body
    await expect.poll(async () => (await tenant.owner.get(`/outbox/${sent?.id}`)).body.status).toBe('DONE')
    await tenant.organizer.put('/notice-templates', { ...mine, subject: 'Another' })
    const kept = (await tenant.owner.get(`/outbox/${sent?.id}`)).body
    expect(kept).toMatchObject({ subject: 'Yours: Mug', message_id: `<${sent?.id}@localhost>` })
    expect(kept.attempt_log).toMatchObject([{ attempt_no: 1, outcome: 'SENT' }])
    // The code is its person's alone.
    expect(`${kept.text} ${kept.html}`).not.toMatch(/[A-Z2-7]{4} [A-Z2-7]{4}/)
  })

  test.each([
    ['person.nme', { body: 'Hello {{person.nme}}' }, 'body.body'],
    ['event.name ', { subject: '{{ constructor }}' }, 'body.subject'],
    ['link.event', { subject: '{{link.event}}' }, 'body.subject'],
    ['budget.total', { body: '{{budget.total}}' }, 'body.body'],
    ['1+1', { body: '{{1+1}}' }, 'body.body'],
    ['', { body: '{{}}' }, 'body.body'],
  ])('that names {{%s}} is refused, with the list of what there is', async (_name, wrong, path) => {
    const refused = await tenant.organizer.put('/notice-templates', words({ event_id: gala.eventId, ...wrong }))
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } })
    const said = JSON.stringify(refused.body)
    for (const known of noticeKinds[kind].placeholders) {
      if (path === 'body.body' || !known.startsWith('link.')) expect(said).toContain(`{{${known}}}`)
    }
    expect((await tenant.organizer.post('/notice-templates/preview', words(wrong))).status).toBe(422)
  })

  test.each([
    ['braces that do not close', { body: 'Hello {{person.name' }],
    ['a subject of two lines', { subject: 'One\nBcc: x@example.org' }],
    ['a kind that there is not', { kind: 'birthday' }],
    ['a language that there is not', { language: 'fr' }],
  ])('with %s is refused', async (_what, wrong) => {
    expect((await tenant.owner.put('/notice-templates', words(wrong))).status).toBe(422)
  })

  test('for the organisation is its owners’', async () => {
    const refused = await tenant.organizer.put('/notice-templates', words())
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    expect((await tenant.organizer.post('/notice-templates/reset', { kind, language: 'en' })).status).toBe(403)
  })

  test('written by two at once ends as one of theirs', async () => {
    const both = ['One', 'Two'].map((subject) =>
      tenant.owner.put('/notice-templates', words({ kind: 'digest', subject })),
    )
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
    const digests = textsOf(await tenant.owner.get('/notice-templates'), 'digest')
    expect(digests).toHaveLength(1)
    expect(['One', 'Two']).toContain(digests[0]?.subject)
  })
})

describe('trying it out', () => {
  test('a preview has example values and the event’s own, and sends nothing', async () => {
    const before = smtp.taken.length
    const body = 'Dear {{person.name}}, {{option.name}} at {{event.name}}\n\n{{link.registration}}'
    const { status, body: shown } = await tenant.organizer.post(
      '/notice-templates/preview',
      words({ body, event_id: gala.eventId }),
    )
    expect(status).toBe(200)
    expect(shown.subject).toBe('Hi organizer 2')
    expect(shown.text).toContain('Merino Hoodie at Gala')
    expect(shown.html).toContain('src="data:image/png;base64,')
    expect(shown.html).not.toContain('cid:')
    expect(smtp.taken).toHaveLength(before)
  })

  test('a test goes to who asks, says that it is one, and shows no code that is anybody’s', async () => {
    const before = smtp.taken.length
    const asked = await tenant.organizer.post('/notice-templates/test', words({ language: 'de' }))
    expect(asked).toMatchObject({ status: 202, body: { status: 'WAITING', kind, channel: 'mail' } })
    const mail = (await smtp.until(before + 1)).at(-1)
    expect(mail?.subject).toBe('Hi organizer 2')
    expect(mail?.text).toContain('Das ist ein Test mit Beispielwerten.')
    expect(mail?.text).toContain('ABCD EFGH')
  })
})
