import type { Json } from '../../server/src/testing/reply.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { Person, Tenant } from './testing/given.ts'
import { findBarriers } from './testing/inspect.ts'
import { story } from './testing/story.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

let tenant: Tenant
beforeAll(async () => {
  tenant = await givenTenant()
})

/** An event whose only place is taken, by somebody who can give it back. */
async function givenFull(promotion: 'automatic' | 'offer') {
  const event = await givenEvent(tenant, {
    options: { 'Night Tour': { total: 1, type: 'TRACK' } },
    more: { waitlist_policy: { promotion } },
  })
  const holder = await tenant.add('member')
  const place = await event.ask(holder)
  await event.approve(place)
  const giveBack = () => sure(holder.put(`${event.path}/registrations/${place}`, { status: 'CANCELLED' }))
  return { event, giveBack }
}

/** Notices come after the change they tell of; nobody has to look for them in the same moment. */
async function untilTold(person: Person, kind: string): Promise<void> {
  const told = async () => (await person.get('/me/inbox')).body
  await expect.poll(async () => JSON.stringify(await told()), { timeout: 30_000 }).toContain(kind)
}

test(
  'who joins the waitlist hears under the bell that somebody gave their place back',
  story(async ({ open }) => {
    const { event, giveBack } = await givenFull('automatic')
    const ann = await tenant.add('member', 'Ann Lind')
    const page = await open(ann, paths.eventPage(event.slug), { phone: true })
    await button(page, 'Join the waitlist: Night Tour').tap()
    await page.getByText('You are on the waitlist. You are number 1 on the list.').waitFor()
    await page.getByRole('link', { name: 'See it' }).first().tap()
    await page.getByText('Nobody before you wants the same.').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await giveBack()
    // Up from the waitlist it is a request like any other, and shows by itself.
    await page.getByRole('heading', { level: 1, name: 'You asked for Night Tour.' }).waitFor()
    await untilTold(ann, 'waitlist_promoted')
    await page.goto(paths.mine)
    await page.getByRole('link', { name: /^Inbox, \d unread$/ }).tap()
    const notice = page.getByRole('article').filter({ hasText: 'Up from the waitlist' })
    await notice.getByText('Unread:').waitFor()
    await notice.getByText('Read it').tap()
    await notice.getByText('Hello Ann Lind').waitFor()
    await notice.getByText('Unread:').waitFor({ state: 'detached' })
    await notice.getByRole('link').first().tap()
    await page.getByRole('heading', { level: 1, name: 'You asked for Night Tour.' }).waitFor()
    await page.goto(paths.myInbox)
    await button(page, 'Mark all as read').tap()
    await expect
      .poll(() => page.getByRole('article').filter({ hasText: 'Unread:' }).count(), { timeout: 15_000 })
      .toBe(0)
  }),
)

test(
  'what is held for somebody says for how long, and is theirs to take',
  story(async ({ open }) => {
    const { event, giveBack } = await givenFull('offer')
    const [ann, ben] = [await tenant.add('member', 'Ann Lind'), await tenant.add('member', 'Ben Okoro')]
    const wait = async (person: Person) =>
      String((await sure(person.post(`${event.path}/waitlist`, { event_option_id: event.options['Night Tour'] }))).id)
    const [annId, benId] = [await wait(ann), await wait(ben)]

    const page = await open(ann, paths.myRegistration(annId), { phone: true })
    const other = await open(ben, paths.myRegistration(benId), { phone: true })
    await other.getByText('You are number 2 on the list.').waitFor()
    await giveBack()
    await page.getByRole('heading', { level: 1, name: 'Night Tour is held for you.' }).waitFor()
    await page.getByText(/23 h 59 min left/).waitFor()
    await other.getByText('You are number 1 on the list.').waitFor()

    // Who leaves it passes it on.
    await button(page, 'Decline it').tap()
    await page.getByText('Night Tour is cancelled.').waitFor()
    await other.getByRole('heading', { level: 1, name: 'Night Tour is held for you.' }).waitFor()
    await button(other, 'Accept Night Tour').tap()
    await other.getByRole('heading', { level: 1, name: 'You asked for Night Tour.' }).waitFor()
    const statusOf = (id: string, all: Json[]) => all.find((one) => String(one.id) === id)?.status
    const all = await event.registrations()
    expect([statusOf(annId, all), statusOf(benId, all)]).toEqual(['CANCELLED', 'PENDING'])
  }),
)

test(
  'organisers see the order, and move somebody with a reason',
  story(async ({ open }) => {
    const { event } = await givenFull('automatic')
    for (const name of ['Ann Lind', 'Ben Okoro', 'Chloé Martin']) {
      const person = await tenant.add('member', name)
      await sure(person.post(`${event.path}/waitlist`, { event_option_id: event.options['Night Tour'] }))
    }
    const page = await open(tenant.organizer, paths.waitlist(event.id))
    const order = () => page.getByRole('row').getByRole('link').allTextContents()
    await expect.poll(order, { timeout: 15_000 }).toEqual(['Ann Lind', 'Ben Okoro', 'Chloé Martin'])
    await button(page, 'Move Chloé Martin').click()
    const dialog = page.getByRole('dialog', { name: 'Move Chloé Martin' })
    expect(await dialog.getByRole('button', { name: 'Move to place 1' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Why').fill('Speaks that night')
    await dialog.getByRole('button', { name: 'Move to place 1' }).click()
    await expect.poll(order, { timeout: 15_000 }).toEqual(['Chloé Martin', 'Ann Lind', 'Ben Okoro'])
    const { body } = await tenant.auditor.get(`${event.path}/audit?action=registration.waitlist_moved`)
    expect(JSON.stringify(body)).toContain('Speaks that night')
  }),
)
