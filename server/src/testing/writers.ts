import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, Json, Reply } from './reply.ts'
import { clientAt } from './server-process.ts'

/** What a writer was told: under which key it asked for what, and which registration it was about. */
export type Told = { key: string; asked: 'register' | 'APPROVED' | 'CANCELLED'; registrationId: string }

export type Scene = {
  address: string
  eventPath: string
  optionId: string
  /** Keys of who registers others, and of who decides. */
  registrar: string
  decider: string
  people: string[]
}

/** People registered and decided on without a pause. Each request is repeated, with its key, until it is answered. */
export type Writers = {
  /** Every answer that was good. */
  told: Told[]
  /** Answers that no client should ever see. */
  strange: Reply[]
  /** How often a request had to be sent again. */
  repeats(): number
  /** Waits until every writer has done two rounds more. */
  goOn(): Promise<void>
  /** Lets each finish its round, so that at the end nobody has anything. */
  stop(): Promise<void>
}

let run = 0

export function startWriters(scene: Scene): Writers {
  const told: Told[] = []
  const strange: Reply[] = []
  let repeats = 0
  let isOver = false
  const rounds = scene.people.map(() => 0)
  const prefix = `run${(run += 1)}`

  /** No answer, and 503, mean: again. Any other that is not good ends everything, as it is a fault. */
  async function askUntilAnswered(ask: () => Promise<Reply>): Promise<Reply> {
    for (;;) {
      const reply = await ask().catch(() => undefined)
      if (reply && reply.status < 300) return reply
      if (reply && reply.status !== 503) {
        isOver = true
        strange.push(reply)
        throw new Error(`a writer was told ${reply.text}`)
      }
      repeats += 1
      await sleep(20)
    }
  }

  const { registrar, decider } = clientsOf(scene)
  async function decide(registrationId: string, status: 'APPROVED' | 'CANCELLED', key: string): Promise<void> {
    const path = `${scene.eventPath}/registrations/${registrationId}`
    await askUntilAnswered(() => decider.put(path, { status }, { 'idempotency-key': key }))
    told.push({ key, asked: status, registrationId })
  }

  /** One person asks, is approved, and every other time gives it up again, and so may ask anew. */
  async function write(person: string, index: number): Promise<void> {
    for (let round = 1; !isOver; round += 1) {
      const key = `${prefix}-${index}-${round}`
      const body = { event_option_id: scene.optionId, user_id: person }
      const registered = await askUntilAnswered(() =>
        registrar.post(`${scene.eventPath}/register`, body, { 'idempotency-key': `${key}-ask` }),
      )
      const registrationId = String(registered.body.id)
      told.push({ key: `${key}-ask`, asked: 'register', registrationId })
      if (round % 2 === 0) await decide(registrationId, 'APPROVED', `${key}-yes`)
      await decide(registrationId, 'CANCELLED', `${key}-no`)
      rounds[index] = round
    }
  }

  const writing = scene.people.map(write)
  return {
    told,
    strange,
    repeats: () => repeats,
    goOn: async () => {
      const before = [...rounds]
      while (!isOver && rounds.some((round, index) => round < (before[index] ?? 0) + 2)) await sleep(20)
    },
    stop: async () => {
      isOver = true
      await Promise.allSettled(writing)
    },
  }
}

function clientsOf({ address, registrar, decider }: Scene): { registrar: Client; decider: Client } {
  return { registrar: clientAt(address, registrar), decider: clientAt(address, decider) }
}

/** Everything in a list, page by page. */
export async function readAll(client: Client, path: string): Promise<Json[]> {
  const all: Json[] = []
  for (;;) {
    const page = [...(await client.get(`${path}?limit=100&skip=${all.length}`)).body]
    all.push(...page)
    if (page.length < 100) return all
  }
}
