import type { AddressObject } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_CONNECTIONS } from '../platform/mailer.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenSmtp } from '../testing/smtp.ts'
import type { TestSmtp } from '../testing/smtp.ts'

let smtp: TestSmtp
let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  smtp = await givenSmtp()
  server = await givenApp({ work: { mail: smtp.mail, lookEveryMs: 100 } })
  tenant = await givenTenant(server)
})
afterAll(() => smtp.close())

const password = 'a good long password'
const codeIn = (text: string | undefined) => /sign-in#code=([\w-]+)/.exec(text ?? '')?.[1]
const emailOf = (to: unknown) => (to as AddressObject).value[0]?.address

describe('a way in by mail', () => {
  test('an invitation lets its person in once, and its link is read by nobody else', async () => {
    const { body: ines } = await tenant.owner.post('/users', {
      email: 'Ines@example.org',
      name: 'Ines',
      role: 'member',
    })
    expect((await tenant.owner.post(`/users/${ines.id}/invite`)).status).toBe(204)
    const [mail] = await smtp.until(1)
    expect(mail?.subject).toBe('Your way in to Northwind')
    expect(emailOf(mail?.to)).toBe('Ines@example.org')
    const code = codeIn(mail?.text)
    const stranger = server.as(undefined)
    expect(await stranger.post('/auth/link', { code, password })).toMatchObject({ status: 200 })
    expect(await stranger.post('/auth/link', { code, password })).toMatchObject({ status: 422 })

    const [sent] = (await tenant.owner.get('/outbox?kind=invitation')).body
    const seen = (await tenant.owner.get(`/outbox/${sent?.id}`)).text
    expect(seen).not.toContain('#code=')
    const kept = await asOwner<{ text: string }>(server.database, 'select n::text as text from notices n')
    expect(kept.map(({ text }) => text).join()).not.toContain(code)
  })

  test('a link that is asked for goes to the address alone; the answer tells nothing', async () => {
    const before = smtp.taken.length
    const stranger = server.as(undefined)
    const known = await stranger.post('/auth/link-request', { email: 'ines@example.org' })
    const unknown = await stranger.post('/auth/link-request', { email: 'nobody@example.org' })
    expect([known.status, known.text]).toEqual([204, ''])
    expect([unknown.status, unknown.text]).toEqual([204, ''])
    const mail = (await smtp.until(before + 1)).at(-1)
    expect(mail?.subject).toBe('Your sign-in link for Northwind')
    const signedIn = await stranger.post('/auth/link', { code: codeIn(mail?.text) })
    expect(signedIn).toMatchObject({ status: 200, body: { user: { name: 'Ines' } } })
    expect(smtp.taken).toHaveLength(before + 1)
  })

  test('nobody gets more than a few an hour, whoever asks', async () => {
    const stranger = server.as(undefined)
    const before = smtp.taken.length
    for (let time = 0; time < 10; time += 1) await stranger.post('/auth/link-request', { email: 'ines@example.org' })
    await smtp.until(before + 4)
    await server.working?.outbox.settle()
    const links = await asOwner(server.database, "select id from notices where kind = 'sign_in_link'")
    expect(links).toHaveLength(5)
    for (let time = 0; time < 20; time += 1)
      await stranger.post('/auth/link-request', { email: `x${time}@example.org` })
    expect(await stranger.post('/auth/link-request', { email: 'y@example.org' })).toMatchObject({ status: 429 })
  })
})

test('a job that failed goes on where it stopped', async () => {
  const { body: event } = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: 5 })
  const id = '019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e99'
  await asOwner(
    server.database,
    `insert into jobs (tenant_id, id, event_id, status, request, registration_ids, total, failures, created_by, finished_at)
     values ($1, $2, $3, 'FAILED', '{"action":"cancel","order":"as_given","mode":"best_effort","dry_run":false}',
             array['019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e98']::uuid[], 1, 5, $4, now())`,
    [tenant.tenantId, id, event.id, tenant.owner.userId],
  )
  expect(await tenant.owner.post(`/jobs/${id}/retry`)).toMatchObject({ status: 200, body: { problem: null } })
  await expect.poll(async () => (await tenant.owner.get(`/jobs/${id}`)).body.status).toBe('DONE')
  expect(await tenant.owner.post(`/jobs/${id}/retry`)).toMatchObject({ status: 409, body: { code: 'JOB_OVER' } })
})

test('whoever waits to be let in does not wait for all the mail before', async () => {
  let held: (() => void)[] = []
  const taken: string[] = []
  const slow = await givenSmtp({
    onData: (stream, session, done) => {
      stream.resume().on('end', () => {
        taken.push(session.envelope.rcptTo[0]?.address ?? '')
        held.push(done)
      })
    },
  })
  const busy = await givenApp({ work: { mail: slow.mail, lookEveryMs: 100 } })
  const crowd = await givenTenant(busy)
  const { body: late } = await crowd.owner.post('/users', { email: 'late@example.org', name: 'Late', role: 'member' })
  const gala = await givenGala(crowd)
  for (let person = 0; person < 30; person += 1) await gala.register(`p${person}`)
  const asked = async () =>
    (await asOwner(busy.database, "select distinct singleton_key from worker.job where name = 'mail'")).length
  await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(MOST_CONNECTIONS)
  await expect.poll(asked, { timeout: 20_000 }).toBe(30)

  expect((await crowd.owner.post(`/users/${late.id}/invite`)).status).toBe(204)
  await expect.poll(asked, { timeout: 20_000 }).toBe(31)
  const letGo = setInterval(() => {
    for (const done of held) done()
    held = []
  }, 10)
  await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(31)
  clearInterval(letGo)
  expect(taken.indexOf('late@example.org')).toBeLessThan(3 * MOST_CONNECTIONS)
  await slow.close()
})
