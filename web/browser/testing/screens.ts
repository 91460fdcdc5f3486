import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { givenTenant } from './given.ts'
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
