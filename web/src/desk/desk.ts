import { ApiError, isUnanswered } from '../api.ts'
import { answerOf } from './answer-of.ts'
import type { Answer, Ask } from './answer.ts'
import { advance, setClock, tellTime } from './clock.ts'
import { decideOffline, findByName, hold, isOver, putBack, spend, stillDue } from './lease.ts'
import type { Held } from './lease.ts'
import { appendEntry } from './log.ts'
import type { LogKind } from './log.ts'
import type { Kept } from './storage.ts'
import { applyTold, dropKnown, nextBatch } from './sync.ts'
import { hashText } from './token.ts'
import type { DeskPerson, Transport } from './transport.ts'

export type DeskState = {
  kept: Kept
  /** Since when nothing is heard of the server; nothing while it answers. */
  offlineSince: string | undefined
  /** The tablet was taken out of use: it may only tell what it did before. */
  isRevoked: boolean
  isSending: boolean
  last: Answer | undefined
}

/** For how long people are held, and how many at most: a queue of an hour and a half at a busy desk. */
const LEASE_MINUTES = 60
const MOST_HELD = 200
/** No more than so many logs are sent in one go; what is left goes with the next. */
const MOST_BATCHES = 50

export type Desk = ReturnType<typeof createDesk>

/**
 * A desk at work. While the server answers, it decides; while it does not, the tablet does, by what it holds. Whatever
 * the tablet hands out is on its disk before anybody is told to hand it over.
 *
 * @param write puts everything away; for a desk of a signed-in person, nothing is
 */
export function createDesk(first: Kept, transport: Transport, write: (kept: Kept) => Promise<void>) {
  let state: DeskState = {
    kept: first,
    offlineSince: undefined,
    isRevoked: false,
    isSending: false,
    last: undefined,
  }
  const listeners = new Set<() => void>()
  const show = (change: Partial<DeskState>) => {
    state = { ...state, ...change }
    listeners.forEach((changed) => changed())
  }
  const keep = async (change: Partial<Kept>) => {
    const kept = { ...state.kept, ...change }
    await write(kept)
    show({ kept })
  }
  /** One thing after the other: what is decided next stands on what was decided before. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(act)
    turn = mine.catch(() => undefined)
    return mine
  }
  const now = () => tellTime(state.kept.clock, Date.now())

  /** Hears from the server, or notes that it is not there. A tablet that was revoked knows it from here on. */
  async function call<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      const result = await ask()
      if (state.offlineSince !== undefined) show({ offlineSince: undefined })
      return result
    } catch (error) {
      if (isUnanswered(error) && state.offlineSince === undefined) show({ offlineSince: new Date(now()).toISOString() })
      if (error instanceof ApiError && error.problem.status === 401) show({ isRevoked: true, offlineSince: undefined })
      throw error
    }
  }

  async function record(kind: LogKind, answer: Answer, nonce: string, qrHash: string | undefined, held: Held) {
    const { enrolled, head, unsent, clock } = state.kept
    const { person } = answer
    if (!enrolled || !head || !person) throw new Error('nothing is held that could be handed out')
    const at = new Date().toISOString()
    const done = { kind, nonce, at, registration_id: person.registrationId, ...(qrHash ? { qr_hash: qrHash } : {}) }
    const added = await appendEntry(enrolled.deviceId, head, done, (text) =>
      crypto.subtle.sign('Ed25519', enrolled.privateKey, text),
    )
    const { leaseId } = head
    const { name: personName, optionName } = person
    await keep({
      held,
      head: added.head,
      clock: advance(clock, Date.now()),
      unsent: [...unsent, { leaseId, entry: added.entry, personName, optionName }],
    })
  }

  async function askHere(ask: Ask, nonce: string, isOverridden: boolean): Promise<Answer> {
    const { held, clock } = state.kept
    const qrHash = 'qrToken' in ask ? await hashText(ask.qrToken) : undefined
    const by = 'qrToken' in ask ? { qrHash: qrHash ?? '' } : ask
    const answer = decideOffline(held, by, ask, now(), isOverridden)
    const { person } = answer
    if (answer.outcome === 'COLLECTED' && held && person) {
      const after = spend(held, person.registrationId, person.optionId, answer.collected?.at ?? '')
      await record('collect', answer, nonce, qrHash, after)
    } else {
      await keep({ clock: advance(clock, Date.now()) })
    }
    return answer
  }

  async function askServer(ask: Ask, nonce: string, isOverridden: boolean): Promise<Answer> {
    const { own } = state.kept
    const scan = {
      ...('qrToken' in ask ? { qr_token: ask.qrToken } : { registration_id: ask.registrationId }),
      desk_id: own.desk.id,
      nonce,
      at: new Date().toISOString(),
      override_slot: isOverridden,
    }
    const answer = answerOf(await call(() => transport.collect(scan)), ask)
    if (answer.outcome === 'COLLECTED' && answer.person) await noteCollected(answer)
    return answer
  }

  /** What was handed out with a network is not handed out again without one, and is gone from the table. */
  async function noteCollected({ person, collected, leftOnTable, progress }: Answer): Promise<void> {
    if (!person) return
    const { held, own, people } = state.kept
    const at = collected?.at ?? new Date(now()).toISOString()
    const { optionId } = person
    await keep({
      ...(held ? { held: spend(held, person.registrationId, optionId, at) } : {}),
      people: people.map((one) => (one.registration_id === person.registrationId ? { ...one, collected_at: at } : one)),
      own: {
        ...own,
        desk: {
          ...own.desk,
          options: own.desk.options.map((option) =>
            option.event_option_id === optionId ? { ...option, left_on_table: leftOnTable ?? null } : option,
          ),
        },
        expected: own.expected.map((slot) => (slot.slot === person.slot && progress ? { ...slot, ...progress } : slot)),
      },
    })
  }

  /** Sends what was done without a network, in order, until nothing is left or nobody answers. */
  async function sendAll(): Promise<void> {
    for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
      const batch = nextBatch(state.kept.unsent)
      if (!batch) return
      show({ isSending: true })
      try {
        const told = await call(() => transport.sendLog(batch.leaseId, batch.entries))
        const after = applyTold(state.kept.unsent, batch.leaseId, told.entries)
        const { unsent } = after
        // Told nothing of what was sent, one would send it for ever.
        if (unsent.length === state.kept.unsent.length) return
        await keep({ unsent, findings: [...after.findings, ...state.kept.findings].slice(0, 50) })
      } catch (error) {
        const expected = expectedSeq(error)
        if (expected === undefined || expected <= (batch.entries[0]?.seq ?? 0)) throw error
        await keep({ unsent: dropKnown(state.kept.unsent, batch.leaseId, expected) })
      } finally {
        show({ isSending: false })
      }
    }
  }

  async function renewLease(): Promise<void> {
    const { held } = state.kept
    const whom = state.kept.unsent.length > 0 ? undefined : whomToHold(state.kept)
    if (!whom) return
    const lease = await call(() => transport.lease({ minutes: LEASE_MINUTES, most: MOST_HELD, ...whom }))
    const isSame = held?.lease.id === lease.id
    const handed = isSame ? held.handed : {}
    await keep({
      held: { ...hold(lease), handed },
      head: { leaseId: lease.id, seq: lease.next_seq, hash: lease.last_hash },
    })
  }

  async function readDesk(): Promise<void> {
    const askedAt = Date.now()
    const own = await call(() => transport.readOwn())
    const clock = setClock(own.now, askedAt, Date.now())
    const slot = own.expected[0]?.slot
    const people = slot === undefined ? [] : await call(() => transport.findPeople({ slot })).catch(() => [])
    await keep({ own, clock, people })
  }

  /** Catches up with the server: first what was done without it, then what is new, then what to hold. */
  async function catchUp(): Promise<void> {
    try {
      await sendAll()
      if (state.isRevoked) return
      await readDesk()
      await renewLease()
    } catch (error) {
      // Whatever it is, it is tried again with the next beat; what stands on the disk stays there.
      if (!(error instanceof ApiError) && !isUnanswered(error)) throw error
    }
  }

  return {
    get: () => state,
    subscribe: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    now,
    catchUp: () => inTurn(catchUp),

    /** Asks whether to hand out: the server, or where it does not answer, the lease. */
    ask: (ask: Ask, isOverridden = false): Promise<Answer> =>
      inTurn(async () => {
        // The same one whoever answers: a request that got through without its answer is not counted twice.
        const nonce = crypto.randomUUID()
        let answer: Answer | undefined
        if (state.offlineSince === undefined && state.kept.unsent.length === 0) {
          answer = await askServer(ask, nonce, isOverridden).catch((error: unknown) => {
            if (isUnanswered(error)) return undefined
            if (!(error instanceof ApiError)) throw error
            return { outcome: 'REFUSED', ask, message: error.problem.detail, isOffline: false } satisfies Answer
          })
        }
        answer ??= await askHere(ask, nonce, isOverridden)
        if (answer.outcome === 'COLLECTED') show({ last: answer })
        return answer
      }),

    /** Takes back what was just handed out; where it was handed out, with or without a network. */
    undo: (answer: Answer): Promise<void> =>
      inTurn(async () => {
        const { person, collected } = answer
        const { held } = state.kept
        if (!person) return
        const { optionId } = person
        if (!answer.isOffline && collected?.id !== undefined) {
          const { id } = collected
          await call(() => transport.undo(id))
          if (held) await keep({ held: putBack(held, person.registrationId, optionId) })
        } else if (held) {
          await record('undo', answer, crypto.randomUUID(), undefined, putBack(held, person.registrationId, optionId))
        }
        show({ last: undefined })
      }),

    /** People by name: of the server, or of those this tablet holds. */
    find: async (q: string): Promise<DeskPerson[]> => {
      if (state.offlineSince === undefined) {
        try {
          return await call(() => transport.findPeople({ q }))
        } catch (error) {
          if (!isUnanswered(error)) throw error
        }
      }
      const { held } = state.kept
      if (!held || isOver(held, now())) return []
      return findByName(held.lease.people, q)
        .slice(0, 50)
        .map((one) => ({
          registration_id: one.registration_id,
          person_name: one.person_name,
          option_name: one.option_name,
          option_type: one.option_type,
          slot: one.slot,
          starts_at: one.slot_starts_at,
          ends_at: one.slot_ends_at,
          collected_at: held.handed[one.registration_id] ?? null,
        }))
    },

    /** Begins to hold people for the time without a network, or gives them back. */
    setHolding: (holding: Kept['holding']): Promise<void> =>
      inTurn(async () => {
        if (holding !== 'nobody') {
          await keep({ holding })
          return catchUp()
        }
        await sendAll()
        await call(() => transport.giveBack())
        await keep({ holding, held: undefined, head: undefined })
      }),

    dismissFindings: () => inTurn(() => keep({ findings: [] })),
  }
}

/**
 * Whom to hold: those of the slots of now; between slots those who are still due, and nobody new; or anyone, where
 * somebody said so, for an event that has no slots.
 */
export function whomToHold({
  holding,
  own,
  held,
}: Kept): { slots?: string[]; registration_ids?: string[] } | undefined {
  if (holding === 'nobody') return undefined
  if (holding === 'anyone') return {}
  const slots = own.expected.map(({ slot }) => slot)
  if (slots.length > 0) return { slots }
  const due = held ? stillDue(held).map(({ registration_id }) => registration_id) : []
  return due.length > 0 ? { registration_ids: due.slice(0, MOST_HELD) } : undefined
}

/** How many people a tablet may serve without a network right now. */
export function countDue(held: Held | undefined, nowMs: number): number {
  return held && !isOver(held, nowMs) ? stillDue(held).length : 0
}

/** Where the server says that a log goes on. */
function expectedSeq(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.problem.code !== 'LOG_GAP') return undefined
  const { expected_seq: expected } = error.problem as { expected_seq?: unknown }
  return typeof expected === 'number' ? expected : undefined
}
