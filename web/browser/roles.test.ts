import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { expect, inject, test } from 'vitest'
import { story } from './testing/story.ts'

/** Where each role begins, and what is there for it. */
const lands: Record<Role, { at: RegExp; heading: string }> = {
  owner: { at: /\/app\/events$/, heading: 'Events' },
  organizer: { at: /\/app\/events$/, heading: 'Events' },
  approver: { at: /\/app\/events$/, heading: 'Events' },
  auditor: { at: /\/app\/events$/, heading: 'Events' },
  desk: { at: /\/desk$/, heading: 'This tablet stands at no desk yet' },
  member: { at: /\/mine$/, heading: 'What you asked for' },
}

for (const role of roles) {
  test(
    `the ${role} lands where there is something for them`,
    story(async ({ open }) => {
      const page = await open(inject('stage').demo.sessions[role], '/')
      await page.waitForURL(lands[role].at)
      await page.getByRole('heading', { level: 1, name: lands[role].heading }).waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
    }),
  )
}
