import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import type { TestContext } from 'vitest'
import type { Session } from './sessions.ts'

/** Pictures of every screen and of every failure, to be looked at. */
export const screens = fileURLToPath(new URL('../screens/', import.meta.url))

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Look = {
  phone?: boolean
  width?: number
  locale?: string
  /** One browser for all pages of a person: where they are only looked at, what it has fetched need not come again. */
  isShared?: boolean
}

export type Stage = {
  /** Opens a page in a browser of somebody's own, signed in as them, or as nobody. */
  open(who: Session | undefined, path: string, look?: Look): Promise<Page>
  /** What is not as it should be so far: errors of the console and of pages, dialogs, breaches of the policy. */
  complaints(): string[]
}

export type Allowed = {
  /** Statuses of refusals that the story leads to, which Chromium calls errors in its console. */
  refusals?: number[]
  /** The network is taken away, so that requests fail. */
  isOffline?: boolean
}

/** Nothing on a page takes longer than this on a machine that is not calm, in milliseconds. */
const PATIENCE_MS = 15_000

let browser: Promise<Browser> | undefined
const openBrowser = () => (browser ??= chromium.connect(inject('stage').browser))
afterAll(async () => (await browser)?.close())

/**
 * What a test does in a real browser. Whatever happens in it, nothing may be wrong in the console, where Chromium also
 * tells of a breach of the content security policy, and no dialog may open. A failure brings the console along, and
 * pictures of all its pages.
 */
export function story(tell: (stage: Stage) => Promise<void>, allowed: Allowed = {}) {
  return async ({ task }: TestContext): Promise<void> => {
    const pages: Page[] = []
    const undo: (() => Promise<void>)[] = []
    const said: string[] = []
    const complaints: string[] = []
    const open = async (who: Session | undefined, path: string, look: Look = {}) => {
      const context = await (look.isShared ? sharedContext(who, look) : newContext(who, look))
      const page = await context.newPage()
      pages.push(page)
      undo.push(() => (look.isShared ? page.close() : context.close()))
      listen(page, said, complaints, allowed)
      await page.goto(path)
      return page
    }
    try {
      await tell({ open, complaints: () => complaints })
      expect(complaints).toEqual([])
    } catch (error) {
      const pictures = await takePictures(task.name, pages)
      if (error instanceof Error)
        error.message += `\n\nthe console:\n${said.join('\n')}\n\npictures:\n${pictures.join('\n')}`
      throw error
    } finally {
      await Promise.all(undo.map((close) => close()))
    }
  }
}

const shared = new Map<string, Promise<BrowserContext>>()
function sharedContext(who: Session | undefined, look: Look): Promise<BrowserContext> {
  const key = JSON.stringify([who, look])
  const context = shared.get(key) ?? newContext(who, look)
  shared.set(key, context)
  return context
}

async function newContext(who: Session | undefined, look: Look): Promise<BrowserContext> {
  const { url } = inject('stage')
  const browser = await openBrowser()
  const size = look.phone ? phone : desktop
  const context = await browser.newContext({
    baseURL: url,
    viewport: { ...size, width: look.width ?? size.width },
    locale: look.locale ?? 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...(look.phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const [name, value] = who?.cookie.split(/=(.*)/s) ?? []
  if (name !== undefined && value !== undefined) await context.addCookies([{ name, value, url }])
  return context
}

function listen(page: Page, said: string[], complaints: string[], { refusals = [], isOffline = false }: Allowed): void {
  const isAllowed = (text: string) => {
    const status = /Failed to load resource: the server responded with a status of (\d+)/.exec(text)?.[1]
    // 503: a machine that is busy with something else kept the server waiting. The page asks again, and has to go on.
    if (status !== undefined) return status === '503' || refusals.includes(Number(status))
    return isOffline && /net::ERR_INTERNET_DISCONNECTED/.test(text)
  }
  page.on('console', (message) => {
    const line = `${message.type()}: ${message.text()} (${message.location().url})`
    said.push(line)
    if (message.type() === 'error' && !isAllowed(message.text())) complaints.push(line)
  })
  page.on('pageerror', (error) => {
    said.push(`page error: ${error.message}`)
    complaints.push(`page error: ${error.message}`)
  })
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
}

async function takePictures(title: string, pages: readonly Page[]): Promise<string[]> {
  const folder = join(screens, 'failed')
  await mkdir(folder, { recursive: true })
  const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  const taken = pages.map(async (page, index) => {
    const path = join(folder, `${name}-${index + 1}.png`)
    const picture = await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
    return `${page.url()}: ${picture === undefined ? 'no picture could be taken' : path}`
  })
  return Promise.all(taken)
}
