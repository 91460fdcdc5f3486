import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala
/** The moments between one thing and the next. */
const moments: string[] = []

const pause = () => new Promise((resolve) => setTimeout(resolve, 15))
async function then(...steps: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    await step()
    await pause()
    moments.push(new Date().toISOString())
    await pause()
  }
}

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant, { options: { Mug: { total: 10, cost: 25 }, Shirt: { total: 10, cost: 40 } } })
  await then(
    () => gala.register('ann'),
    () => gala.register('bob', 'Shirt'),
    () => gala.approve('ann'),
    () => gala.approve('bob'),
    () => gala.cancel('ann'),
  )
})

const actions = ({ body }: Reply) => [...body].map(({ action }) => String(action))
const audit = (query: string) => tenant.auditor.get(`${gala.path}/audit?limit=100&${query}`)
const ledger = (query = '') => tenant.auditor.get(`${gala.path}/ledger?${query}`)

describe('the audit trail', () => {
  test('names who acted, whose registration it was, and what it was for', async () => {
    const [cancelled] = (await audit('')).body
    expect(cancelled).toMatchObject({
      action: 'registration.cancelled',
      actor_name: expect.stringMatching(/^approver/),
      person_name: `ann of ${gala.eventId}`,
      option_name: 'Mug',
    })
    const [option] = (await audit('action=option.')).body
    expect(option).toMatchObject({ action: 'option.created', person_name: null, option_name: 'Shirt' })
  })

  test.each([
    ['action=registration.', 5],
    ['action=registration.ap', 2],
    ['action=event.created', 1],
    ['action=nothing', 0],
  ])('%s finds %i', async (query, found) => {
    const reply = await audit(query)
    expect(reply.body).toHaveLength(found)
    expect(reply.headers['x-total-count']).toBe(String(found))
  })

  test('is found by what changed and by who changed it', async () => {
    const ann = await gala.person('ann')
    expect(actions(await audit(`subject_id=${gala.registrationOf('ann')}`))).toEqual([
      'registration.cancelled',
      'registration.approved',
      'registration.registered',
    ])
    expect(actions(await audit(`actor_id=${ann.userId}`))).toEqual(['registration.registered'])
    expect(actions(await audit(`actor_id=${tenant.approver.userId}&action=registration.c`))).toEqual([
      'registration.cancelled',
    ])
    expect(await audit('action=Drop%20table')).toMatchObject({ status: 422 })
  })

  test('between two moments', async () => {
    const [afterAnn = '', afterBob = '', afterApproval = ''] = moments
    expect(actions(await audit(`from=${afterAnn}&to=${afterApproval}`))).toEqual([
      'registration.approved',
      'registration.registered',
    ])
    expect(actions(await audit(`from=${afterAnn}&to=${afterApproval}&action=registration.r`))).toEqual([
      'registration.registered',
    ])
    const reply = await audit(`from=${afterBob}`)
    expect([actions(reply), reply.headers['x-total-count']]).toEqual([
      ['registration.cancelled', 'registration.approved', 'registration.approved'],
      '3',
    ])
    expect((await audit(`from=${afterApproval}&to=${afterAnn}`)).headers['x-total-count']).toBe('0')
    expect((await audit('to=2020-01-01T00:00:00Z')).body).toEqual([])
    const at = String((await audit('action=event.created')).body[0]?.created_at)
    expect(actions(await audit(`from=${at}&action=event.`))).toEqual(['event.created'])
    expect(actions(await audit(`to=${at}&action=event.`))).toEqual([])
  })

  test('of the organisation is found in the same ways, and names the people', async () => {
    const user = await tenant.owner.post('/users', { email: 'zoe@example.org', name: 'Zoe', role: 'member' })
    const [entry] = (await tenant.auditor.get(`/audit?action=user.&subject_id=${String(user.body.id)}`)).body
    expect(entry).toMatchObject({
      action: 'user.created',
      actor_name: expect.stringMatching(/^owner/),
      person_name: 'Zoe',
      option_name: null,
    })
    expect((await tenant.auditor.get(`/audit?actor_id=${tenant.member.userId}`)).body).toEqual([])
  })
})

describe('the ledger', () => {
  test('names who, whose and what', async () => {
    const reply = await ledger()
    expect(reply.body).toMatchObject([
      { kind: 'RELEASE', amount: -25, balance: 40, person_name: `ann of ${gala.eventId}`, option_name: 'Mug' },
      { kind: 'COMMIT', amount: 40, balance: 65, person_name: `bob of ${gala.eventId}`, option_name: 'Shirt' },
      { kind: 'COMMIT', amount: 25, balance: 25, actor_name: expect.stringMatching(/^approver/) },
    ])
    expect(reply.headers).not.toHaveProperty('x-balance')
  })

  test('of one registration', async () => {
    const reply = await ledger(`registration_id=${gala.registrationOf('ann')}`)
    expect([...reply.body].map(({ kind }) => String(kind))).toEqual(['RELEASE', 'COMMIT'])
    expect(reply.headers['x-total-count']).toBe('2')
  })

  test.each([
    ['2020-01-01T00:00:00Z', 0, '0'],
    [1, 0, '0'],
    [2, 1, '25'],
    [3, 2, '65'],
    [4, 3, '40'],
    ['2100-01-01T00:00:00Z', 3, '40'],
  ])('as it was at moment %s has %i entries and the balance %s', async (at, entries, balance) => {
    const reply = await ledger(`until=${typeof at === 'number' ? moments[at] : at}`)
    expect(reply.body).toHaveLength(entries)
    expect(reply.headers).toMatchObject({ 'x-total-count': String(entries), 'x-balance': balance })
  })

  test('the moment of an entry belongs to it', async () => {
    const at = String((await ledger()).body[2]?.created_at)
    expect((await ledger(`until=${at}`)).headers['x-balance']).toBe('25')
  })

  test("is nobody's in another tenant", async () => {
    const other = await givenTenant(server, 'Other')
    expect((await other.auditor.get(`${gala.path}/ledger?until=${moments[4]}`)).status).toBe(404)
    expect((await other.auditor.get(`/audit?subject_id=${gala.registrationOf('ann')}`)).body).toEqual([])
  })
})
