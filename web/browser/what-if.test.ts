import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { EventOptions, GivenEvent, Tenant } from './testing/given.ts'
import { findBarriers } from './testing/inspect.ts'
import { story } from './testing/story.ts'

const slot = (label: string, hour: number, capacity: number) => ({
  label,
  location: 'North Gate',
  starts_at: `2099-05-21T${hour}:00:00Z`,
  ends_at: `2099-05-21T${hour + 1}:00:00Z`,
  capacity,
})

let tenant: Tenant
beforeAll(async () => {
  tenant = await givenTenant()
})

/** An event that some have asked for, and their registrations by name. */
async function givenAsked(names: string[], given: EventOptions, wishes: Record<string, string> = {}) {
  const event = await givenEvent(tenant, given)
  const ids: Record<string, string> = {}
  for (const name of names) ids[name] = await event.ask(await tenant.add('member', name), undefined, wishes[name])
  return { event, ids }
}

async function statusesOf(event: GivenEvent) {
  const all = await event.registrations()
  return Object.fromEntries(all.map(({ person, status }) => [String(person?.name), String(status)]))
}

const chooseAll = (page: Page, count: number) =>
  page.getByRole('checkbox', { name: `Choose all ${count} shown` }).check()
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`Choose ${name}`) })
const sendNow = (page: Page) => page.getByRole('button', { name: 'Send now', exact: true }).click()

test(
  'a trial shows who fits and who does not, by reason, and is sent as one batch',
  story(async ({ open }) => {
    const { event } = await givenAsked(['Ann', 'Bob', 'Eve', 'Ida'], { budget: 80 })
    const page = await open(tenant.approver, paths.approvals(event.id))
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? '')
    })
    await chooseAll(page, 4)
    await page.getByText('3 fit', { exact: true }).waitFor()
    await page.getByRole('button', { name: "1 doesn't fit of the 4 chosen, by reason" }).waitFor()
    await row(page, 'Ida').getByText('Needs €25.00, €5.00 left').waitFor()
    await row(page, 'Ann').getByText('Fits').waitFor()
    expect(await statusesOf(event)).toMatchObject({ Ann: 'PENDING', Ida: 'PENDING' })
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Approve the 3 that fit' }).click()
    await page.getByText('Approving 3.').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'What if I approve these 4?' }).waitFor()
    expect(await statusesOf(event)).toMatchObject({ Ann: 'PENDING' })

    await page.getByRole('button', { name: 'Approve the 3 that fit' }).click()
    await sendNow(page)
    await page.getByText('3 approved. 1 stays pending.').first().waitFor()
    expect(await statusesOf(event)).toEqual({ Ann: 'APPROVED', Bob: 'APPROVED', Eve: 'APPROVED', Ida: 'PENDING' })
    expect(new Set(asked)).toEqual(new Set(['batch']))
    // Those who were tried and approved are one batch in the audit trail.
    const trail = [...(await sure(tenant.auditor.get(`${event.path}/audit?limit=100`)))]
    const batches = trail.flatMap(({ detail }) => detail?.batch_id ?? []).map(String)
    expect(batches).toHaveLength(3)
    expect(new Set(batches).size).toBe(1)
  }),
)

test(
  'what changed between seeing and sending is seen before anything is written',
  story(
    async ({ open }) => {
      const { event, ids } = await givenAsked(['Ann', 'Bob', 'Eve', 'Ida'], { budget: 80 })
      const page = await open(tenant.approver, paths.approvals(event.id))
      await row(page, 'Ann').getByRole('checkbox').check()
      await row(page, 'Bob').getByRole('checkbox').check()
      await row(page, 'Eve').getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Approve 3' }).click()
      await page.getByText('Approving 3.').waitFor()
      await event.approve(String(ids.Ida))
      await sendNow(page)

      await page.getByText('Something changed: now 2 fit, 3 before. Nothing was written.').waitFor()
      expect(await statusesOf(event)).toMatchObject({ Ann: 'PENDING', Bob: 'PENDING', Eve: 'PENDING' })
      await page.getByRole('button', { name: 'Approve the 2 that fit' }).click()
      await sendNow(page)
      await page.getByText('2 approved. 1 stays pending.').first().waitFor()
      expect(await statusesOf(event)).toEqual({ Ann: 'APPROVED', Bob: 'APPROVED', Eve: 'PENDING', Ida: 'APPROVED' })
    },
    { refusals: [409] },
  ),
)

test(
  'a slot that is tried is part of what is sent; a budget that is only assumed is not',
  story(async ({ open }) => {
    const slots = [slot('Ten', 10, 1), slot('Noon', 12, 5)]
    const wishes = { Ann: 'Ten', Bob: 'Ten', Eve: 'Noon' }
    const { event } = await givenAsked(['Ann', 'Bob', 'Eve'], { budget: 60, slots }, wishes)
    const page = await open(tenant.approver, paths.approvals(event.id))
    await chooseAll(page, 3)
    await row(page, 'Bob').getByText('Ten is full, 1 of 1').waitFor()
    await page.getByRole('button', { name: 'Bob', exact: true }).click()
    const instead = page.getByRole('group', { name: 'Try in' })
    await instead.getByRole('button', { name: 'Noon 4 left' }).click()
    await row(page, 'Bob').getByText('Fits, in Noon').waitFor()

    await page
      .getByRole('button', { name: /^Try: Add €\d+\.00 to the budget/ })
      .first()
      .click()
    await page.getByText('This counts on a budget that is not there.').waitFor()
    expect(await page.getByRole('button', { name: /^Approve/ }).isDisabled()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /^Take away: Budget/ }).click()

    await page.getByRole('button', { name: 'Approve the 2 that fit' }).click()
    await sendNow(page)
    await page.getByText('2 approved. 1 stays pending.').first().waitFor()
    const all = await event.registrations()
    expect(all.map(({ person, assigned_pickup_slot: at }) => [String(person?.name), at && String(at)])).toEqual([
      ['Eve', null],
      ['Bob', 'Noon'],
      ['Ann', 'Ten'],
    ])
  }),
)

test(
  'many are rejected as one batch, each with the reason',
  story(async ({ open }) => {
    const { event } = await givenAsked(['Ann', 'Bob', 'Eve'], {})
    const page = await open(tenant.approver, paths.approvals(event.id))
    await row(page, 'Ann').getByRole('checkbox').check()
    await row(page, 'Eve').getByRole('checkbox').check()
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: 'Reject 2' }).getByLabel('Reason').fill('Next year.')
    await page.keyboard.press('Control+Enter')
    await sendNow(page)
    await page.getByText('2 rejected.').first().waitFor()
    const all = await event.registrations()
    expect(
      all.map(({ person, status, notes }) => [String(person?.name), String(status), notes && String(notes)]),
    ).toEqual([
      ['Eve', 'REJECTED', 'Next year.'],
      ['Bob', 'PENDING', null],
      ['Ann', 'REJECTED', 'Next year.'],
    ])
  }),
)
