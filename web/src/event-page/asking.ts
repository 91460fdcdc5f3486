import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Unreachable, api, newIntent, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { mineQuery } from '../mine/my-registrations.ts'
import type { Registration } from '../mine/my-registrations.ts'

export type Wish = Schema<'NewRegistration'>

/** What came of asking for one option. */
export type Outcome =
  | { kind: 'asking' }
  | { kind: 'asked'; registration: Registration }
  | { kind: 'refused'; error: unknown }

type Kept = { said: string; intent: { 'Idempotency-Key': string } }

/**
 * Asks for each chosen option by itself, one after the other, each with a key of its own: what one meets does not
 * undo the other, and asking again after a lost answer never asks twice.
 */
export function useAsking(eventId: string, onAllAsked: () => void) {
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const kept = useRef(new Map<string, Kept>())
  const client = useQueryClient()

  const askFor = async (wish: Wish): Promise<Outcome> => {
    const said = JSON.stringify(wish)
    const before = kept.current.get(wish.event_option_id)
    const intent = before?.said === said ? before.intent : newIntent()
    kept.current.set(wish.event_option_id, { said, intent })
    try {
      const path = { event_id: eventId }
      const registration = await take(
        api.POST('/events/{event_id}/register', { params: { path }, headers: intent, body: wish }),
      )
      return { kind: 'asked', registration }
    } catch (error) {
      // Only where nobody knows whether it was done is the same key used again.
      if (!(error instanceof Unreachable)) kept.current.delete(wish.event_option_id)
      return { kind: 'refused', error }
    }
  }

  const mutation = useMutation({
    mutationFn: async (wishes: Wish[]) => {
      setOutcomes((known) => ({
        ...known,
        ...Object.fromEntries(wishes.map((wish) => [wish.event_option_id, { kind: 'asking' }])),
      }))
      let areAllAsked = true
      for (const wish of wishes) {
        const outcome = await askFor(wish)
        areAllAsked &&= outcome.kind === 'asked'
        setOutcomes((known) => ({ ...known, [wish.event_option_id]: outcome }))
      }
      return areAllAsked
    },
    onSettled: async (areAllAsked) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['event', eventId] }),
        client.invalidateQueries({ queryKey: mineQuery.queryKey }),
      ])
      if (areAllAsked) onAllAsked()
    },
  })
  const forget = (optionIds: readonly string[]) =>
    setOutcomes((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !optionIds.includes(id))))
  const ask = (wishes: Wish[]) => {
    if (!mutation.isPending) mutation.mutate(wishes)
  }
  return { outcomes, ask, forget, isAsking: mutation.isPending }
}
