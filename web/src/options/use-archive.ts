import { useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { useOptionWords } from './words.ts'

type Option = Pick<Schema<'Option'>, 'id' | 'option_name'>
type Tell = (message: string, onUndo?: () => void) => void

/** Archives an option, and brings it back again where that is taken back. */
export function useArchive(eventId: string, tell: Tell, onDone: () => void) {
  const say = useOptionWords()
  const restore = useRestore(eventId)
  return useAction(
    ({ id }: Option, headers) =>
      take(
        api.DELETE('/events/{event_id}/options/{option_id}', {
          params: { path: { event_id: eventId, option_id: id } },
          headers,
        }),
      ),
    {
      onDone: (_result, option) => {
        tell(say('archived', { name: option.option_name }), () => restore.run(option))
        onDone()
      },
    },
  )
}

export function useRestore(eventId: string) {
  const client = useQueryClient()
  return useAction(
    ({ id }: Option, headers) =>
      take(
        api.PUT('/events/{event_id}/options/{option_id}', {
          params: { path: { event_id: eventId, option_id: id } },
          body: { is_active: true },
          headers,
        }),
      ),
    { onDone: () => void client.invalidateQueries({ queryKey: eventKey(eventId) }) },
  )
}
