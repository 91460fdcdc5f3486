import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useTell } from '../registrations/tell.tsx'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useRefreshSlots } from './slots-query.ts'
import { useOptionWords } from './words.ts'

/** So many moves are shown one by one. */
const SHOWN = 4

type SlotMove = Schema<'SlotBalance'>['moves'][number]

/** Slots that more people ask for than fit, and who could go where instead; nothing where there are none. */
export function Balance({ eventId }: { eventId: string }) {
  const say = useOptionWords()
  const language = useLanguage()
  const client = useQueryClient()
  const tell = useTell()
  const refreshSlots = useRefreshSlots(eventId)
  const mayRead = useMay('registration.read')
  const mayDecide = useMay('registration.decide')
  const count = (number: number) => sayCount(number, language)
  const refresh = () => {
    refreshSlots()
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
  }
  const { data } = useQuery({
    queryKey: eventKey(eventId, 'balance'),
    queryFn: () => take(api.GET('/events/{event_id}/slots/balance', { params: { path: { event_id: eventId } } })),
    enabled: mayRead,
  })
  const apply = useAction(
    async (moves: SlotMove[], { 'Idempotency-Key': key }) => {
      let moved = 0
      for (const [index, move] of moves.entries()) {
        const done = await take(
          api.POST('/events/{event_id}/slots/{slot_id}/move', {
            params: { path: { event_id: eventId, slot_id: move.from_slot_id } },
            body: { to_slot_id: move.to_slot_id, registration_ids: move.registration_ids, dry_run: false },
            headers: { 'Idempotency-Key': `${key}-${index}` },
          }),
        )
        moved += done.moved
      }
      return moved
    },
    {
      onDone: (moved) => {
        tell(say('balanced', { count: moved, shown: count(moved) }))
        refresh()
      },
      onError: () => refresh(),
    },
  )
  if (!data || data.over === 0) return null
  const { moves, over, unplaced } = data
  const people = moves.reduce((sum, move) => sum + move.count, 0)
  return (
    <div className="note slbal" role="region" aria-label={say('balance')}>
      <p>
        <b>{say('overAsked', { count: over, shown: count(over) })}</b>{' '}
        {unplaced > 0 && say('unplaced', { count: unplaced, shown: count(unplaced) })}
      </p>
      {moves.length > 0 && (
        <ul className="s3 mut">
          {moves.slice(0, SHOWN).map((move) => (
            <li key={`${move.from_slot_id} ${move.to_slot_id}`}>
              {say('balanceMove', { shown: count(move.count), from: move.from_label, to: move.to_label })}
            </li>
          ))}
          {moves.length > SHOWN && (
            <li>{say('balanceMore', { count: moves.length - SHOWN, shown: count(moves.length - SHOWN) })}</li>
          )}
        </ul>
      )}
      {moves.length > 0 && mayDecide && (
        <button type="button" className="btn sm" disabled={apply.isPending} onClick={() => apply.run(moves)}>
          <IconArrowsExchange className="ic" aria-hidden />
          {say('balanceDo', { count: people, shown: count(people) })}
        </button>
      )}
      {apply.error && <ErrorNote error={apply.error} />}
    </div>
  )
}
