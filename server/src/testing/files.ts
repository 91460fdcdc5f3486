import { expect, vi } from 'vitest'
import type { Client } from './reply.ts'

/** Lets a file be made, and waits until there is one. */
export async function givenExport(owner: Client, eventId: string): Promise<string> {
  const started = await owner.post(`/events/${eventId}/exports`, { kind: 'registrations', format: 'csv' })
  if (started.status !== 202) throw new Error(`no export: ${started.text}`)
  const id = String(started.body.id)
  const isDone = async () => expect((await owner.get(`/exports/${id}`)).body.status).toBe('DONE')
  await vi.waitFor(isDone, { timeout: 20_000, interval: 20 })
  return id
}
