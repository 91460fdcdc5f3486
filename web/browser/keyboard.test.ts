import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant } from './testing/given.ts'
import { story } from './testing/story.ts'

test(
  'the workbench by keyboard alone: approve, take back, and reject with a reason',
  story(async ({ open }) => {
    const tenant = await givenTenant()
    const event = await givenEvent(tenant)
    for (const name of ['Ann', 'Bob', 'Eve']) await event.ask(await tenant.add('member', name))
    const statuses = async () =>
      Object.fromEntries(
        (await event.registrations()).map(({ person, status }) => [String(person?.name), String(status)]),
      )
    const page = await open(tenant.approver, paths.approvals(event.id))
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`Choose ${name}`) })
    await row('Eve').waitFor()
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

    // The first press only shows where the keys are.
    await press('j', 'j')
    await expect.poll(() => row('Bob').evaluate((element) => element === document.activeElement)).toBe(true)
    await press('a')
    await page.getByText('Approving Bob.').waitFor()
    await press('Control+z')
    await page.getByText('Approving Bob.').waitFor({ state: 'detached' })
    expect(await statuses()).toEqual({ Ann: 'PENDING', Bob: 'PENDING', Eve: 'PENDING' })

    // A decision moves on to the next row by itself.
    await press('k', 'k', 'x', 'Control+Enter')
    await page.getByText('Approving Ann.').waitFor()
    await press('r')
    const dialog = page.getByRole('dialog', { name: 'Reject Bob' })
    await dialog.getByLabel('Reason').waitFor()
    await page.keyboard.type('Next year, for sure.')
    await press('Control+Enter')
    // The next decision sends what is still held, and leaving the page what is left.
    await page.getByText('Rejecting Bob.').waitFor()
    await expect.poll(statuses, { timeout: 15_000 }).toEqual({ Ann: 'APPROVED', Bob: 'REJECTED', Eve: 'PENDING' })
    const bob = (await event.registrations()).find(({ person }) => String(person?.name) === 'Bob')
    expect(bob).toMatchObject({ notes: 'Next year, for sure.' })
  }),
)
