import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellSome } from '../outbox/outbox.ts'
import { createLog } from '../platform/log.ts'
import { openMailer } from '../platform/mailer.ts'
import type { Mail, Mailer, MailerOptions } from '../platform/mailer.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'
import { givenSmtp } from '../testing/smtp.ts'
import type { TestSmtp } from '../testing/smtp.ts'
import { attemptMail, BACK_OFF_SECONDS } from './deliver-mail.ts'
import type { MailServices } from './deliver-mail.ts'
import { tellNotices } from './tell-notices.ts'

const mail: Mail = {
  to: { name: 'Ann', address: 'ann@example.org' },
  replyTo: null,
  messageId: '<one@localhost>',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  attachments: [],
}
const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
const opened: { close(): unknown }[] = []
afterAll(async () => {
  for (const one of opened) await one.close()
})
async function given(...options: Parameters<typeof givenSmtp>): Promise<TestSmtp> {
  const smtp = await givenSmtp(...options)
  opened.push(smtp)
  return smtp
}
function mailerOf(options: MailerOptions): Mailer {
  const mailer = openMailer(options)
  opened.push(mailer)
  return mailer
}

describe('a mail server that does not do as it should', () => {
  test('refuses the receiver for good: given up', async () => {
    const smtp = await given({ onRcptTo: (_address, _session, done) => done(refusal(550, '5.1.1 No such mailbox')) })
    expect(await mailerOf(smtp.mail).send(mail)).toMatchObject({ outcome: 'FAILED', answer: /550/ })
  })

  test.each([
    ['asks for patience at the receiver', { onRcptTo: 451 }],
    ['refuses the sender, which is ours to set right', { onMailFrom: 550 }],
  ])('%s: tried again', async (_what, at) => {
    const [[name, code] = ['', 0]] = Object.entries(at)
    const no = (_address: unknown, _session: unknown, done: (error: Error) => void) => done(refusal(code, 'no'))
    const smtp = await given({ [name]: no })
    expect(await mailerOf(smtp.mail).send(mail)).toMatchObject({ outcome: 'TRY_AGAIN' })
  })

  test('refuses the message itself for good, or for now', async () => {
    for (const [code, outcome] of [
      [554, 'FAILED'],
      [452, 'TRY_AGAIN'],
    ] as const) {
      const smtp = await given({
        onData: (stream, _session, done) => {
          stream.resume().on('end', () => done(refusal(code, 'no')))
        },
      })
      expect(await mailerOf(smtp.mail).send(mail), String(code)).toMatchObject({ outcome })
    }
  })

  test('is not there, or asks for a password that is another: tried again', async () => {
    const gone = mailerOf({ url: 'smtp://127.0.0.1:1', from: 'a@example.org' })
    expect(await gone.send(mail)).toMatchObject({ outcome: 'TRY_AGAIN', answer: /ECONNREFUSED/ })
    const smtp = await given({
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(refusal(535, 'wrong')),
    })
    const url = smtp.mail.url.replace('://', '://me:canary@')
    const outcome = await mailerOf({ ...smtp.mail, url }).send(mail)
    expect(outcome).toMatchObject({ outcome: 'TRY_AGAIN' })
    expect(outcome.answer).not.toContain('canary')
  })

  test.each(['onConnect', 'onMailFrom', 'onRcptTo', 'onData'])('hangs at %s: let go of in time', async (where) => {
    const smtp = await given({ [where]: () => {} }, { greeting: 300, answer: 300, whole: 2_000 })
    const begun = performance.now()
    expect(await mailerOf(smtp.mail).send(mail)).toMatchObject({ outcome: 'TRY_AGAIN' })
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  test('hangs for one message: the others go out meanwhile', async () => {
    const smtp = await given(
      { onRcptTo: ({ address }, _session, done) => (address.startsWith('slow') ? undefined : done()) },
      { answer: 3_000, whole: 4_000 },
    )
    const mailer = mailerOf(smtp.mail)
    const slow = mailer.send({ ...mail, to: { name: 'Slow', address: 'slow@example.org' } })
    const begun = performance.now()
    const others = Array.from({ length: 20 }, (_none, no) => mailer.send({ ...mail, messageId: `<${no}@localhost>` }))
    for (const one of others) expect(await one).toMatchObject({ outcome: 'SENT' })
    expect(performance.now() - begun).toBeLessThan(2_500)
    expect(await slow).toMatchObject({ outcome: 'TRY_AGAIN' })
  })
})

describe('attempts', () => {
  let server: TestApp
  let tenant: TestTenant
  let smtp: TestSmtp
  let services: MailServices
  beforeAll(async () => {
    // No worker here: each attempt is made by the test.
    server = await givenApp()
    tenant = await givenTenant(server)
    smtp = await given()
    services = servicesWith(mailerOf(smtp.mail))
  })

  function servicesWith(mailer: Mailer | undefined): MailServices {
    const createLink = () => Promise.resolve({ url: 'http://localhost:3000/sign-in#code=x' })
    const log = createLog('silent')
    const secrets = deriveSecrets(testSecret)
    return { db: server.db, secrets, mailer, publicUrl: 'http://localhost:3000', createLink, log }
  }

  /** Two notices of one registration, as if it had been told of. */
  async function givenNotices(name: string): Promise<[string, string]> {
    const gala = await givenGala(tenant)
    await gala.register(name)
    await gala.approve(name)
    const scope = { tenantId: tenant.tenantId, scopeId: gala.eventId }
    const teller = { name: 'notices', tell: tellNotices }
    await tellSome(server.db, [teller], scope)
    // Told a second time, as after a crash: nothing more comes of it.
    await asOwner(server.database, 'update outbox_cursors set told_no = 0 where scope_id = $1', [gala.eventId])
    await tellSome(server.db, [teller], scope)
    const rows = await asOwner<{ id: string }>(
      server.database,
      "select id from notices where event_id = $1 and channel = 'mail' order by order_no",
      [gala.eventId],
    )
    expect(rows).toHaveLength(2)
    return [rows[0]?.id ?? '', rows[1]?.id ?? '']
  }
  const attempt = (id: string, by = services) => attemptMail(by, tenant.tenantId, id)
  const messageOf = async (id: string): Promise<Json> => (await tenant.owner.get(`/outbox/${id}`)).body
  const letTimePass = (id: string) =>
    asOwner(server.database, "update notices set next_attempt_at = now() - interval '1 s' where id = $1", [id])

  test('the second message about a registration waits for the first; both servers at once send each once', async () => {
    const [first, second] = await givenNotices('ann')
    expect(await attempt(second)).toBe(false)
    expect(smtp.taken).toHaveLength(0)
    await Promise.all([attempt(first), attempt(first), attempt(first)])
    await Promise.all([attempt(second), attempt(second)])
    expect(smtp.taken.map(({ subject }) => subject)).toEqual(['We have your request for Mug', 'Approved: Mug for Gala'])
    expect(await messageOf(first)).toMatchObject({ status: 'DONE', attempts: 1, next_attempt_at: null })
  })

  test('what fails for now is tried again with longer and longer waits, and given up after the last', async () => {
    const [id] = await givenNotices('bob')
    const busy: Mailer = { send: () => Promise.resolve({ outcome: 'TRY_AGAIN', answer: '451 later' }), close: () => {} }
    const waits: number[] = []
    for (let no = 0; no < BACK_OFF_SECONDS.length; no += 1) {
      await attempt(id, servicesWith(busy))
      const message = await messageOf(id)
      expect(message).toMatchObject({ status: 'WAITING', attempts: no + 1, last_error: '451 later' })
      waits.push((Date.parse(String(message.next_attempt_at)) - Date.now()) / 1000)
      await letTimePass(id)
    }
    for (const [no, seconds] of BACK_OFF_SECONDS.entries()) {
      expect(waits[no]).toBeGreaterThan(seconds * 0.8)
      expect(waits[no]).toBeLessThan(seconds * 1.2)
    }
    await attempt(id, servicesWith(busy))
    const failed = await messageOf(id)
    expect(failed).toMatchObject({ status: 'FAILED', attempts: BACK_OFF_SECONDS.length + 1, next_attempt_at: null })
    expect(failed.attempt_log).toHaveLength(BACK_OFF_SECONDS.length + 1)
  })

  test('accepted, and the answer lost: it goes out again as the same message', async () => {
    const [id] = await givenNotices('cleo')
    const before = smtp.raw.length
    await attempt(id)
    // As if this server had died between handing it over and writing that down.
    await asOwner(server.database, "update notices set status = 'WAITING', done_at = null where id = $1", [id])
    await attempt(id)
    const [one, two] = smtp.taken.slice(before)
    expect(one?.messageId).toBe(`<${id}@localhost>`)
    expect(two?.messageId).toBe(one?.messageId)
    expect(two?.subject).toBe(one?.subject)
  })

  test('dropped after DATA: tried again, with the same Message-ID', async () => {
    const [id] = await givenNotices('dan')
    const seen: string[] = []
    const dropping = await given({
      onData: (stream, session, done) => {
        let text = ''
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
        stream.on('end', () => {
          seen.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? '')
          if (seen.length > 1) return done()
          for (const socket of connections) socket.destroy()
          return void session
        })
      },
    })
    const connections = dropping.sockets
    const by = servicesWith(mailerOf(dropping.mail))
    await attempt(id, by)
    expect(await messageOf(id)).toMatchObject({ status: 'WAITING', attempts: 1 })
    await letTimePass(id)
    await attempt(id, by)
    expect(await messageOf(id)).toMatchObject({ status: 'DONE', attempts: 2 })
    expect(seen).toEqual([`<${id}@localhost>`, `<${id}@localhost>`])
  })

  test('a server that dies in the middle is taken over from when its time is over, and not before', async () => {
    const [id] = await givenNotices('eva')
    // It has taken the message, and will never say what became of it.
    void attempt(id, servicesWith({ send: () => new Promise(() => {}), close: () => {} }))
    const taken = () =>
      asOwner<{ seconds: number }>(
        server.database,
        'select extract(epoch from taken_until - now())::float as seconds from notices where id = $1 and taken_by is not null',
        [id],
      )
    await expect.poll(taken).toHaveLength(1)
    const [lease] = await taken()
    // With a look every five seconds it is somebody else's within a minute.
    expect(lease?.seconds).toBeLessThanOrEqual(50)
    expect(await attempt(id)).toBe(false)
    await asOwner(server.database, "update notices set taken_until = now() - interval '1 s' where id = $1", [id])
    expect(await attempt(id)).toBe(true)
    expect(await messageOf(id)).toMatchObject({ status: 'DONE', attempts: 1 })
  })

  test('without a mail server messages are kept, and go out when there is one and somebody says so', async () => {
    const [first, second] = await givenNotices('fay')
    for (const id of [first, second]) await attempt(id, servicesWith(undefined))
    expect(await messageOf(first)).toMatchObject({ status: 'KEPT', attempts: 0 })
    expect((await tenant.owner.get('/outbox?status=KEPT')).body).toHaveLength(2)
    expect(await tenant.owner.post('/outbox/retry', { status: 'KEPT' })).toMatchObject({
      status: 409,
      body: { code: 'MAIL_NOT_SET_UP' },
    })
  })

  test('somebody who was deactivated is sent nothing', async () => {
    const [id] = await givenNotices('gus')
    const { user_id } = await messageOf(id)
    expect((await tenant.owner.put(`/users/${user_id}`, { is_active: false })).status).toBe(200)
    await attempt(id)
    expect(await messageOf(id)).toMatchObject({ status: 'FAILED', last_error: 'This person was deactivated.' })
  })
})
