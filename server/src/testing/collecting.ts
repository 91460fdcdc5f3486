import type { TestTenant } from './given-app.ts'
import type { Gala } from './gala.ts'
import type { Client, Json, Reply } from './reply.ts'

/** A desk of a gala, with somebody of the role desk behind it. */
export type Desk = {
  deskId: string
  /** Scans a code, or somebody by name; each with a nonce of its own. */
  scan(what: { token?: string; name?: string }, more?: object, by?: Pick<Client, 'post'>): Promise<Reply>
}

let scans = 0

export async function givenDesk(tenant: TestTenant, gala: Gala, given: object = {}): Promise<Desk> {
  const name = `Desk ${(scans += 1)}`
  const { status, body, text } = await tenant.organizer.post(`${gala.path}/desks`, { name, ...given })
  if (status !== 201) throw new Error(`no desk: ${text}`)
  const deskId = String(body.id)
  return {
    deskId,
    scan: ({ token, name: person }, more = {}, by = tenant.desk) =>
      by.post(`${gala.path}/collections`, {
        ...(token === undefined ? {} : { qr_token: token }),
        ...(person === undefined ? {} : { registration_id: gala.registrationOf(person) }),
        desk_id: deskId,
        nonce: `scan-of-test-${(scans += 1)}`,
        at: new Date().toISOString(),
        ...more,
      }),
  }
}

/** Registers people, has them approved, and says their codes. */
export async function givenApproved(gala: Gala, ...names: string[]): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {}
  for (const name of names) {
    await gala.register(name)
    const { status, text } = await gala.approve(name)
    if (status !== 200) throw new Error(`not approved: ${text}`)
    tokens[name] = await codeOf(gala, name)
  }
  return tokens
}

export async function codeOf(gala: Gala, name: string): Promise<string> {
  const { body } = await (await gala.person(name)).get('/me/registrations')
  return String((body as unknown as Json[]).find(({ id }) => String(id) === gala.registrationOf(name))?.qr_token)
}
