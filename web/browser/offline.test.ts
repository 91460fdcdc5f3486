import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { givenEvent, givenTenant } from './testing/given.ts'
import type { GivenEvent, Person, Tenant } from './testing/given.ts'
import { story } from './testing/story.ts'

let tenant: Tenant
let gala: GivenEvent

beforeAll(async () => {
  tenant = await givenTenant()
  gala = await givenEvent(tenant, { options: { Mug: { total: 100, cost: 25 } } })
})

/** Somebody whose mug is approved, so that there is a code to show. */
async function givenMug(name: string): Promise<{ person: Person; registrationId: string }> {
  const person = await tenant.add('member', name)
  const registrationId = await gala.ask(person)
  await gala.approve(registrationId)
  return { person, registrationId }
}

test(
  'the code is there without a network, after everything was closed',
  story(
    async ({ open }) => {
      const { person, registrationId } = await givenMug('Ann Stored')
      const first = await open(person, '/mine', { phone: true })
      await untilKept(first, 'Mug')
      const context = first.context()
      await first.close()
      await context.setOffline(true)

      const page = await context.newPage()
      const reply = await page.goto(`/mine/${registrationId}`)
      expect(reply?.headers()['content-security-policy']).toContain("script-src 'self'")
      await page.getByRole('img', { name: /Pickup code/ }).waitFor()
      await page.getByText(/You are offline. This is as of/).waitFor()
      expect(await page.getByRole('button', { name: /Cancel Mug/ }).isDisabled()).toBe(true)

      await page.getByRole('link', { name: /Back to everything/ }).click()
      await page.getByText(/Figures are as of/).waitFor()
      await page.getByText('Approved').waitFor()

      await context.setOffline(false)
      await page.getByText(/Figures are as of/).waitFor({ state: 'detached' })
    },
    { isOffline: true },
  ),
)

test(
  'the worker keeps files of the app and nothing that the API said',
  story(async ({ open }) => {
    const { person } = await givenMug('Ben Cached')
    const page = await open(person, '/mine', { phone: true })
    await untilKept(page, 'Mug')
    await page.goto(`/e/${gala.slug}`)
    await page.getByRole('heading', { level: 1, name: 'Summer Gala' }).waitFor()
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => !path.startsWith('/app/'))).toEqual([])
  }),
)

test(
  'after signing out nothing of one is left on the device',
  story(async ({ open }) => {
    const { person } = await givenMug('Cem Leaving')
    const page = await open(person, '/mine', { phone: true })
    await untilKept(page, 'Mug')
    expect(await keptOn(page)).toContain('Cem Leaving')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    expect(await keptOn(page)).not.toMatch(/Cem Leaving|Mug/)
  }),
)

test(
  'a session that is over leads to signing in, and leaves nothing behind',
  story(
    async ({ open }) => {
      const { person } = await givenMug('Dov Expired')
      const page = await open(person, '/mine', { phone: true })
      await untilKept(page, 'Mug')
      await page.context().clearCookies()
      await page.reload()
      await page.waitForURL(/\/sign-in\?next=%2Fmine/)
      expect(await keptOn(page)).not.toMatch(/Dov Expired|Mug/)
    },
    { refusals: [401] },
  ),
)

test(
  'on a device that two people use, the second one finds nothing of the first',
  story(async ({ open }) => {
    const { person } = await givenMug('Eva First')
    const second = await tenant.add('member', 'Fay Second')
    const page = await open(person, '/mine', { phone: true })
    await untilKept(page, 'Mug')
    const [name = '', value = ''] = second.cookie.split(/=(.*)/s)
    await page.context().addCookies([{ name, value, url: page.url() }])
    await page.reload()
    await untilKept(page, 'Fay Second')
    expect(await keptOn(page)).not.toMatch(/Eva First|Mug/)
  }),
)

/** Waits until the worker has the app, and the page has put away what it was answered. */
async function untilKept(page: Page, said: string): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(() => keptOn(page), { timeout: 15_000 }).toContain(said)
}

function keptOn(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }))
}
