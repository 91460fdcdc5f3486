import { beforeAll, expect, test } from 'vitest'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await givenTenant(await givenApp())
})

test('at first everything is as the browser likes it', async () => {
  const usual = { language: null, theme: 'auto', single_letter_keys: true }
  expect((await tenant.desk.get('/me/profile')).body).toEqual(usual)
  expect((await tenant.desk.get('/me')).body.profile).toEqual(usual)
})

test('what is sent is changed, and the rest stays', async () => {
  const { member } = tenant
  expect((await member.put('/me/profile', { language: 'de' })).body).toEqual({
    language: 'de',
    theme: 'auto',
    single_letter_keys: true,
  })
  await member.put('/me/profile', { theme: 'dark', single_letter_keys: false })
  expect((await member.get('/me')).body.profile).toEqual({ language: 'de', theme: 'dark', single_letter_keys: false })
  expect((await member.put('/me/profile', { language: null })).body).toEqual({
    language: null,
    theme: 'dark',
    single_letter_keys: false,
  })
  expect((await member.put('/me/profile', {})).body).toMatchObject({ theme: 'dark' })
})

test('two changes at once lose nothing of each other', async () => {
  const { approver } = tenant
  await Promise.all([approver.put('/me/profile', { language: 'en' }), approver.put('/me/profile', { theme: 'light' })])
  expect((await approver.get('/me/profile')).body).toMatchObject({ language: 'en', theme: 'light' })
})

test("is one's own, and changes nobody else's", async () => {
  await tenant.owner.put('/me/profile', { theme: 'light' })
  expect((await tenant.auditor.get('/me/profile')).body).toMatchObject({ theme: 'auto' })
})

test.each([{ language: 'fr' }, { theme: 'blue' }, { theme: null }, { single_letter_keys: 'no' }, { name: 'Ann' }])(
  '%o is refused',
  async (body) => {
    expect(await tenant.member.put('/me/profile', body)).toMatchObject({ status: 422, body: { code: 'INVALID' } })
  },
)
