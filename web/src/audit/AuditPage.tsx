import approvalsSheet from '../approvals/approvals.css?inline'
import auditSheet from './audit.css?inline'
import hashSheet from './hash.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { slotsQuery } from '../approvals/queries.ts'
import { paths } from '../paths.ts'
import { eventKey, eventQuery } from '../session/event.ts'
import { useMe } from '../session/session.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { AuditFilterBar } from './AuditFilterBar.tsx'
import { AuditTable } from './AuditTable.tsx'
import { auditQueryOf, fetchAudit, useAuditFilters } from './audit-query.ts'
import type { AuditEntry } from './audit-query.ts'
import { useChain } from './chain.ts'
import { useAuditWords } from './words.ts'

/** Who did what: in one event, or in the organisation outside of events. */
export function AuditPage() {
  useSheets(approvalsSheet, auditSheet, hashSheet)
  const { eventId } = useParams({ strict: false }) as { eventId?: string }
  const { tenant } = useMe()
  const { data: event, error, refetch } = useQuery({ ...eventQuery(eventId ?? ''), enabled: eventId !== undefined })
  const zone = eventId === undefined ? tenant.timezone : event?.timezone
  // Days are those of the zone: without it there is nothing to ask for yet.
  return zone === undefined ? (
    <Waiting error={error} onRetry={() => void refetch()} />
  ) : (
    <Trail key={eventId ?? ''} eventId={eventId} zone={zone} tenant={tenant.name} />
  )
}

function Trail({ eventId, zone, tenant }: { eventId: string | undefined; zone: string; tenant: string }) {
  const say = useAuditWords()
  const language = useLanguage()
  const { filters, change, count } = useAuditFilters()
  const { data: slots } = useQuery({ ...slotsQuery(eventId ?? ''), enabled: eventId !== undefined })
  const key = eventId === undefined ? ['audit-trail', filters] : eventKey(eventId, 'audit-trail', filters)
  const { query, more, moreError, isBusy } = useChain<AuditEntry>(key, (cursor, signal) =>
    fetchAudit(eventId, filters, zone, cursor, signal),
  )
  const { data, error, refetch } = query
  return (
    <div className="wbm aum">
      <div className="wbh auhd">
        <div>
          <h1>{eventId === undefined ? say('titleOf', { tenant }) : say('title')}</h1>
          <p className="s3 mut">{say('note')}</p>
        </div>
        <span className="row">
          <span className="mut s3 nw" role="status">
            {data && say('count', { count: data.total, shown: sayCount(data.total, language, data.isMore) })}
          </span>
          <ExportLink href={paths.auditFile(eventId, auditQueryOf(filters, zone))} />
        </span>
      </div>
      <AuditFilterBar
        filters={filters}
        isTenant={eventId === undefined}
        entries={data?.items ?? []}
        onChange={change}
      />
      <div className="aul">
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Lines />}
        {data?.items.length === 0 && (
          <Empty
            action={
              count > 0 && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => change({ by: undefined, kind: undefined, from: undefined, to: undefined })}
                >
                  {say('clear', { count })}
                </button>
              )
            }
          >
            {say(data.next !== undefined ? 'noMatchYet' : count > 0 ? 'noMatch' : 'empty')}
          </Empty>
        )}
        {data && data.items.length > 0 && (
          <AuditTable entries={data.items} zone={zone} slots={slots} eventId={eventId} onBy={(by) => change({ by })} />
        )}
        {moreError !== undefined && <ErrorNote error={moreError} onRetry={more} />}
        {data?.next !== undefined && moreError === undefined && (
          <button type="button" className="btn aumore" disabled={isBusy} onClick={more}>
            {say('more')}
          </button>
        )}
      </div>
    </div>
  )
}

function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const say = useAuditWords()
  return (
    <div className="wbm aum">
      <div className="wbh">
        <h1>{say('title')}</h1>
      </div>
      {error ? (
        <div className="aul">
          <ErrorNote error={error} onRetry={onRetry} />
        </div>
      ) : (
        <Lines />
      )}
    </div>
  )
}

function Lines() {
  return (
    <div className="auw" aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index}>
          <Skeleton width={`${40 + ((index * 11) % 30)}%`} height={12} />
        </div>
      ))}
    </div>
  )
}
