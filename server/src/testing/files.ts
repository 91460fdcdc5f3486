import { expect, vi } from 'vitest'
import { newId } from '../platform/ids.ts'
import type { Client } from './reply.ts'
import type { TestApp, TestTenant } from './given-app.ts'

/** Lets a file be made, and waits until there is one. */
export async function givenExport(owner: Client, eventId: string): Promise<string> {
  const started = await owner.post(`/events/${eventId}/exports`, { kind: 'registrations', format: 'csv' })
  if (started.status !== 202) throw new Error(`no export: ${started.text}`)
  const id = String(started.body.id)
  const isDone = async () => expect((await owner.get(`/exports/${id}`)).body.status).toBe('DONE')
  await vi.waitFor(isDone, { timeout: 20_000, interval: 20 })
  return id
}

type About = { event_id: string; registration_id: string; option_id: string; name: string }

/** Something that was handed out at a desk, and taken back: it is in the lists, and in nobody's way. */
export async function givenTakenBack(
  { db }: Pick<TestApp, 'db'>,
  { tenantId, desk }: TestTenant,
  { event_id, registration_id, option_id, name }: About,
): Promise<string> {
  const deskId = newId()
  await db.transaction(tenantId, async (tx) => {
    await tx.query('insert into desks (tenant_id, event_id, id, name) values ($1, $2, $3, $4)', [
      tenantId,
      event_id,
      deskId,
      `${name} back door`,
    ])
    await tx.query(
      `insert into collections (tenant_id, event_id, id, registration_id, event_option_id, desk_id, collected_by,
         collected_at, undone_at, undone_reason)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-05-01T10:00:00Z', '2026-05-01T10:01:00Z', $8)`,
      [tenantId, event_id, newId(), registration_id, option_id, deskId, desk.userId, `${name} mistake`],
    )
  })
  return deskId
}
