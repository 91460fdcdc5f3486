import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { encode } from 'uqr'
import type { GivenEvent, Tenant } from './given.ts'
import { sure } from './given.ts'

/** A desk of an event, and codes for tablets at it. */
export type GivenDesk = { id: string; path: string; enrolPath(): Promise<string>; revokeAll(): Promise<void> }

export async function givenDesk(tenant: Tenant, event: GivenEvent, desk: object): Promise<GivenDesk> {
  const { id } = await sure(tenant.organizer.post(`${event.path}/desks`, desk))
  const path = `${event.path}/desks/${String(id)}`
  return {
    id: String(id),
    path,
    enrolPath: async () => {
      const { code } = await sure(tenant.organizer.post(`${path}/devices`, { name: 'Tablet' }))
      return `/desk#${String(code)}`
    },
    revokeAll: async () => {
      const devices = [...(await sure(tenant.organizer.get(`${path}/devices`)))]
      for (const device of devices) await tenant.organizer.delete(`${path}/devices/${String(device.id)}`)
    },
  }
}

/**
 * What a hardware scanner does: it types in a moment, and ends with Enter. All keys come from within the page, for a
 * machine that is busy would let so much time pass between two that they would be a person's.
 */
export async function scan(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Scanner' }).waitFor({ state: 'attached' })
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        ;(document.activeElement ?? document.body).dispatchEvent(pressed)
      }
    },
    [...text, 'Enter'],
  )
}

/** A film of one picture, for Chromium's camera that is none: a code held in front of it. */
export async function filmOf(page: Page, text: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const code = encode(text, { ecc: 'Q', border: 4 })
  const picture = await page.evaluate(async (rows) => {
    const canvas = new OffscreenCanvas(640, 480)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('nothing can be drawn')
    const side = Math.floor(440 / rows.length)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 640, 480)
    context.fillStyle = '#000'
    rows.forEach((row, y) =>
      row.forEach((isDark, x) => isDark && context.fillRect(100 + x * side, 20 + y * side, side, side)),
    )
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    return Array.from(new Uint8Array(await blob.arrayBuffer()))
  }, code.data)
  const folder = await mkdtemp(join(tmpdir(), 'allot-film-'))
  const path = join(folder, 'code.mjpeg')
  await writeFile(path, Buffer.from(picture))
  return { path, remove: () => rm(folder, { recursive: true }) }
}
