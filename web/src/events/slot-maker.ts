import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { createIntents } from './intents.ts'
import { loadSlots, slotsQuery } from './load-event.ts'

type NewSlot = Schema<'NewSlot'>
type Making = { total: number; done: number; rest: NewSlot[]; isRunning: boolean; error: unknown }
const still: Making = { total: 0, done: 0, rest: [], isRunning: false, error: null }

/** As many as the API takes at once: all of them are made, or none. */
const AT_ONCE = 500

/** Makes slots, hundreds at a time; refused, it can go on where it was. */
export function useSlotMaker(eventId: string) {
  const client = useQueryClient()
  const [making, setMaking] = useState<Making>(still)
  const once = useRef(createIntents()).current

  const make = async (slots: NewSlot[], before = 0) => {
    if (making.isRunning || slots.length === 0) return
    const total = before + slots.length
    let rest = slots
    let error: unknown = null
    setMaking({ total, done: before, rest, isRunning: true, error })
    while (rest.length > 0 && error === null) {
      error = await makeThose(eventId, rest.slice(0, AT_ONCE), once)
      if (error === null) rest = rest.slice(AT_ONCE)
      setMaking({ total, done: total - rest.length, rest, isRunning: true, error })
    }
    await client.invalidateQueries({ queryKey: eventKey(eventId) })
    await client.invalidateQueries({ queryKey: slotsQuery(eventId).queryKey })
    setMaking(rest.length === 0 ? still : { total, done: total - rest.length, rest, isRunning: false, error })
  }
  return {
    making,
    make: (slots: NewSlot[]) => void make(slots),
    goOn: () => void make(making.rest, making.done),
  }
}

/** @returns null where the slots are there now, or what stands in the way */
async function makeThose(eventId: string, slots: NewSlot[], once: ReturnType<typeof createIntents>): Promise<unknown> {
  for (let rest = slots; rest.length > 0;) {
    const body = { slots: rest }
    try {
      await once(`slots ${JSON.stringify(body)}`, (headers) =>
        take(api.POST('/events/{event_id}/slots/batch', { params: { path: { event_id: eventId } }, body, headers })),
      )
      return null
    } catch (error) {
      if (!(error instanceof ApiError && error.problem.code === 'NAME_TAKEN')) return error
      // Some of those names are there: made by somebody else meanwhile, or by us before the answer was lost.
      const labels = new Set((await loadSlots(eventId)).map(({ label }) => label))
      const missing = rest.filter(({ label }) => !labels.has(label))
      if (missing.length === rest.length) return error
      rest = missing
    }
  }
  return null
}
