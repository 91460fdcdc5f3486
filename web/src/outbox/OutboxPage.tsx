import peopleSheet from '../people/people.css?inline'
import outboxSheet from './outbox.css?inline'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { noticeSettingsQuery } from '../notifications/TenantNoticeSettings.tsx'
import { useKindWords, noticeKindNames } from '../notifications/kind-words.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { useTell } from '../ui/Dialog.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayDistance } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { FailedJobs } from './FailedJobs.tsx'
import { OutboxMessagePanel } from './OutboxMessagePanel.tsx'
import { OutboxTable } from './OutboxTable.tsx'
import {
  outboxChannels,
  outboxQuery,
  outboxStatuses,
  outboxSummaryQuery,
  useOutboxFilters,
  useRetryAll,
} from './outbox-query.ts'
import type { OutboxFilters, OutboxStatus } from './outbox-query.ts'
import { useOutboxWords } from './words.ts'

/** Every message there is and what became of it, for owners. */
export function OutboxPage() {
  useSheets(peopleSheet, outboxSheet)
  const say = useOutboxWords()
  const mayManage = useMay('tenant.manage')
  return mayManage ? <Outbox /> : <Empty>{say('notAllowed')}</Empty>
}

function Outbox() {
  const say = useOutboxWords()
  const language = useLanguage()
  const { filters, change, clear, count } = useOutboxFilters()
  const list = useInfiniteQuery(outboxQuery(filters))
  const messages = list.data?.pages.flatMap(({ items }) => items) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  return (
    <div className="ppl obx">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <span className="mut s3 nw" role="status">
          {list.data && say('count', { count: total, shown: sayTotal(total, language) })}
        </span>
      </header>
      <p className="mut lead">{say('lead')}</p>
      <Standing />
      <FilterBar filters={filters} onChange={change} />
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={240} />}
      {list.data && messages.length === 0 && (
        <Empty
          action={
            count > 0 && (
              <button type="button" className="btn" onClick={clear}>
                {say('clear', { count })}
              </button>
            )
          }
        >
          {say(count > 0 ? 'noMatch' : 'empty')}
        </Empty>
      )}
      {messages.length > 0 && <OutboxTable messages={messages} onOpen={(message) => change({ message })} />}
      {list.hasNextPage && (
        <button
          type="button"
          className="btn more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
      {filters.message !== undefined && (
        <OutboxMessagePanel
          key={filters.message}
          noticeId={filters.message}
          onClose={() => change({ message: undefined })}
        />
      )}
    </div>
  )
}

/** At most so many are counted. */
const MOST = 10_000
function sayTotal(total: number, language: string): string {
  return total > MOST ? `${sayCount(MOST, language)}+` : sayCount(total, language)
}

/** Why mail is kept and how to change that, what failed, and the way to send all of it. */
function Standing() {
  const say = useOutboxWords()
  const language = useLanguage()
  const tell = useTell()
  const { data: summary } = useQuery(outboxSummaryQuery)
  const { data: settings } = useQuery(noticeSettingsQuery)
  const retry = useRetryAll((count) => tell(say('retried', { count, shown: sayCount(count, language) })))
  if (!summary) return null
  const { kept, failed, oldest_waiting_at: oldest, is_mail_set_up: isSetUp } = summary
  const canSend = isSetUp && !settings?.is_mail_paused
  const button = (status: 'KEPT' | 'FAILED', label: string): ReactNode => (
    <button type="button" className="btn sm" disabled={retry.isPending} onClick={() => retry.run({ status })}>
      {label}
    </button>
  )
  const figures = (count: number) => ({ count, shown: sayTotal(count, language) })
  return (
    <div className="obs">
      {!isSetUp && (
        <Note kind="wrn">
          <b>{say('noServer')}</b> {say('noServerText', figures(kept))} {say('noServerHow')}
          <pre className="obset" tabIndex={0}>
            {'SMTP_URL=smtps://user:password@mail.example.org\nMAIL_FROM="Allot <events@example.org>"'}
          </pre>
        </Note>
      )}
      {settings?.is_mail_paused && (
        <Note kind="wrn" actions={<Link to={paths.messages}>{say('pausedWhere')}</Link>}>
          {say('paused')}
        </Note>
      )}
      {canSend && kept > 0 && (
        <Note actions={button('KEPT', say('sendKept', figures(kept)))}>{say('keptNow', figures(kept))}</Note>
      )}
      {failed > 0 && (
        <Note kind="bad" actions={canSend && button('FAILED', say('retryFailed', figures(failed)))}>
          {say('failedNow', figures(failed))}
        </Note>
      )}
      {oldest !== null && summary.waiting > 0 && isOld(oldest) && (
        <Note kind="wrn">{say('waitingSince', { since: sayDistance(oldest, language) })}</Note>
      )}
      <FailedJobs />
      {retry.error && <ErrorNote error={retry.error} />}
    </div>
  )
}

/** What waits goes out within seconds; after this long something is in the way. */
function isOld(at: string): boolean {
  return Date.now() - Date.parse(at) > 10 * 60_000
}

type BarProps = { filters: OutboxFilters; onChange: (part: Partial<OutboxFilters>) => void }

function FilterBar({ filters, onChange }: BarProps) {
  const say = useOutboxWords()
  const sayKind = useKindWords()
  const language = useLanguage()
  const { data: summary } = useQuery(outboxSummaryQuery)
  const counts: Partial<Record<OutboxStatus, number | undefined>> = {
    WAITING: summary?.waiting,
    KEPT: summary?.kept,
    FAILED: summary?.failed,
  }
  return (
    <div className="row obf">
      <div className="row" role="group" aria-label={say('status')}>
        {[undefined, ...outboxStatuses].map((status) => {
          const count = status && counts[status]
          return (
            <button
              key={status ?? ''}
              type="button"
              className={filters.status === status ? 'chip on' : 'chip'}
              aria-pressed={filters.status === status}
              onClick={() => onChange({ status })}
            >
              {say(status ?? 'any')}
              {count !== undefined && count > 0 && <span className="n">{sayTotal(count, language)}</span>}
            </button>
          )
        })}
      </div>
      <select
        className="inp sm"
        aria-label={say('kind')}
        value={filters.kind ?? ''}
        onChange={({ target }) => onChange({ kind: noticeKindNames.find((kind) => kind === target.value) })}
      >
        <option value="">{say('anyKind')}</option>
        {noticeKindNames.map((kind) => (
          <option key={kind} value={kind}>
            {sayKind(kind)}
          </option>
        ))}
      </select>
      <select
        className="inp sm"
        aria-label={say('channel')}
        value={filters.channel ?? ''}
        onChange={({ target }) => onChange({ channel: outboxChannels.find((one) => one === target.value) })}
      >
        <option value="">{say('anyChannel')}</option>
        {outboxChannels.map((channel) => (
          <option key={channel} value={channel}>
            {say(channel)}
          </option>
        ))}
      </select>
    </div>
  )
}
