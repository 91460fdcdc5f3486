import { test } from 'vitest'
import { givenApp, givenTenant } from './testing/given-app.ts'
test('probe', async () => {
  const server = await givenApp()
  server.app.addHook
  const t = await givenTenant(server)
  const e = await t.organizer.post('/events', { name: 'x', event_budget_amount: 1, venue: 'v' })
  await t.organizer.put(`/events/${e.body.id}`, { venue: null, event_budget_amount: 5 })
  console.log((await t.auditor.get(`/events/${e.body.id}/audit`)).text)
  console.log((await t.organizer.post(`/events`, { name: 'x', event_budget_amount: 1, a: 1, b: 2 })).text)
})
