import { expect, inject, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { story } from './testing/story.ts'

const { demo } = inject('stage')
/** With how far down one has to come: over two pages of the list, where it has as many. */
const lists = [
  { name: 'registrations', path: paths.registrations(demo.eventId), far: 250 },
  { name: 'approvals', path: paths.approvals(demo.eventId), far: 150 },
]
const looks = lists.flatMap((list) => [false, true].map((phone) => ({ ...list, phone })))

for (const { name, path, far, phone } of looks) {
  test(
    `the list of ${name} draws only what is in sight, and scrolls to the rest, ${phone ? 'on a phone' : 'on a desk'}`,
    story(async ({ open }) => {
      const page = await open(demo.sessions.approver, path, { phone })
      const rows = page.getByRole('table').getByRole('row')
      const last = async () =>
        Math.max(...(await rows.evaluateAll((all) => all.map((row) => Number(row.ariaRowIndex)))))
      await expect.poll(() => rows.count(), { timeout: 15_000 }).toBeGreaterThan(10)
      await rows.nth(5).hover()
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 4_000)
            return last()
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(far)
      expect(await rows.count()).toBeLessThan(100)
    }),
  )
}
