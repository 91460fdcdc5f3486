import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { createIntents } from './intents.ts'
import { slotsQuery } from './load-event.ts'

type Making = { total: number; done: number; rest: Schema<'NewSlot'>[]; isRunning: boolean; error: unknown }
const still: Making = { total: 0, done: 0, rest: [], isRunning: false, error: null }

/** Makes slots one after the other; stopped or refused, it can go on where it was. */
export function useSlotMaker(eventId: string) {
  const client = useQueryClient()
  const [making, setMaking] = useState<Making>(still)
  const once = useRef(createIntents()).current
  const isStopped = useRef(false)

  const make = async (slots: Schema<'NewSlot'>[], before = 0) => {
    if (making.isRunning || slots.length === 0) return
    isStopped.current = false
    const total = before + slots.length
    let rest = slots
    let error: unknown = null
    setMaking({ total, done: before, rest, isRunning: true, error })
    while (rest.length > 0 && !isStopped.current && error === null) {
      const [slot, ...others] = rest
      if (!slot) break
      error = await makeOne(eventId, slot, once)
      if (error === null) rest = others
      setMaking({ total, done: total - rest.length, rest, isRunning: true, error })
    }
    await client.invalidateQueries({ queryKey: eventKey(eventId) })
    await client.invalidateQueries({ queryKey: slotsQuery(eventId).queryKey })
    setMaking(rest.length === 0 ? still : { total, done: total - rest.length, rest, isRunning: false, error })
  }
  return {
    making,
    make: (slots: Schema<'NewSlot'>[]) => void make(slots),
    goOn: () => void make(making.rest, making.done),
    stop: () => {
      isStopped.current = true
    },
  }
}

/** @returns null where the slot is there now, or what stands in the way */
async function makeOne(
  eventId: string,
  body: Schema<'NewSlot'>,
  once: ReturnType<typeof createIntents>,
): Promise<unknown> {
  for (;;) {
    try {
      await once(`slot ${JSON.stringify(body)}`, (headers) =>
        take(api.POST('/events/{event_id}/slots', { params: { path: { event_id: eventId } }, body, headers })),
      )
      return null
    } catch (error) {
      if (!(error instanceof ApiError)) return error
      // One of that name is there: made by somebody else meanwhile, or by us before the answer was lost.
      if (error.problem.code === 'NAME_TAKEN') return null
      if (error.problem.code !== 'TOO_MANY_REQUESTS') return error
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfterSeconds ?? 2) * 1000))
    }
  }
}
