import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount, sayDistance } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useExportWords } from './words.ts'

type Export = Schema<'Export'>
const isOpen = ({ status }: Export) => status === 'QUEUED' || status === 'RUNNING'
const LOOK_MS = 1_000

/** The last files of an event that were made in the background, and how far those are that still are. */
export function ExportList({ eventId }: { eventId: string }) {
  const say = useExportWords()
  const list = useQuery({
    queryKey: eventKey(eventId, 'exports'),
    queryFn: () => take(api.GET('/exports', { params: { query: { event_id: eventId, limit: 5 } } })),
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? LOOK_MS : false),
  })
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data || list.data.length === 0) return null
  return (
    <section className="col" aria-label={say('made')}>
      <h2 className="s3">{say('made')}</h2>
      <ul className="col" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {list.data.map((one) => (
          <ExportLine key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function ExportLine({ one }: { one: Export }) {
  const say = useExportWords()
  const language = useLanguage()
  const client = useQueryClient()
  const cancel = useAction(
    (exportId: string, headers) =>
      take(api.POST('/exports/{export_id}/cancel', { params: { path: { export_id: exportId } }, headers })),
    { onDone: () => void client.invalidateQueries({ queryKey: eventKey(one.event_id, 'exports') }) },
  )
  const name = one.file_name ?? `${say(one.kind)} (${one.format})`
  const shown = sayCount(one.rows_done, language)
  const rows =
    one.rows_total === null || one.status === 'DONE'
      ? say('rows', { count: one.rows_done, shown })
      : say('rowsOf', { shown, total: sayCount(one.rows_total, language) })
  return (
    <li className="row" style={{ flexWrap: 'wrap' }}>
      <span className="grow" role="status">
        {name} · {say(one.status)}
        {one.status !== 'CANCELLED' && <span className="dim"> · {rows}</span>}
        <span className="dim"> · {sayDistance(one.created_at, language)}</span>
        {one.problem !== null && <span className="neg s2"> {one.problem}</span>}
      </span>
      {one.status === 'DONE' && (
        <a
          className="btn sm"
          href={paths.madeExport(one.id)}
          aria-label={say('downloadNamed', { name })}
          download={one.file_name ?? true}
        >
          {say('download')}
        </a>
      )}
      {(isOpen(one) || one.status === 'DONE') && (
        <button
          type="button"
          className="btn sm"
          disabled={cancel.isPending}
          aria-label={say(isOpen(one) ? 'stopNamed' : 'forgetNamed', { name })}
          onClick={() => cancel.run(one.id)}
        >
          {say(isOpen(one) ? 'stop' : 'forget')}
        </button>
      )}
      {cancel.error && <ErrorNote error={cancel.error} />}
    </li>
  )
}
