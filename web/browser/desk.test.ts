import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { chromiumArguments, findChromium } from './testing/chromium.ts'
import { filmOf, givenDesk, scan } from './testing/desks.ts'
import type { GivenDesk } from './testing/desks.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { GivenEvent, Tenant } from './testing/given.ts'
import { findBarriers, sidewaysOf, takePicture } from './testing/inspect.ts'
import { story } from './testing/story.ts'

let tenant: Tenant
let gala: GivenEvent
let desk: GivenDesk

const minute = 60_000
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minute).toISOString()

beforeAll(async () => {
  tenant = await givenTenant()
  gala = await givenEvent(tenant, {
    options: { Mug: { total: 100, cost: 25 } },
    slots: [
      {
        label: 'North Gate now',
        location: 'North Gate',
        starts_at: inMinutes(-10),
        ends_at: inMinutes(50),
        capacity: 90,
      },
      {
        label: 'North Gate later',
        location: 'North Gate',
        starts_at: inMinutes(180),
        ends_at: inMinutes(240),
        capacity: 90,
      },
    ],
  })
  desk = await givenDesk(tenant, gala, {
    name: 'Desk 6',
    location: 'North Gate',
    event_option_ids: [gala.options.Mug],
    counted: [{ event_option_id: gala.options.Mug, count: 40 }],
  })
})

/** Somebody whose mug is approved, with the code they show. */
async function givenMug(name: string, slot = 'North Gate now'): Promise<string> {
  const person = await tenant.add('member', name)
  const registrationId = await gala.ask(person, 'Mug', slot)
  await gala.approve(registrationId)
  return String((await sure(person.get(`${gala.path}/registrations/${registrationId}`))).qr_token)
}

const says = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words }).waitFor()
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const next = (page: Page) => page.getByRole('button', { name: 'Next person' }).click()
const untilReady = (page: Page) => page.getByText('Online').waitFor()

/** What the whole screen shows in both schemes, and for whom it would be a barrier. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await takePicture(page, `desk-${name}-${colorScheme}`)
    expect(await findBarriers(page)).toEqual([])
  }
  expect(await sidewaysOf(page)).toBe(0)
  await page.emulateMedia({ colorScheme: 'light' })
}

for (const phone of [false, true]) {
  test(
    `a tablet is enrolled, hands a mug over once, and says no the second time (${phone ? 'a phone' : 'a tablet'})`,
    story(
      async ({ open }) => {
        const token = await givenMug(phone ? 'Chloé Lefèvre' : 'Bartholomew Featherstonehaugh-Cavendish')
        const page = await open(undefined, await desk.enrolPath(), { phone })
        await untilReady(page)
        expect(new URL(page.url()).hash).toBe('')
        await look(page, `scan${phone ? '-phone' : ''}`)

        await scan(page, token)
        await says(page, 'Hand over')
        await page.getByText('North Gate now', { exact: false }).waitFor()
        await look(page, `yes${phone ? '-phone' : ''}`)

        await scan(page, token)
        await says(page, 'Already collected')
        await page.getByText('Desk 6', { exact: true }).waitFor()
        await look(page, `already${phone ? '-phone' : ''}`)
        await page.getByRole('button', { name: 'Call a supervisor' }).click()
        await says(page, 'Supervisor, please')

        await next(page)
        await scan(page, 'https://example.org')
        await says(page, 'Unknown code')
      },
      { refusals: [401] },
    ),
  )
}

test(
  'somebody of a later slot is let through once the desk says so; and what was a mistake is undone',
  story(async ({ open }) => {
    const token = await givenMug('Dov Early', 'North Gate later')
    const page = await open(undefined, await desk.enrolPath())
    await untilReady(page)
    await scan(page, token)
    await says(page, 'Another time')
    await look(page, 'wrong-slot')
    await page.getByRole('button', { name: 'Let them through' }).click()
    await says(page, 'Hand over')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone: Dov Early, Mug.').first().waitFor()
    await scan(page, token)
    await says(page, 'Another time')
    expect(await headingOf(page)).toBe('Another time')
  }),
)

test(
  'without a network the desk goes on with whom it holds, refuses others in words, and tells it all afterwards',
  story(
    async ({ open }) => {
      const [eva, fay] = [await givenMug('Eva Offline'), await givenMug('Fay Undone')]
      const page = await open(undefined, await desk.enrolPath(), { phone: true })
      await page.getByText(/could still serve/).waitFor()
      // Who was approved after the desk took whom it holds is not among them.
      const gus = await givenMug('Gus Later')
      await page.evaluate(async () => void (await navigator.serviceWorker.ready))
      await expect.poll(() => page.evaluate(() => caches.match('/app/desk.html').then(Boolean))).toBe(true)
      const context = page.context()
      await context.setOffline(true)
      await page.reload()
      await page.getByText('You can go on.').waitFor()
      await look(page, 'offline-phone')

      await scan(page, eva)
      await says(page, 'Hand over')
      await look(page, 'offline-yes-phone')
      await scan(page, eva)
      await says(page, 'Already collected')
      await scan(page, gus)
      await says(page, 'Not held at this desk')
      await look(page, 'offline-no-phone')
      await scan(page, fay)
      await says(page, 'Hand over')
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText(/3 to send/).waitFor()

      await context.setOffline(false)
      await untilReady(page)
      await page.getByText(/to send/).waitFor({ state: 'detached' })
      const collected = await sure(tenant.organizer.get(`${gala.path}/collections?undone=false&q=Eva`))
      expect([...collected]).toMatchObject([{ person_name: 'Eva Offline', is_offline: true }])
      expect([...(await sure(tenant.organizer.get(`${gala.path}/collections?undone=false&q=Fay`)))]).toEqual([])
    },
    { isOffline: true },
  ),
)

test(
  'a tablet that is taken out of use says so, and hands out nothing any more',
  story(
    async ({ open }) => {
      const other = await givenDesk(tenant, gala, { name: 'Desk 9' })
      const page = await open(undefined, await other.enrolPath())
      await untilReady(page)
      await other.revokeAll()
      // Within a second every server knows; until then a scan that is none shows whether this one does.
      const isTold = async () => (await page.getByText('This tablet was taken out of use').count()) === 1
      await expect
        .poll(async () => (await isTold()) || (await scan(page, 'A'.repeat(32)).then(isTold)), { timeout: 10_000 })
        .toBe(true)
      await look(page, 'revoked')
      expect(await page.getByRole('textbox', { name: 'Scanner' }).count()).toBe(0)
    },
    { refusals: [401] },
  ),
)

test(
  'a code that was used up enrols nobody, and says what to do',
  story(
    async ({ open }) => {
      const path = await desk.enrolPath()
      await untilReady(await open(undefined, path))
      const second = await open(undefined, path)
      await says(second, 'This tablet could not be enrolled')
      await second.getByRole('button', { name: 'Back' }).click()
      await says(second, 'This tablet stands at no desk yet')
      await look(second, 'nowhere')
      expect(await headingOf(second)).toContain('no desk')
    },
    { refusals: [404, 410] },
  ),
)

test(
  'who has the role of a desk lands there, chooses one, and works with their own session',
  story(async ({ open }) => {
    const token = await givenMug('Ida Served')
    const page = await open(tenant.desk, '/')
    await page.getByRole('button', { name: 'Choose a desk' }).click()
    await look(page, 'choose')
    await page.getByRole('button', { name: /Desk 6/ }).click()
    await untilReady(page)
    await scan(page, token)
    await says(page, 'Hand over')
    expect([...(await sure(tenant.organizer.get(`${gala.path}/collections?q=Ida`)))]).toMatchObject([
      { collected_by_name: tenant.desk.name, device_id: null },
    ])
  }),
)

test('the camera reads a code with the decoder of this server, under the policy of the page', async () => {
  const { url, browser: address } = inject('stage')
  const painter = await chromium.connect(address)
  const film = await filmOf(await painter.newPage(), 'A'.repeat(32))
  await painter.close()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...chromiumArguments,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film.path}`,
    ],
  })
  try {
    const page = await browser.newPage({ baseURL: url })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await page.goto(await desk.enrolPath())
    await says(page, 'Unknown code')
    expect(new Set(asked)).toEqual(new Set([url]))
  } finally {
    await browser.close()
    await film.remove()
  }
})
