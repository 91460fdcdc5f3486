import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { GivenEvent, Person, Tenant } from './testing/given.ts'
import { sidewaysOf, takePicture, untilRead } from './testing/inspect.ts'
import { story } from './testing/story.ts'

/** What people type that breaks pages which are not careful: markup, both directions, pictures, and no end of it. */
const markup = `<script>alert('x')</script><img src=x onerror=alert(1)>`
const unbroken = 'Bartholomew'.repeat(19).slice(0, 200)
const hebrew = 'שלום עולם, חגיגת הקיץ הגדולה של כולנו'
const emoji = '👩‍👩‍👧‍👦🎉 Fête d’été 🏳️‍🌈'

let tenant: Tenant
let event: GivenEvent
let longNamed: GivenEvent
let member: Person
let registration: string

beforeAll(async () => {
  tenant = await givenTenant(`${markup} ${emoji}`)
  const options = {
    [markup]: { total: 5, cost: 20 },
    [unbroken]: { total: 5, cost: 10 },
    [hebrew]: { total: 5, type: 'TRACK' as const },
    [emoji]: { total: 1 },
  }
  const slot = { label: `${markup} 10:00`, location: unbroken.slice(0, 80), capacity: 5 }
  event = await givenEvent(tenant, {
    name: markup,
    options,
    slots: [{ ...slot, starts_at: '2030-05-21T10:00:00+02:00', ends_at: '2030-05-21T10:30:00+02:00' }],
    more: { venue: hebrew, description: `${markup}\n${unbroken}`, event_date: '2030-05-21T09:00:00+02:00' },
  })
  member = await tenant.add('member', markup)
  const wish = {
    event_option_id: event.options[markup],
    preferred_pickup_slot: slot.label,
    notes: `${markup} ${unbroken}`,
  }
  registration = String((await sure(member.post(`${event.path}/register`, wish))).id)
  for (const name of [unbroken, hebrew, emoji]) await event.ask(await tenant.add('member', name), name)
  await event.approve(registration)
  longNamed = await givenEvent(tenant, { name: unbroken, more: { venue: unbroken } })
})

/** Every page on which something of it stands; each says at least one of the texts as it was typed. */
const pages: { name: string; who: 'owner' | 'member'; path: () => string; says: string }[] = [
  { name: 'the page of the event', who: 'member', path: () => paths.eventPage(event.slug), says: markup },
  { name: 'the page of a long name', who: 'member', path: () => paths.eventPage(longNamed.slug), says: unbroken },
  { name: 'the overview of a long name', who: 'owner', path: () => paths.overview(longNamed.id), says: unbroken },
  { name: 'what one asked for', who: 'member', path: () => paths.mine, says: markup },
  {
    name: 'one registration of one’s own',
    who: 'member',
    path: () => paths.myRegistration(registration),
    says: markup,
  },
  { name: 'the events', who: 'owner', path: () => paths.events, says: markup },
  { name: 'the overview', who: 'owner', path: () => paths.overview(event.id), says: markup },
  { name: 'the approvals', who: 'owner', path: () => paths.approvals(event.id), says: unbroken },
  { name: 'options and slots', who: 'owner', path: () => paths.options(event.id), says: markup },
  { name: 'the registrations', who: 'owner', path: () => paths.registrations(event.id), says: markup },
  { name: 'one registration', who: 'owner', path: () => paths.registration(event.id, registration), says: markup },
  { name: 'the budget', who: 'owner', path: () => paths.budget(event.id), says: markup },
  { name: 'the audit trail', who: 'owner', path: () => paths.eventAudit(event.id), says: markup },
  { name: 'the settings of the event', who: 'owner', path: () => paths.studio(event.id), says: markup },
  { name: 'the people', who: 'owner', path: () => paths.people, says: markup },
]

describe('markup, 200 letters without a break, Hebrew and emoji are text, and fit 360 px', () => {
  for (const { name, who, path, says } of pages) {
    test(
      `on ${name}`,
      story(async ({ open }) => {
        const page = await open(who === 'owner' ? tenant.owner : member, path(), { phone: true, width: 360 })
        await untilRead(page)
        await expect.poll(() => isSaid(page, says), { timeout: 15_000 }).toBe(true)
        expect(await page.locator('img[src="x"]').count()).toBe(0)
        expect(await sidewaysOf(page)).toBe(0)
        await takePicture(page, `bad-input-${name}`.replaceAll(/[^\w-]+/g, '-'))
      }),
    )
  }
})

/** Whether a text stands on the page, or in one of its fields, letter by letter. */
async function isSaid(page: Page, text: string): Promise<boolean> {
  return page.evaluate((text) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
    return document.body.textContent.includes(text) || fields.some(({ value }) => value.includes(text))
  }, text)
}
