import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from '../src/testing/reply.ts'
import type { Deed, Step } from './plan.ts'
import type { EventScene, Scene, TenantScene } from './scene.ts'
import type { Supervised } from './stage.ts'

/** What one step came to, as its client saw it. */
export type Told = {
  step: Step
  /** What it was asked under, where it changes something. */
  key: string | undefined
  status: number
  code: string | undefined
  body: Json
  /** Of the system's clock, in milliseconds. */
  sentAt: number
  answeredAt: number
  attempts: number
  /** What it was about, and what it asked to become of it. */
  registrationId: string | undefined
}

export type Counts = { asked: number; retries: number; unavailable: number; strange: string[] }

type Request = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  body?: object
  credential: string
  registrationId?: string | undefined
  /** The one status it may have; any of those that are usual where it is left out. */
  only?: number
}

/** Longest that one step is tried, in milliseconds; what has no answer then is a fault by itself. */
const PATIENCE_MS = 60_000
const ANSWER_MS = 20_000
const LOST_MS = [1, 3, 8, 20]

/** Does what a step says, and repeats it under its key until it is answered. @returns undefined where there was nothing to do it to */
export async function perform(
  step: Step,
  scene: Scene,
  servers: readonly Supervised[],
  counts: Counts,
): Promise<Told | undefined> {
  const tenant = scene.tenants[step.tenant]
  const event = tenant?.events[step.event]
  const other = scene.tenants[1 - step.tenant]
  if (!tenant || !event || !other) throw new Error('a step of another world')
  const request = requestOf(step.deed, tenant, event, other)
  if (!request) return undefined
  counts.asked += 1
  const key = request.method === 'GET' ? undefined : `chaos-${step.no}`
  const sentAt = Date.now()
  const deadline = performance.now() + PATIENCE_MS
  let attempts = 0
  if (step.fate === 'lost') {
    attempts += 1
    await send(servers, step.server, request, key, LOST_MS[step.no % LOST_MS.length] ?? 1).catch(() => {})
  }
  if (step.fate === 'twice' && key !== undefined) {
    attempts += 1
    void send(servers, 1 - step.server, request, key, ANSWER_MS).catch(() => {})
  }
  for (;;) {
    attempts += 1
    const answer = await send(servers, step.server + attempts, request, key, ANSWER_MS).catch(() => undefined)
    if (answer && answer.status !== 503 && answer.status !== 429) {
      const told = {
        step,
        key,
        sentAt,
        answeredAt: Date.now(),
        attempts,
        registrationId: request.registrationId,
        ...answer,
      }
      expectUsual(told, request, counts)
      learn(told, event)
      counts.retries += attempts - 1
      return told
    }
    if (answer) counts.unavailable += 1
    if (performance.now() > deadline) {
      counts.strange.push(
        `step ${step.no} (${step.deed.kind}) had no answer in ${PATIENCE_MS / 1000} s, the last was ${answer?.status ?? 'none'}`,
      )
      return undefined
    }
    await sleep(30 + 40 * Math.min(attempts, 5))
  }
}

/** Answers that no client should ever see. */
function expectUsual({ step, status, body }: Told, { only }: Request, { strange }: Counts): void {
  const usual = only === undefined ? [200, 201, 202, 403, 409, 422] : [only]
  if (usual.includes(status)) return
  strange.push(
    `step ${step.no} (${JSON.stringify(step.deed)}) was answered ${status}: ${JSON.stringify(body)?.slice(0, 300)}`,
  )
}

function learn({ status, body, step: { deed } }: Told, event: EventScene): void {
  if (status === 201 && (deed.kind === 'register' || deed.kind === 'wait')) event.known.push(String(body.id))
}

async function send(
  servers: readonly Supervised[],
  turn: number,
  { method, path, body, credential }: Request,
  key: string | undefined,
  milliseconds: number,
): Promise<Pick<Told, 'status' | 'code' | 'body'>> {
  const server = servers[turn % servers.length]
  const reply = await fetch(`${server?.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${credential}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(milliseconds),
  })
  const text = await reply.text()
  const isJson = /json/.test(reply.headers.get('content-type') ?? '')
  const said = (isJson ? JSON.parse(text) : null) as Json
  return { status: reply.status, code: said?.code === undefined ? undefined : String(said.code), body: said }
}

/** A step as a request of the API; undefined where nobody has registered yet whom it could be about. */
function requestOf(deed: Deed, tenant: TenantScene, event: EventScene, other: TenantScene): Request | undefined {
  const { keys, people } = tenant
  const { path } = event
  const registrationOf = (which: number) => event.known.at(-1 - (which % Math.max(1, event.known.length)))
  const registrationsOf = (whiches: number[]) => [...new Set(whiches.flatMap((which) => registrationOf(which) ?? []))]
  switch (deed.kind) {
    case 'register':
    case 'wait': {
      const person = people[deed.person]
      const optionId = event.optionIds[deed.option]
      const isOwn = deed.kind === 'register' && deed.isOwn
      const slot = deed.kind === 'register' && deed.slot !== null ? event.slotLabels[deed.slot] : undefined
      return {
        method: 'POST',
        path: `${path}/${deed.kind === 'wait' ? 'waitlist' : 'register'}`,
        credential: isOwn ? (person?.key ?? '') : keys.approver,
        body: {
          event_option_id: optionId,
          ...(isOwn ? {} : { user_id: person?.id }),
          ...(slot === undefined ? {} : { preferred_pickup_slot: slot }),
        },
      }
    }
    case 'decide':
    case 'move': {
      const id = registrationOf(deed.which)
      if (id === undefined) return undefined
      const label = deed.slot === null ? undefined : event.slotLabels[deed.slot]
      const body =
        deed.kind === 'move'
          ? { preferred_pickup_slot: label }
          : { status: deed.to, ...(label === undefined ? {} : { assigned_pickup_slot: label }) }
      return { method: 'PUT', path: `${path}/registrations/${id}`, credential: keys.approver, body, registrationId: id }
    }
    case 'accept':
    case 'decline': {
      const id = registrationOf(deed.which)
      if (id === undefined) return undefined
      // Only for whoever it was offered to: the approver gets a clear no.
      return { method: 'POST', path: `${path}/waitlist/${id}/${deed.kind}`, credential: keys.approver, body: {} }
    }
    case 'batch':
    case 'trial': {
      const registration_ids = registrationsOf(deed.whiches)
      if (registration_ids.length === 0) return undefined
      const isTrial = deed.kind === 'trial'
      const action = isTrial ? 'approve' : deed.action
      const mode = action === 'cancel' && deed.mode === 'largest_fit' ? 'best_effort' : deed.mode
      const body = { action, mode, registration_ids, ...(isTrial ? { dry_run: true } : {}) }
      return { method: 'POST', path: `${path}/registrations/batch`, credential: keys.approver, body }
    }
    case 'budget':
      return { method: 'PUT', path, credential: keys.organizer, body: { event_budget_amount: deed.amount } }
    case 'stock':
      return {
        method: 'PUT',
        path: `${path}/options/${event.optionIds[deed.option]}`,
        credential: keys.organizer,
        body: { total_available: deed.total },
      }
    case 'capacity':
      return {
        method: 'PUT',
        path: `${path}/slots/${event.slotIds[deed.slot]}`,
        credential: keys.organizer,
        body: { capacity: deed.capacity },
      }
    case 'look': {
      const paths = {
        variance: `${path}/budget-variance`,
        registrations: `${path}/registrations?limit=100`,
        ledger: `${path}/ledger?limit=100`,
        waitlist: `${path}/waitlist?limit=100`,
        jobs: '/jobs?limit=20',
      }
      return { method: 'GET', path: paths[deed.at], credential: keys.approver, only: 200 }
    }
    case 'trespass': {
      const id = registrationOf(deed.which)
      if (id === undefined) return undefined
      return {
        method: 'PUT',
        path: `${path}/registrations/${id}`,
        credential: other.keys.owner,
        body: { status: 'CANCELLED' },
        only: 404,
      }
    }
  }
}
