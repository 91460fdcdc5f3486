import { loadDemo } from './demo/load-demo.ts'
import type { Settings } from './platform/config.ts'
import { serve } from './serve.ts'
import type { Opened } from './serve.ts'
import { listTenantIds } from './tenants/tenants.sql.ts'

/** How long a sign-in printed at the first start is good for, in seconds. */
const FIRST_SIGN_IN_SECONDS = 24 * 3600

/** Starts the server; on an empty directory with the example tenant, so that there is something to look at. */
export async function startServer(settings: Settings): Promise<void> {
  const { publicUrl, opened } = await serve(settings)
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line('')
  line(`  Allot is ready at ${publicUrl}`)
  line(`  API reference     ${publicUrl}/docs/`)
  if (opened.storage.directory !== undefined) line(`  Data              ${opened.storage.directory}`)
  if (isForTrying(settings) && (await listTenantIds(opened.db)).length === 0) {
    line('')
    for (const text of await introduceDemo(opened)) line(`  ${text}`)
  }
  line('')
}

/** The example is for trying Allot out: never where a database or production is named. */
function isForTrying(settings: Settings): boolean {
  return settings.DATABASE_URL === undefined && settings.NODE_ENV !== 'production'
}

async function introduceDemo(opened: Opened): Promise<string[]> {
  const { tenantId, eventId, people } = await loadDemo(opened)
  const signIns = await Promise.all(
    people.map(async ({ role, name, userId }) => {
      const { url } = await opened.signIn.createLink(tenantId, userId, FIRST_SIGN_IN_SECONDS)
      return `${role.padEnd(10)} ${name.padEnd(22)} ${url}`
    }),
  )
  return [
    'This is a new directory, so an example is in it: Northwind Foundation and its annual day.',
    `Event             ${eventId}`,
    'Sign in once as each role, within 24 hours:',
    '',
    ...signIns,
  ]
}
