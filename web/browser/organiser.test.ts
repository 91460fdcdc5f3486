import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { givenPerson, operator, sure } from './testing/given.ts'
import { story } from './testing/story.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** The way on stands below the form; the same steps are listed at its side. */
const goOn = (page: Page, step: string) =>
  page.getByRole('main').getByRole('button', { name: step, exact: true }).last().click()

/** Fills a row of the table of options, the one that was added last. */
async function addOption(page: Page, name: string, total: string, cost: string): Promise<void> {
  await button(page, 'Add option').click()
  await page.getByLabel('Name of the option').last().fill(name)
  await page.getByLabel(`Kind of ${name}`).selectOption('Item')
  await page.getByLabel(`Places or stock of ${name}`).fill(total)
  await page.getByLabel(`Cost of ${name}`).fill(cost)
}

test(
  'an organiser comes from an empty organisation to approved people',
  story(
    async ({ open }) => {
      const tenant = await sure(
        operator().post('/tenants', { name: 'Harbour Choir', currency: 'EUR', timezone: 'UTC' }),
      )
      const tenantPath = `/tenants/${String(tenant.id)}`
      const ada = { email: `ada.${crypto.randomUUID()}@example.org`, name: 'Ada Berg', role: 'owner' }
      const owner = await sure(operator().post(`${tenantPath}/users`, ada))
      const link = await sure(operator().post(`${tenantPath}/users/${String(owner.id)}/sign-in-links`))

      const page = await open(undefined, String(link.url))
      await page.getByLabel('New password').fill('a choir sings at night')
      await button(page, 'Set the password and sign in').click()

      await page.getByRole('heading', { name: 'Create your first event' }).waitFor()
      await page.getByRole('link', { name: 'Create an event' }).click()
      await page.getByLabel('Name', { exact: true }).fill('Harbour Night')
      await goOn(page, 'Budget')
      await page.getByLabel('Budget', { exact: true }).fill('1000')
      await goOn(page, 'Options and cost')
      await addOption(page, 'Scarf', '2', '25')
      await addOption(page, 'Songbook', '40', '10')
      await goOn(page, 'Pickup slots')
      await page.getByLabel('Place', { exact: true }).fill('North Gate')
      await page.getByLabel('Day').fill('2030-05-21')
      await page.getByLabel('From', { exact: true }).fill('09:00')
      await page.getByLabel('Until').fill('11:00')
      await button(page, 'Make 4 slots').click()
      await page.getByText('4 of 4 slots made').waitFor()
      await goOn(page, 'Rules')
      await goOn(page, 'Check and open')
      await button(page, 'Open it to people').click()
      await page.getByRole('heading', { level: 1, name: 'Harbour Night' }).waitFor()

      const [eventId = ''] = /[0-9a-f-]{36}/.exec(page.url()) ?? []
      for (const name of ['Ann', 'Bob', 'Eve']) {
        const person = await givenPerson(tenantPath, 'member', name)
        const options = [...(await sure(person.get(`/events/${eventId}/options`)))]
        const [slot] = await sure(person.get(`/events/${eventId}/slots`))
        const wish = {
          event_option_id: options.find(({ option_name: option }) => String(option) === 'Scarf')?.id,
          preferred_pickup_slot: slot?.label,
        }
        await sure(person.post(`/events/${eventId}/register`, wish))
      }

      await page.getByRole('link', { name: 'Review 3 pending' }).click()
      await page.getByRole('checkbox', { name: 'Choose all 3 shown' }).check()
      await page.getByRole('row', { name: /Eve/ }).getByText('All 2 given, 2 to earlier rows').waitFor()
      await page.getByRole('button', { name: /^Approve the 2 that fit/ }).click()
      await button(page, 'Send now').click()
      await page.getByText('2 approved. 1 stays pending.').first().waitFor()
      await page.getByRole('row', { name: /Eve/ }).getByText('All 2 given').waitFor()

      await page.getByRole('link', { name: 'Overview' }).click()
      const main = page.getByRole('main')
      await main.getByText('2 approved').waitFor()
      expect(await main.getByRole('img', { name: /^Money: €50\.00 of €1,000\.00 committed/ }).count()).toBe(1)
      await main.getByText('€950.00').first().waitFor()
    },
    { refusals: [409] },
  ),
)
