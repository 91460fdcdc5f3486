import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { SaveRow } from './TenantNoticeSettings.tsx'
import { useNoticeSettingsWords } from './settings-words.ts'

type Settings = Schema<'EventNotificationSettings'>

/** What may be typed, with how much at most; the words of its label, and of what else it does. */
const fields = [
  ['event_reminder_hours', 720, 'eventReminder', 'never'],
  ['pickup_reminder_hours', 720, 'pickupReminder', 'never'],
  ['promised_days', 365, 'promised', 'promisedHint'],
  ['budget_threshold_percent', 100, 'threshold', 'thresholdHint'],
] as const

const settingsQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'notification-settings'),
    queryFn: () =>
      take(api.GET('/events/{event_id}/notification-settings', { params: { path: { event_id: eventId } } })),
  })

/** When an event reminds people, and warns those who run it. */
export function EventNoticeSettings({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery(settingsQuery(eventId))
  if (data) return <Form key={JSON.stringify(data)} eventId={eventId} settings={data} />
  return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={120} />
}

function Form({ eventId, settings }: { eventId: string; settings: Settings }) {
  const say = useNoticeSettingsWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(fields.map(([name]) => [name, settings[name] === null ? '' : String(settings[name])])),
  )
  const save = useAction(
    (body: Schema<'EventNotificationSettingsChange'>, headers) =>
      take(
        api.PUT('/events/{event_id}/notification-settings', { params: { path: { event_id: eventId } }, body, headers }),
      ),
    { onDone: (kept) => client.setQueryData(settingsQuery(eventId).queryKey, kept) },
  )
  const read = fields.map(([name, most]) => [name, readWhole(typed[name] ?? '', most)] as const)
  const change = Object.fromEntries(
    read.filter(([name, value]) => value !== undefined && value !== settings[name]),
  ) as Schema<'EventNotificationSettingsChange'>
  const isRead = read.every(([, value]) => value !== undefined)
  const isChanged = Object.keys(change).length > 0
  const errors = save.error instanceof ApiError ? save.error.problem.errors : undefined
  return (
    <section aria-labelledby="event-notices">
      <h2 id="event-notices">{say('eventTitle')}</h2>
      <form
        className="sform tps"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isRead && isChanged) save.run(change)
        }}
      >
        {fields.map(([name, most, label, hint]) => (
          <TextField
            key={name}
            label={say(label)}
            hint={hint === 'never' ? say('never') : `${say(hint)} ${say('never')}`}
            inputMode="numeric"
            most={3}
            value={typed[name] ?? ''}
            onChange={(text) => setTyped((known) => ({ ...known, [name]: text }))}
            error={
              readWhole(typed[name] ?? '', most) === undefined
                ? say('between', { most })
                : errors?.find(({ path }) => path.endsWith(name))?.message
            }
          />
        ))}
        <SaveRow isChanged={isRead && isChanged} isPending={save.isPending} error={errors ? undefined : save.error} />
      </form>
    </section>
  )
}

/** A whole number from 1; null where nothing is typed, undefined where it is no such number. */
function readWhole(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= most ? value : undefined
}
