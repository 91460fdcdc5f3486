import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { measureBuild } from '../../tools/bundle-sizes.ts'
import { root } from '../../tools/repository.ts'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant } from './testing/given.ts'
import { untilRead } from './testing/inspect.ts'
import { story } from './testing/story.ts'

test(
  'Chromium fetches for the page of an event what is counted for it, and no more',
  story(async ({ open }) => {
    const tenant = await givenTenant()
    const event = await givenEvent(tenant)
    const page = await open(tenant.member, 'about:blank', { phone: true })
    const scripts = new Set<string>()
    page.on('request', (request) => {
      const file = /\/app\/(assets\/[^?]+\.js)$/.exec(request.url())?.[1]
      if (file !== undefined) scripts.add(file)
    })
    await page.goto(paths.eventPage(event.slug))
    await untilRead(page)
    const sizes = [...scripts].map(
      (file) => gzipSync(readFileSync(join(root, 'web/dist', file)), { level: 9 }).byteLength,
    )
    const counted = measureBuild().find((one) => one.page === 'Event')
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(counted?.js)
  }),
)
