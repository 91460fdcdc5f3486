import pictureSheet from './picture.css?inline'
import studioSheet from './studio.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Schema } from '../api.ts'
import { useMay, useMe } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { StudioForm } from './StudioForm.tsx'
import { cloneDraft } from './clone-draft.ts'
import { draftOf, emptyFields } from './draft.ts'
import { loadedQuery } from './load-event.ts'
import { useStudioWords } from './studio-words.ts'

/** Where an event is made and changed, step by step; saved on the server as a draft as soon as it has a budget. */
export function StudioPage() {
  useSheets(studioSheet, pictureSheet)
  const say = useStudioWords()
  const { eventId } = useParams({ strict: false }) as { eventId?: string }
  const { from } = useSearch({ strict: false }) as { from?: string }
  const mayManage = useMay('event.manage')
  if (!mayManage) return <Empty>{say('notAllowed')}</Empty>
  if (eventId !== undefined) return <Existing key={eventId} eventId={eventId} />
  return from === undefined ? <New key="new" /> : <Copy key={from} from={from} />
}

function New() {
  const { tenant } = useMe()
  const draft = useMemo(() => ({ fields: emptyFields(tenant), rows: [] }), [tenant])
  return <StudioForm studioKey="new" loaded={null} draft={draft} />
}

function Copy({ from }: { from: string }) {
  const source = useQuery({ ...loadedQuery(from), refetchOnWindowFocus: false, staleTime: Infinity })
  const event = source.data?.event
  if (source.error) return <Failed error={source.error} onRetry={() => void source.refetch()} />
  return event ? <CopyOf event={event} /> : <Waiting />
}

function CopyOf({ event }: { event: Schema<'Event'> }) {
  const say = useStudioWords()
  const [draft] = useState(() => cloneDraft(event, say('copyOf', { name: event.name }).slice(0, 200)))
  return <StudioForm studioKey={`new ${event.id}`} loaded={null} draft={draft} copyOf={event} />
}

function Existing({ eventId }: { eventId: string }) {
  const loaded = useQuery(loadedQuery(eventId))
  if (loaded.error && !loaded.data) return <Failed error={loaded.error} onRetry={() => void loaded.refetch()} />
  if (!loaded.data) return <Waiting />
  return <StudioForm studioKey={eventId} loaded={loaded.data} draft={draftOf(loaded.data.event)} />
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div className="stfail">
      <ErrorNote error={error} onRetry={onRetry} />
    </div>
  )
}

function Waiting() {
  return (
    <div className="studio" aria-busy="true">
      <div className="steps">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} height={36} />
        ))}
      </div>
      <div className="stm">
        <Skeleton width={280} height={30} />
      </div>
      <div className="cost" />
    </div>
  )
}
