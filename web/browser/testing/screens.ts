import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { givenEvent, givenTenant, sure } from './given.ts'
import type { Person, Tenant } from './given.ts'
import { findBarriers, sidewaysOf, takePicture, untilRead } from './inspect.ts'
import type { Session } from './sessions.ts'
import { story } from './story.ts'
import type { Look, Stage } from './story.ts'

/** Every screen there is, on the example: in light and dark, on a desk and on a phone, German for those used most. */
const { url, demo } = inject('stage')
const { owner, approver, member } = demo.sessions
const event = demo.eventId

type Screen = {
  name: string
  who: Session | undefined | (() => Promise<Session>)
  path: () => string | Promise<string>
  inGerman?: boolean
  refusals?: number[]
  /** What is done on it before it is looked at. */
  act?: (page: Page) => Promise<void>
}

const read = async (who: Session, path: string): Promise<Record<string, string>[]> => {
  const reply = await fetch(url + path, { headers: { cookie: who.cookie } })
  return (await reply.json()) as Record<string, string>[]
}
const registrationOf = async (status: string) => {
  const [first] = await read(owner, `/events/${event}/registrations?status_filter=${status}&limit=1`)
  return first?.id ?? ''
}
const slug = async () => (await read(owner, '/events')).find(({ id }) => id === event)?.slug ?? ''
const mine = async () => (await read(member, '/me/registrations'))[0]?.id ?? ''

type Waiting = {
  tenant: Tenant
  eventId: string
  waiting: Person
  waitingId: string
  offered: Person
  offeredId: string
}

let waiting: Promise<Waiting> | undefined
/** An event with one place, which is held for one of two who wait. */
const givenWaiting = () =>
  (waiting ??= (async () => {
    const tenant = await givenTenant('Harbour Library')
    const {
      id: eventId,
      path,
      options,
      ask,
      approve,
    } = await givenEvent(tenant, {
      options: { 'Night Tour': { total: 1, type: 'TRACK' }, Tote: { total: 9 } },
      more: { registration_limit: 'one', waitlist_policy: { promotion: 'offer' } },
    })
    const holder = await tenant.add('member')
    const place = await ask(holder, 'Night Tour')
    await approve(place)
    const wait = async (person: Person) =>
      String((await sure(person.post(`${path}/waitlist`, { event_option_id: options['Night Tour'] }))).id)
    const offered = await tenant.add('member', 'Ann Lind')
    const offeredId = await wait(offered)
    const waiting = await tenant.add('member', 'Bartholomew Featherstonehaugh-Cavendish')
    const waitingId = await wait(waiting)
    await sure(holder.put(`${path}/registrations/${place}`, { status: 'CANCELLED' }))
    return { tenant, eventId, waiting, waitingId, offered, offeredId }
  })())

let endpoint: Promise<string> | undefined
/** An endpoint that is paused, so that nothing is ever sent to its address. */
const givenEndpoint = () =>
  (endpoint ??= (async () => {
    const { owner } = (await givenWaiting()).tenant
    const made = await sure(
      owner.post('/webhook-endpoints', {
        url: 'https://8.8.8.8/hooks',
        events: ['slot.archived'],
        description: 'Badges',
      }),
    )
    await sure(owner.post(`/webhook-endpoints/${String(made.id)}/pause`))
    return String(made.id)
  })())
const waitingOwner = async () => {
  await givenEndpoint()
  return (await givenWaiting()).tenant.owner
}

const all: Screen[] = [
  { name: 'sign-in', who: undefined, path: () => paths.signIn(), refusals: [401] },
  { name: 'sign-in-link', who: undefined, path: () => `${paths.signIn()}#code=${'x'.repeat(43)}` },
  { name: 'events', who: owner, path: () => paths.events },
  { name: 'new-event', who: owner, path: () => paths.newEvent },
  { name: 'overview', who: owner, path: () => paths.overview(event), inGerman: true },
  { name: 'approvals', who: approver, path: () => paths.approvals(event), inGerman: true },
  { name: 'approvals-chosen', who: approver, path: () => paths.approvals(event), act: chooseTwo },
  { name: 'first-run', who: async () => (await givenTenant('Harbour Choir')).owner, path: () => paths.events },
  { name: 'studio', who: owner, path: () => paths.studio(event) },
  { name: 'studio-options', who: owner, path: () => `${paths.studio(event)}?step=options` },
  { name: 'studio-slots', who: owner, path: () => `${paths.studio(event)}?step=slots` },
  { name: 'studio-review', who: owner, path: () => `${paths.studio(event)}?step=review` },
  { name: 'options', who: owner, path: () => paths.options(event) },
  { name: 'registrations', who: owner, path: () => paths.registrations(event) },
  { name: 'registration', who: owner, path: async () => paths.registration(event, await registrationOf('APPROVED')) },
  { name: 'budget', who: owner, path: () => paths.budget(event) },
  { name: 'event-audit', who: owner, path: () => paths.eventAudit(event) },
  { name: 'audit', who: owner, path: () => paths.audit },
  { name: 'people', who: owner, path: () => paths.people },
  { name: 'api-keys', who: owner, path: () => paths.apiKeys },
  { name: 'settings', who: owner, path: () => paths.settings },
  { name: 'profile', who: owner, path: () => paths.profile },
  { name: 'event-page', who: member, path: async () => paths.eventPage(await slug()), inGerman: true },
  { name: 'mine', who: member, path: () => paths.mine },
  { name: 'my-registration', who: member, path: async () => paths.myRegistration(await mine()) },
  { name: 'inbox', who: owner, path: () => paths.inbox },
  { name: 'my-inbox', who: member, path: () => paths.myInbox, inGerman: true },
  { name: 'outbox', who: owner, path: () => paths.outbox, inGerman: true },
  { name: 'outbox-message', who: owner, path: () => `${paths.outbox}?channel=mail`, act: openMessage },
  { name: 'messages', who: owner, path: () => paths.messages },
  { name: 'event-messages', who: owner, path: () => paths.eventMessages(event), inGerman: true },
  { name: 'webhooks', who: waitingOwner, path: () => paths.webhooks },
  { name: 'webhook-add', who: waitingOwner, path: () => paths.webhooks, act: addEndpoint },
  { name: 'webhook', who: waitingOwner, path: async () => `${paths.webhooks}?endpoint=${await givenEndpoint()}` },
  {
    name: 'waitlist',
    who: waitingOwner,
    path: async () => paths.waitlist((await givenWaiting()).eventId),
    inGerman: true,
  },
  { name: 'waitlist-empty', who: owner, path: () => paths.waitlist(event) },
  {
    name: 'my-place',
    who: async () => (await givenWaiting()).waiting,
    path: async () => paths.myRegistration((await givenWaiting()).waitingId),
  },
  {
    name: 'my-offer',
    who: async () => (await givenWaiting()).offered,
    path: async () => paths.myRegistration((await givenWaiting()).offeredId),
    inGerman: true,
  },
  { name: 'offer-gone', who: undefined, path: () => paths.offer('x'), refusals: [422] },
  { name: 'gone', who: member, path: () => '/e/nothing-of-that-name' },
]

/** A test for each screen at one size. @param ending of the names of their pictures */
export function testScreens(size: Pick<Look, 'phone'>, ending: string): void {
  for (const screen of all) {
    for (const locale of screen.inGerman ? ['en-GB', 'de-DE'] : ['en-GB']) {
      const title = `${screen.name}${locale === 'de-DE' ? '-german' : ''}${ending}`
      const look = async ({ open }: Stage) => {
        const who = typeof screen.who === 'function' ? await screen.who() : screen.who
        const page = await open(who, await screen.path(), { ...size, locale, isShared: true })
        await untilRead(page)
        await screen.act?.(page)
        return inspect(page, size, title)
      }
      test(
        `${title} is whole, in light and dark`,
        story(async (stage) => expect(await look(stage)).toEqual([]), { refusals: screen.refusals ?? [] }),
      )
    }
  }
}

/** Two requests chosen, and the first of them opened: what they cost together stands beside the list, or behind it. */
async function chooseTwo(page: Page): Promise<void> {
  const rows = page.getByRole('checkbox', { name: /^Choose (?!all)/ })
  for (const index of [0, 1]) await rows.nth(index).check()
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Approve', exact: true }).first().waitFor()
}

async function openMessage(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('heading', { name: 'The message' }).waitFor()
}

async function addEndpoint(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  await page.getByRole('dialog').getByLabel('Address').waitFor()
}

/** What is wrong with a screen: who cannot use it, and what hangs over. */
async function inspect(page: Page, size: Pick<Look, 'phone'>, title: string): Promise<string[]> {
  const wrong: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await takePicture(page, `${title}-${colorScheme}`)
    // A dark page is the same page in other colours.
    const only = colorScheme === 'dark' ? ['color-contrast'] : undefined
    for (const barrier of await findBarriers(page, only)) wrong.push(`${colorScheme}: ${barrier}`)
  }
  const sideways = size.phone === true ? await sidewaysOf(page) : 0
  return sideways > 0 ? [...wrong, `it can be pushed sideways by ${sideways} px`] : wrong
}
