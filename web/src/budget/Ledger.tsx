import hashSheet from '../audit/hash.css?inline'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { localDate } from '@allot/core'
import { Hash } from '../audit/Hash.tsx'
import { useChain } from '../audit/chain.ts'
import { paths } from '../paths.ts'
import { eventKey } from '../session/event.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayDay, sayMoment, sayMoney, saySignedMoney, sayTime } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { fetchLedger, kindCountQuery, kinds } from './budget-query.ts'
import type { LedgerEntry, LedgerFilters } from './budget-query.ts'
import { dayAt } from './days.ts'
import { useLedgerSearch } from './ledger-search.ts'
import { useBudgetWords } from './words.ts'

type Props = { eventId: string; zone: string; currency: string; on: string | undefined } & LedgerFilters

/** Every line of the event's money, newest first; as of now, or as it was at the end of a day. */
export function Ledger({ eventId, zone, currency, on, kind, until }: Props) {
  useSheets(hashSheet)
  const say = useBudgetWords()
  const language = useLanguage()
  const { show } = useLedgerSearch()
  const balance = useRef<number>(undefined)
  const { query, more, moreError, isBusy } = useChain<LedgerEntry>(
    eventKey(eventId, 'ledger', { kind, until }),
    async (cursor, signal) => {
      const page = await fetchLedger(eventId, { kind, until }, cursor, signal)
      balance.current = page.balance
      return page
    },
  )
  const { data, error, refetch } = query
  return (
    <section className="bdledger">
      <div className="h2">
        <h2>{say('ledger')}</h2>
        <span className="s2 dim">{say('newestFirst')}</span>
        {data && (
          <span className="s2 dim bdof">
            {say('shownOf', {
              shown: sayCount(data.items.length, language),
              total: sayCount(data.total, language, data.isMore),
            })}
          </span>
        )}
        <Kinds eventId={eventId} kind={kind} until={until} onShow={show} />
      </div>
      {on !== undefined && until !== undefined && data && (
        <Note>
          {say('asItWas', {
            amount: sayMoney(balance.current ?? data.items[0]?.balance ?? 0, currency, language),
            day: sayDay(dayAt(on), 'UTC', language),
          })}
        </Note>
      )}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={180} />}
      {data?.items.length === 0 && (
        <Empty
          action={
            kind !== undefined && (
              <button type="button" className="btn" onClick={() => show(undefined)}>
                {say('showAll')}
              </button>
            )
          }
        >
          {say(kind !== undefined ? 'emptyKind' : on === undefined ? 'empty' : 'emptyThen')}
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <Lines entries={data.items} eventId={eventId} zone={zone} currency={currency} />
      )}
      {moreError !== undefined && <ErrorNote error={moreError} onRetry={more} />}
      {data?.next !== undefined && moreError === undefined && (
        <button type="button" className="btn bdmore" disabled={isBusy} onClick={more}>
          {say('more')}
        </button>
      )}
    </section>
  )
}

type KindsProps = { eventId: string; onShow: (kind: LedgerFilters['kind']) => void } & LedgerFilters

/** Commits or releases alone, each with how many there are. */
function Kinds({ eventId, kind, until, onShow }: KindsProps) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { data: commits } = useQuery(kindCountQuery(eventId, { kind: 'COMMIT', until }))
  const { data: releases } = useQuery(kindCountQuery(eventId, { kind: 'RELEASE', until }))
  const counts = { COMMIT: commits, RELEASE: releases }
  return (
    <div className="row bdkinds" role="group" aria-label={say('kind')}>
      {kinds.map((one) => {
        const count = counts[one]
        return (
          <button
            key={one}
            type="button"
            className={kind === one ? 'chip on' : 'chip'}
            aria-pressed={kind === one}
            onClick={() => onShow(kind === one ? undefined : one)}
          >
            {say(one === 'COMMIT' ? 'commits' : 'releases')}{' '}
            {count && <span className="n">{sayCount(count.total, language, count.isMore)}</span>}
          </button>
        )
      })}
    </div>
  )
}

type LinesProps = { entries: readonly LedgerEntry[]; eventId: string; zone: string; currency: string }

function Lines({ entries, eventId, zone, currency }: LinesProps) {
  const say = useBudgetWords()
  return (
    <table className="tb bdlines">
      <thead>
        <tr>
          <th scope="col" aria-sort="descending">
            {say('no')}
          </th>
          <th scope="col">{say('time')}</th>
          <th scope="col">{say('kind')}</th>
          <th scope="col">{say('who')}</th>
          <th scope="col">{say('decided')}</th>
          <th scope="col" className="r">
            {say('amount')}
          </th>
          <th scope="col" className="r">
            {say('after')}
          </th>
          <th scope="col">{say('hash')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Line key={entry.entry_no} {...{ entry, eventId, zone, currency }} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ entry, eventId, zone, currency }: Omit<LinesProps, 'entries'> & { entry: LedgerEntry }) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { kind, person_name: person, option_name: option, actor_name: actor, created_at: at } = entry
  const isTaken = kind === 'COMMIT' || kind === 'RESTORE'
  const isToday = localDate(new Date(at), zone) === localDate(new Date(), zone)
  return (
    <tr>
      <td className="dim no">{entry.entry_no}</td>
      <td className="at">
        <time dateTime={at} title={sayMoment(at, zone, language)}>
          {isToday ? sayTime(at, zone, language) : sayMoment(at, zone, language)}
        </time>
      </td>
      <td className="kd">
        <span className="st">
          <Mark kind={isTaken ? 'approved' : 'left'} />
          {say(kind)}
        </span>
      </td>
      <td className="tr wh" title={`${person}, ${option}`}>
        <Link className="rowlink" to={paths.registration(eventId, entry.registration_id)}>
          {person}
        </Link>{' '}
        <span className="dim">{option}</span>
      </td>
      <td className="mut tr dc" title={actor}>
        {actor === person ? say('themselves') : actor}
      </td>
      <td className={isTaken ? 'r b am' : 'r am'}>{saySignedMoney(entry.amount, currency, language)}</td>
      <td className="r ba2">{sayMoney(entry.balance, currency, language)}</td>
      <td className="hs">
        <Hash hash={entry.hash} previous={entry.previous_hash} />
      </td>
    </tr>
  )
}
