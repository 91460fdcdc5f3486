import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import type { Template } from './check-words.ts'

export type Place = { kind: Template['kind']; language: Template['language'] }

/** The words of every kind in every language, of an event or of the organisation. */
export const templatesQuery = (eventId: string | undefined) =>
  queryOptions({
    queryKey: eventId === undefined ? ['notice-templates'] : eventKey(eventId, 'notice-templates'),
    queryFn: async () => {
      const { templates } = await take(
        eventId === undefined
          ? api.GET('/notice-templates')
          : api.GET('/events/{event_id}/notice-templates', { params: { path: { event_id: eventId } } }),
      )
      return templates
    },
    // Somebody is typing there: what they typed is compared with what they began with.
    staleTime: 60_000,
  })

/** How a message would look; asked anew with every word that is typed. */
export const previewQuery = (body: Schema<'NoticeTemplateChange'>, isEnabled: boolean) =>
  queryOptions({
    queryKey: ['notice-preview', body],
    queryFn: ({ signal }) => take(api.POST('/notice-templates/preview', { body, signal })),
    enabled: isEnabled,
    staleTime: 60_000,
    placeholderData: (before) => before,
  })

/** Saves words, takes them back, or tries them on oneself. */
export function useTemplateActions(
  eventId: string | undefined,
  done: Record<'saved' | 'reset' | 'tested', () => void>,
) {
  const client = useQueryClient()
  const refresh = () => {
    void client.invalidateQueries({ queryKey: templatesQuery(eventId).queryKey })
    void client.invalidateQueries({ queryKey: ['notice-preview'] })
  }
  const save = useAction(
    (body: Schema<'NoticeTemplateChange'>, headers) => take(api.PUT('/notice-templates', { body, headers })),
    {
      onDone: (template) => {
        client.setQueryData(templatesQuery(eventId).queryKey, (known) =>
          known?.map((one) => (one.kind === template.kind && one.language === template.language ? template : one)),
        )
        refresh()
        done.saved()
      },
    },
  )
  const reset = useAction(
    (body: Schema<'NoticeTemplatePlace'>, headers) => take(api.POST('/notice-templates/reset', { body, headers })),
    {
      onDone: () => {
        refresh()
        done.reset()
      },
    },
  )
  const test = useAction(
    (body: Schema<'NoticeTemplateChange'>, headers) => take(api.POST('/notice-templates/test', { body, headers })),
    { onDone: done.tested },
  )
  return { save, reset, test }
}
