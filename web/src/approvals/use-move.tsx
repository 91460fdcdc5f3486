import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import type { Row } from './row.ts'
import { useApprovalWords } from './words.ts'

const UNDO_MS = 10_000

type Move = { row: Row; slot: string; isBack: boolean }

/** Gives an approved registration another slot; for ten seconds one press moves it back, for real. */
export function useMove(eventId: string, onMoved: (registration: Row) => void) {
  const say = useApprovalWords()
  const client = useQueryClient()
  const action = useAction(
    ({ row, slot }: Move, headers) =>
      take(
        api.PUT('/events/{event_id}/registrations/{registration_id}', {
          params: { path: { event_id: eventId, registration_id: row.id }, header: headers },
          body: { assigned_pickup_slot: slot },
        }),
      ),
    {
      onDone: (registration, { row, slot, isBack }) => {
        onMoved(registration)
        void client.invalidateQueries({ queryKey: ['event', eventId] })
        const before = row.assigned_pickup_slot
        const id = `moved-${row.id}`
        const undo = () => {
          notifications.hide(id)
          if (before !== null) latestRun.current({ row: registration, slot: before, isBack: true })
        }
        notifications.hide(id)
        notifications.show({
          id: isBack ? `${id}-back` : id,
          autoClose: UNDO_MS,
          closeButtonProps: { 'aria-label': say('close') },
          message: (
            <div className="row sb">
              <span className="grow">{say(isBack ? 'movedBack' : 'moved', { name: row.person.name, slot })}</span>
              {before !== null && !isBack && (
                <button type="button" className="btn sm" onClick={undo}>
                  {say('undo')}
                </button>
              )}
            </div>
          ),
        })
      },
    },
  )
  // The notice outlives the render it was made in.
  const latestRun = useRef(action.run)
  useEffect(() => {
    latestRun.current = action.run
  })
  const move = (row: Row, slot: string) => action.run({ row, slot, isBack: false })
  return { move, isPending: action.isPending, error: action.error }
}
