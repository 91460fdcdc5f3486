import type { Client, Json } from './reply.ts'

/** Waits until a job is over, and gives it back. */
export async function untilOver(client: Client, jobId: string): Promise<Json> {
  for (;;) {
    const { body, text } = await client.get(`/jobs/${jobId}`)
    if (body.finished_at === undefined) throw new Error(`no job: ${text}`)
    if (body.finished_at !== null) return body
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
