import { expect, inject, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { story } from './testing/story.ts'

const { demo } = inject('stage')

for (const phone of [false, true]) {
  test(
    `a long list draws only what is in sight, and scrolls to the rest, ${phone ? 'on a phone' : 'on a desk'}`,
    story(async ({ open }) => {
      const page = await open(demo.sessions.owner, paths.registrations(demo.eventId), { phone })
      const rows = page.getByRole('table').getByRole('row')
      const last = async () => Number(await rows.last().getAttribute('aria-rowindex'))
      await expect.poll(() => rows.count(), { timeout: 15_000 }).toBeGreaterThan(10)
      const seen = await last()
      await rows.nth(5).hover()
      // Over two pages of the list, so that the next ones have to be asked for as well.
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 4_000)
            return last()
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(Math.max(seen, 250))
      expect(await rows.count()).toBeLessThan(100)
    }),
  )
}
