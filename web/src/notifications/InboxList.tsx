import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useOnline } from '../mine/online.ts'
import { inboxSummaryQuery } from '../session/inbox.ts'
import { useMe } from '../session/session.ts'
import { Empty, ErrorNote, OfflineBanner, Skeleton } from '../ui/Notes.tsx'
import { sayDistance, sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { inboxQuery, useMarkInbox, whereTo } from './inbox-query.ts'
import type { InboxNotice } from './inbox-query.ts'
import { useKindWords } from './kind-words.ts'
import { useInboxWords } from './words.ts'

/** What I was told, with where it leads; the same in the organisers' frame and on a phone. */
export function InboxList() {
  const say = useInboxWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const isOnline = useOnline()
  const { onlyUnread, show } = useShown()
  const list = useInfiniteQuery(inboxQuery(onlyUnread))
  const { data: summary } = useQuery(inboxSummaryQuery)
  const mark = useMarkInbox()
  useNewest(summary?.newest_id, list.refetch)
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? []
  const newest = summary?.newest_id ?? undefined
  const canMark = isOnline && !mark.isPending
  return (
    <div className="ibx">
      {list.data && (!isOnline || list.isError) && (
        <OfflineBanner asOf={sayMoment(new Date(list.dataUpdatedAt), timezone, language)} />
      )}
      <div className="row ibxbar">
        <div className="row" role="group" aria-label={say('show')}>
          {([false, true] as const).map((only) => (
            <button
              key={String(only)}
              type="button"
              className={only === onlyUnread ? 'chip on' : 'chip'}
              aria-pressed={only === onlyUnread}
              onClick={() => show(only)}
            >
              {say(only ? 'unread' : 'all')}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="btn"
          disabled={!canMark || newest === undefined || summary?.unread_count === 0}
          onClick={() => mark.run({ is_read: true, ...(newest === undefined ? {} : { up_to: newest }) })}
        >
          {say('markAll')}
        </button>
      </div>
      {mark.error && <ErrorNote error={mark.error} />}
      {!list.data && list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && notices.length === 0 && (
        <Empty
          action={
            onlyUnread && (
              <button type="button" className="btn" onClick={() => show(false)}>
                {say('showAll')}
              </button>
            )
          }
        >
          {say(onlyUnread ? 'emptyUnread' : 'empty')}
        </Empty>
      )}
      <ul aria-live="polite">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Notice
              notice={notice}
              canMark={canMark}
              onMark={(isRead) => mark.run({ is_read: isRead, notice_ids: [notice.id] })}
            />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="btn ibxmore"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
      {notices.length > 0 && !list.hasNextPage && <p className="s3 dim ibxkept">{say('kept')}</p>}
    </div>
  )
}

/** Which are shown stands in the address. */
function useShown() {
  const { show: shown } = useSearch({ strict: false }) as { show?: string }
  const navigate = useNavigate()
  const show = (onlyUnread: boolean) =>
    void navigate({ to: '.', search: (onlyUnread ? { show: 'unread' } : {}) as never, replace: true })
  return { onlyUnread: shown === 'unread', show }
}

/** What is new is read as soon as one hears that there is something. */
function useNewest(newest: string | null | undefined, refetch: () => unknown): void {
  useEffect(() => {
    if (newest !== undefined) void refetch()
  }, [newest, refetch])
}

type Props = { notice: InboxNotice; canMark: boolean; onMark: (isRead: boolean) => void }

function Notice({ notice, canMark, onMark }: Props) {
  const say = useInboxWords()
  const sayKind = useKindWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const isUnread = notice.read_at === null
  const to = whereTo(notice)
  const read = () => {
    if (isUnread && canMark) onMark(true)
  }
  return (
    <article className={isUnread ? 'ibn new' : 'ibn'}>
      <i className="ibdot" aria-hidden />
      <div className="grow">
        <p className="ibmeta">
          {isUnread && <span className="sr">{say('isUnread')}: </span>}
          <span>{sayKind(notice.kind)}</span>
          {notice.event_name !== null && <span className="ibev">{notice.event_name}</span>}
          <time dateTime={notice.created_at} title={sayMoment(notice.created_at, timezone, language)}>
            {sayDistance(notice.created_at, language)}
          </time>
        </p>
        <h2>
          {to === undefined ? (
            notice.title
          ) : (
            <Link to={to} onClick={read}>
              {notice.title}
            </Link>
          )}
        </h2>
        <details onToggle={({ currentTarget }) => currentTarget.open && read()}>
          <summary>{say('open')}</summary>
          <p className="ibtext">{notice.text}</p>
        </details>
      </div>
      <button
        type="button"
        className="btn sm q ibmark"
        disabled={!canMark}
        aria-label={`${say(isUnread ? 'markRead' : 'markUnread')}: ${notice.title}`}
        onClick={() => onMark(isUnread)}
      >
        {say(isUnread ? 'markRead' : 'markUnread')}
      </button>
    </article>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      {[240, 180, 210].map((width) => (
        <div key={width} className="ibn">
          <i className="ibdot" aria-hidden />
          <div className="grow">
            <Skeleton width={160} height={12} />
            <br />
            <Skeleton width={width} height={16} />
          </div>
        </div>
      ))}
    </div>
  )
}
