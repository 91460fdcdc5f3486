import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { screens } from './story.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** Stands where something is still on its way: skeletons have no role, for there is nothing to read in them. */
const onTheWay = '[aria-busy="true"], .skel'

/** Waits until a page shows what it is about: its heading stands, and nothing is on its way any more. */
export async function untilRead(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect.poll(() => page.locator(onTheWay).count(), { timeout: 15_000 }).toBe(0)
  await page.evaluate(() => document.fonts.ready)
}

/** How far a page can be pushed sideways, in pixels; on a phone nothing may be hidden there. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/**
 * What somebody with a screen reader, a keyboard or weak eyes stumbles over, and where.
 *
 * @param only the rules to look at, where the others have been looked at already
 */
export async function findBarriers(page: Page, only?: string[]): Promise<string[]> {
  const runOnly = only ? { type: 'rule' as const, values: only } : { type: 'tag' as const, values: standards }
  // The pages have no frames, and what is right about them is not listed: both would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)}: ${failureSummary ?? ''}`),
    )
}

export async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true })
  await page.screenshot({ path: join(screens, `${name}.png`), scale: 'css' })
}
