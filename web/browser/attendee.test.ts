import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { Tenant } from './testing/given.ts'
import { findBarriers, takePicture } from './testing/inspect.ts'
import { story } from './testing/story.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Taps the row of something to choose, as a thumb does: the control itself is not larger than a dot. */
const choose = (page: Page, kind: 'radio' | 'checkbox', name: RegExp) =>
  page.locator('label', { has: page.getByRole(kind, { name }) }).tap()
const slotsOf = (hours: readonly string[]) =>
  hours.map((hour) => ({
    label: `North Gate ${hour}:00`,
    location: 'North Gate',
    starts_at: `2030-05-21T${hour}:00:00+02:00`,
    ends_at: `2030-05-21T${hour}:30:00+02:00`,
    capacity: 5,
  }))

let tenant: Tenant
beforeAll(async () => {
  tenant = await givenTenant()
})

test(
  'from the link of an event to the code in the hand, with or without a network',
  story(
    async ({ open }) => {
      const event = await givenEvent(tenant, {
        options: { Hoodie: { total: 5, cost: 40 }, Mug: { total: 9, cost: 5 } },
        slots: slotsOf(['10', '11']),
        more: { event_date: '2030-05-21T09:00:00+02:00', registration_limit: 'one' },
      })
      const ann = await tenant.add('member', 'Ann Lind')
      const page = await open(ann, paths.eventPage(event.slug), { phone: true })
      await choose(page, 'radio', /^Hoodie/)
      await choose(page, 'radio', /^11:00/)
      await page.getByLabel('A word to the organiser').fill('Size M')
      await button(page, 'Ask for this').click()

      await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
      await page.getByRole('link', { name: /Hoodie/ }).click()
      await page.getByText('An organiser decides').first().waitFor()
      const [registration] = await event.registrations()
      expect(registration).toMatchObject({ preferred_pickup_slot: 'North Gate 11:00', notes: 'Size M' })

      // Decided elsewhere, it appears by itself.
      await event.approve(String(registration?.id))
      const code = page.getByRole('img', { name: /^Pickup code/ })
      await code.waitFor()
      const shown = await code.getAttribute('aria-label')
      await takePicture(page, 'my-code-phone')
      expect(await findBarriers(page)).toEqual([])

      await page.reload()
      await code.waitFor()
      await page.context().setOffline(true)
      await page.getByText(/You are offline/).waitFor()
      expect(await code.getAttribute('aria-label')).toBe(shown)
      await page.context().setOffline(false)
    },
    { isOffline: true },
  ),
)

describe('what is full', () => {
  test(
    'says why not, and what there is instead, one tap away',
    story(async ({ open }) => {
      const event = await givenEvent(tenant, {
        options: { 'Wool Scarf': { total: 1, cost: 20 }, 'Cotton Scarf': { total: 8, cost: 10 } },
        more: { registration_limit: 'one' },
      })
      await event.approve(await event.ask(await tenant.add('member'), 'Wool Scarf'))

      const page = await open(await tenant.add('member'), paths.eventPage(event.slug), { phone: true })
      expect(await page.getByRole('radio', { name: /^Wool Scarf/ }).isDisabled()).toBe(true)
      await page.getByText('The only one is gone.').waitFor()
      await page.getByRole('button', { name: /^Cotton Scarf 8 left/ }).tap()
      expect(await page.getByRole('radio', { name: /^Cotton Scarf/ }).isChecked()).toBe(true)
      await button(page, 'Ask for this').tap()
      await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
      const registrations = await event.registrations()
      expect(registrations.map(({ option_name: name }) => String(name)).sort()).toEqual(['Cotton Scarf', 'Wool Scarf'])
    }),
  )

  test(
    'a slot that fills up while one chooses is told in place',
    story(async ({ open }) => {
      const event = await givenEvent(tenant, {
        slots: slotsOf(['10', '11']).map((slot) => ({ ...slot, capacity: 1 })),
        more: { event_date: '2030-05-21T09:00:00+02:00' },
      })
      const page = await open(await tenant.add('member'), paths.eventPage(event.slug), { phone: true })
      await choose(page, 'checkbox', /^Mug/)
      await choose(page, 'radio', /^10:00/)
      await event.approve(await event.ask(await tenant.add('member'), 'Mug', 'North Gate 10:00'))

      await page.getByText('10:00 filled up while you were choosing.').waitFor()
      await page.getByRole('button', { name: /11:00/ }).tap()
      await button(page, 'Ask for this').tap()
      await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
      const slots = (await event.registrations()).map(({ preferred_pickup_slot: slot }) => String(slot))
      expect(slots.sort()).toEqual(['North Gate 10:00', 'North Gate 11:00'])
    }),
  )
})

test(
  'two browsers ask for the last one: one gets it, the other is told in place and takes another',
  story(
    async ({ open }) => {
      const event = await givenEvent(tenant, {
        options: { Lantern: { total: 1, cost: 20 }, Candle: { total: 8, cost: 2 } },
        more: { registration_limit: 'one', hold_policy: { stock: 'hold' } },
      })
      const pages = await Promise.all(
        ['Ann', 'Bob'].map(async (name) => {
          const page = await open(await tenant.add('member', name), paths.eventPage(event.slug), { phone: true })
          await choose(page, 'radio', /^Lantern/)
          return page
        }),
      )
      await Promise.all(pages.map((page) => button(page, 'Ask for this').click()))

      const outcomes = await Promise.all(
        pages.map(async (page) => {
          const got = page.getByRole('heading', { level: 1, name: 'What you asked for' })
          const missed = page.getByText('The last one went while you were choosing.')
          await got.or(missed).first().waitFor()
          return (await got.count()) > 0
        }),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await event.registrations()).toHaveLength(1)

      const late = pages[outcomes.indexOf(false)]
      if (!late) throw new Error('both got the last one')
      await late.getByRole('button', { name: /^Candle 8 left/ }).click()
      await button(late, 'Ask for this').click()
      await late.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
      const names = (await event.registrations()).map(({ option_name: name }) => String(name))
      expect(names.sort()).toEqual(['Candle', 'Lantern'])
    },
    { refusals: [409] },
  ),
)

test(
  'pressing twice and going back ask once',
  story(async ({ open }) => {
    const event = await givenEvent(tenant)
    const page = await open(await tenant.add('member'), paths.eventPage(event.slug), { phone: true })
    await choose(page, 'checkbox', /^Mug/)
    await button(page, 'Ask for this').dblclick()
    await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
    await page.goBack()
    await page.getByText('Asked. An organiser decides.').waitFor()
    await page.goForward()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
    expect(await event.registrations()).toHaveLength(1)
  }),
)

describe('a link', () => {
  test(
    'to something archived says so, and what was asked for still stands',
    story(async ({ open }) => {
      const event = await givenEvent(tenant)
      const ann = await tenant.add('member')
      await event.ask(ann)
      await sure(tenant.organizer.delete(event.path))
      const page = await open(ann, paths.eventPage(event.slug), { phone: true })
      await page.getByText('This event is archived').waitFor()
      expect(await button(page, 'Ask for this').count()).toBe(0)
      await page.getByRole('link', { name: 'See it' }).click()
      await page.getByText('An organiser decides').first().waitFor()
    }),
  )

  test(
    'to another organisation’s things, or to nothing, says that there is nothing',
    story(async ({ open }) => {
      const stranger = await givenTenant('Elsewhere')
      const event = await givenEvent(tenant, { name: `Of our own ${crypto.randomUUID()}` })
      const registration = await event.ask(await tenant.add('member'))
      const page = await open(stranger.member, paths.myRegistration(registration), { phone: true })
      await page.getByText('This registration is not among yours.').waitFor()
      for (const path of [paths.eventPage(event.slug), paths.eventPage('nothing-of-that-name'), '/app/no/where']) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor()
        expect(await page.getByText(/Of our own/).count()).toBe(0)
        await page.getByRole('link', { name: 'Go to where you can go on' }).click()
        await page.getByRole('heading', { level: 1, name: 'What you asked for' }).waitFor()
      }
    }),
  )

  test(
    'into the workbench of another organisation’s event says that there is nothing',
    story(
      async ({ open }) => {
        const stranger = await givenTenant('Far Away')
        const event = await givenEvent(tenant)
        const page = await open(stranger.owner, paths.events)
        for (const path of [paths.overview(event.id), paths.approvals(event.id), paths.studio(event.id)]) {
          await page.goto(path)
          await page
            .getByText(/no such event|There is nothing here/i)
            .first()
            .waitFor()
          expect(await page.getByText('Summer Gala').count()).toBe(0)
        }
      },
      { refusals: [404] },
    ),
  )
})
