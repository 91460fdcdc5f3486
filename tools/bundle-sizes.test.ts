import { describe, expect, test } from 'vitest'
import { findTooLarge, measurePages, tablePages } from './bundle-sizes.ts'
import type { Manifest, PageSize } from './bundle-sizes.ts'

/** A build in small: the main entry, what all pages share, and each page with something of its own. */
const pages = [
  'src/accounts/SignInPage.tsx',
  'src/event-page/EventPage.tsx',
  'src/mine/MinePage.tsx',
  'src/mine/MyRegistrationPage.tsx',
  'src/notifications/MyInboxPage.tsx',
  'src/waitlist/OfferPage.tsx',
  'src/shell/AppLayout.tsx',
  'src/events/EventsPage.tsx',
  'src/overview/OverviewPage.tsx',
  'src/budget/BudgetPage.tsx',
]
const manifest: Manifest = {
  'index.html': { file: 'main.js', isEntry: true, imports: ['_shared.js'], dynamicImports: pages, css: ['main.css'] },
  '_shared.js': { file: 'shared.js' },
  '_fields.js': { file: 'fields.js', imports: ['_shared.js'], css: ['fields.css'] },
  '_chart.js': { file: 'chart.js', imports: ['_fields.js'] },
  ...Object.fromEntries(pages.map((page) => [page, { file: page.replace('.tsx', '.js'), imports: ['_shared.js'] }])),
  'src/shell/AppLayout.tsx': { file: 'frame.js', imports: ['index.html', '_fields.js'], css: ['frame.css'] },
  'src/budget/BudgetPage.tsx': { file: 'budget.js', imports: ['_fields.js'], dynamicImports: ['_chart.js'] },
}
const bytes: Record<string, number> = {
  'main.js': 100_000,
  'shared.js': 20_000,
  'frame.js': 50_000,
  'fields.js': 3_000,
}
const sizeOf = (file: string) => bytes[file] ?? 1_000
const find = (measured: PageSize[], page: string) => measured.find((one) => one.page === page)

describe('how much a page fetches', () => {
  test('is the main entry and its own, with all they import, each once', () => {
    expect(find(measurePages(manifest, sizeOf), 'Event')).toEqual({
      page: 'Event',
      js: 121_000,
      css: 1_000,
      limit: 200_000,
    })
  })

  test('counts the frame around an organiser’s pages, and not what is asked for later', () => {
    const budget = find(measurePages(manifest, sizeOf), 'Budget')
    expect(budget).toMatchObject({ js: 100_000 + 20_000 + 50_000 + 3_000 + 1_000, css: 3_000, limit: undefined })
  })

  test('counts the first load of an organiser as a whole', () => {
    const first = measurePages(manifest, sizeOf).find(({ limit }) => limit === 350_000)
    expect(first?.js).toBe(100_000 + 20_000 + 50_000 + 3_000 + 3 * 1_000)
  })

  test('is known of every page but the frame, which is no page', () => {
    const measured = measurePages(manifest, sizeOf)
    expect(measured.map(({ page }) => page).filter((page) => !page.includes(' '))).toHaveLength(pages.length - 1)
  })
})

describe('a limit', () => {
  const withEventPageOf = (js: number) =>
    measurePages(manifest, (file) => (file === 'src/event-page/EventPage.js' ? js - 120_000 : sizeOf(file)))

  test('is held below it, and missed at it and above', () => {
    expect(findTooLarge(withEventPageOf(199_999))).toEqual([])
    expect(findTooLarge(withEventPageOf(200_000)).map(({ page }) => page)).toEqual(['Event'])
    expect(findTooLarge(withEventPageOf(300_000)).map(({ page }) => page)).toEqual(['Event'])
  })

  test('holds for the first load too', () => {
    const heavy = measurePages(manifest, (file) => (file === 'frame.js' ? 230_000 : sizeOf(file)))
    expect(findTooLarge(heavy).map(({ limit }) => limit)).toEqual([350_000])
  })

  test('stands in the table with whether it is held', () => {
    expect(tablePages(withEventPageOf(210_000))).toMatch(/\| Event +\| 210\.0 +\| 1\.0 +\| below 200: MISSED +\|/)
    expect(tablePages(withEventPageOf(190_000))).toMatch(/\| Event +\| 190\.0 +\| 1\.0 +\| below 200: held +\|/)
  })

  test('is not lost with the name of its page', () => {
    const { 'src/mine/MinePage.tsx': _moved, ...rest } = manifest
    expect(() => measurePages(rest, sizeOf)).toThrow('the manifest does not know src/mine/MinePage.tsx')
  })
})
