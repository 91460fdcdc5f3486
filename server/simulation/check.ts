import { clientAt } from '../src/testing/server-process.ts'
import type { Client, Json } from '../src/testing/reply.ts'
import { readBooks } from './books.sql.ts'
import type { Told } from './perform.ts'
import { between, replay } from './reference.ts'
import type { Replayed } from './reference.ts'
import type { EventScene, Scene, TenantScene } from './scene.ts'
import type { Stage } from './stage.ts'

/** What was found broken, and how much was looked at. */
export type Findings = { broken: string[]; entries: number; messages: number }

/** Clocks of the same machine; what they may differ by is how finely they are read. */
const SLACK_MS = 25

/** Recomputes every promise from the public API alone, from the database, and by `allot verify`. */
export async function check(stage: Stage, scene: Scene, told: readonly Told[]): Promise<Findings> {
  const findings: Findings = { broken: [], entries: 0, messages: 0 }
  for (const [tenantNo, tenant] of scene.tenants.entries()) {
    for (const [eventNo, event] of tenant.events.entries()) {
      const own = told.filter(({ step }) => step.tenant === tenantNo && step.event === eventNo)
      const holds = eventNo === 1
      const name = `tenant ${tenantNo}, event ${eventNo}`
      const found = await checkEvent(stage, tenant, event, own, holds)
      findings.entries += found.entries
      findings.broken.push(...found.broken.map((fault) => `${name}: ${fault}`))
    }
  }
  findings.broken.push(...(await readBooks(stage)))
  const verified = await stage.verify()
  if (verified.code !== 0) findings.broken.push(`allot verify: ${verified.said.slice(0, 1_000)}`)
  return findings
}

async function checkEvent(
  { servers }: Stage,
  { keys }: TenantScene,
  event: EventScene,
  told: readonly Told[],
  holds: boolean,
): Promise<{ broken: string[]; entries: number }> {
  const client = clientAt(servers[0]?.address ?? '', keys.auditor)
  const entries = (await readAll(client, `${event.path}/audit`)).reverse()
  const replayed = replay(entries)
  const broken = [...replayed.faults]
  broken.push(...(await compareWithApi(client, event, replayed)))
  broken.push(...checkAcknowledged(entries, told))
  // Where requests hold what they ask for, what is full depends on everybody who asked.
  if (!holds) broken.push(...checkRefusals(replayed, told, event))
  return { broken, entries: entries.length }
}

/** The story's end is what the API says now. */
async function compareWithApi(client: Client, event: EventScene, { kept }: Replayed): Promise<string[]> {
  const broken: string[] = []
  const variance = (await client.get(`${event.path}/budget-variance`)).body
  const spent = Math.round(Number(variance.budget_committed) * 100)
  if (spent !== kept.spentMinor) broken.push(`committed is ${spent}, the trail comes to ${kept.spentMinor}`)
  for (const option of variance.option_variance ?? []) {
    const given = kept.options.get(String(option.option_id))?.given
    if (Number(option.committed_count) !== given)
      broken.push(`option ${String(option.option_name)} has ${String(option.committed_count)}, the trail ${given}`)
  }
  for (const slot of await readAll(client, `${event.path}/slots`)) {
    const given = kept.slots.get(String(slot.id))?.given
    if (Number(slot.committed_count) !== given)
      broken.push(`slot ${String(slot.label)} has ${String(slot.committed_count)}, the trail ${given}`)
  }
  const rows = await readAll(client, `${event.path}/registrations`)
  if (rows.length !== kept.registrations.size)
    broken.push(`${rows.length} registrations, the trail has ${kept.registrations.size}`)
  for (const row of rows) {
    const { status } = kept.registrations.get(String(row.id)) ?? {}
    if (row.status !== (status as unknown))
      broken.push(`registration ${String(row.id)} is ${String(row.status)}, the trail says ${status}`)
  }
  return broken
}

/** Every good answer has its one entry under its key, and what was refused has none. */
function checkAcknowledged(entries: readonly Json[], told: readonly Told[]): string[] {
  const byKey = Map.groupBy(entries, ({ idempotency_key: key }) => String(key))
  const broken: string[] = []
  for (const { step, key, status, body, registrationId } of told) {
    const { kind } = step.deed
    if (key === undefined || !['register', 'wait', 'decide', 'move'].includes(kind)) continue
    const own = byKey.get(key) ?? []
    const subject = registrationId ?? (status === 201 ? String(body.id) : undefined)
    const about = own.filter(({ subject_id: id }) => String(id) === subject)
    const isNew = kind === 'register' || kind === 'wait'
    if (status >= 400 && own.length > 0)
      broken.push(`step ${step.no} was refused (${status}), and has ${own.length} entries`)
    if (status < 300 && isNew && about.length !== 1)
      broken.push(`step ${step.no} was answered ${status}, and has ${about.length} entries`)
    if (status < 300 && about.length > 1) broken.push(`step ${step.no} was done ${about.length} times`)
  }
  return broken
}

/** What a refusal said was so at some moment between the question and the answer. */
function checkRefusals({ moments, kept }: Replayed, told: readonly Told[], event: EventScene): string[] {
  const broken: string[] = []
  for (const { step, status, body, sentAt, answeredAt, registrationId } of told) {
    const { deed, no } = step
    if (status !== 409 || (deed.kind !== 'register' && deed.kind !== 'decide')) continue
    const type = String(body.conflict_type ?? '')
    const optionId =
      deed.kind === 'register' ? event.optionIds[deed.option] : kept.registrations.get(registrationId ?? '')?.optionId
    const then = between(moments, sentAt - SLACK_MS, answeredAt + SLACK_MS)
    const amount = deed.kind === 'decide' ? kept.registrations.get(registrationId ?? '')?.amountMinor : undefined
    const wasSo =
      type === 'INVENTORY_EXHAUSTED'
        ? then.some(({ optionsFull }) => optionsFull.has(optionId ?? ''))
        : type === 'BUDGET_EXHAUSTED'
          ? then.some(({ leftMinor }) => leftMinor < (amount ?? 500))
          : type === 'SLOT_CONFLICT'
            ? then.some(({ slotsFull }) => slotsFull.size > 0)
            : true
    if (!wasSo) broken.push(`step ${no} was refused for ${type}, which was not so at any moment of it`)
  }
  return broken
}

async function readAll(client: Client, path: string): Promise<Json[]> {
  const all: Json[] = []
  for (;;) {
    const { status, body, text } = await client.get(`${path}?limit=100&skip=${all.length}`)
    if (status !== 200) throw new Error(`${path} cannot be read: ${status} ${text}`)
    const page = [...body]
    all.push(...page)
    if (page.length < 100) return all
  }
}
