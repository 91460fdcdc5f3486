import { fromMinor } from '@allot/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { minor } from '../approvals/counts.ts'
import { paths } from '../paths.ts'
import { eventKey } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { isHuge, sayCount, sayDay, sayMoney, sayPercent, sayShortMoney } from '../ui/format.ts'
import { Mark } from '../ui/StatusMark.tsx'
import { useLanguage } from '../words.ts'
import { RowsLink } from './RowsLink.tsx'
import { axisTicks } from './axis.ts'
import { listSearch } from './where.ts'
import { useOverviewWords } from './words.ts'

type Props = { event: Schema<'Event'>; variance: Schema<'BudgetVariance'> }

/** The money: what can still be given first, then how it stands, and what is asked for beyond it. */
export function Hero({ event, variance }: Props) {
  const say = useOverviewWords()
  const language = useLanguage()
  const { currency, hold_policy: holds } = event
  const isHeld = holds.budget === 'hold'
  const [committed, requested, total] = [variance.budget_committed, variance.pending_amount, variance.total_budget].map(
    (amount) => minor(amount, currency),
  ) as [number, number, number]
  const free = Math.max(0, total - committed)
  const left = Math.max(0, free - (isHeld ? requested : 0))
  const over = Math.max(0, committed + requested - total)
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, currency), currency, language)
  const count = (number: number) => ({ count: number, n: sayCount(number, language) })
  const track = total / Math.max(total, committed + requested, 1)
  const said = {
    committed: money(committed),
    total: money(total),
    requested: money(requested),
    left: money(free),
    over: money(over),
  }
  const hasRoomForLabel = total > 0 && (committed / total) * track > 0.2
  return (
    <section className="hero" aria-label={say('money')}>
      <div className={isHuge(fromMinor(Math.max(total, requested), currency)) ? 'herofig huge' : 'herofig'}>
        <dl className="fig">
          <dt>
            <Mark kind="left" />
            {say('leftToCommit')}
          </dt>
          <dd className="big">
            <RowsLink to={paths.budget(event.id)}>{money(left)}</RowsLink>
          </dd>
        </dl>
        <dl className="fig">
          <dt>
            <Mark kind="approved" />
            {say('committed')}
          </dt>
          <dd>
            <RowsLink to={paths.registrations(event.id)} search={listSearch({ status: 'APPROVED' })}>
              {money(committed)}
            </RowsLink>
            <small>{say('approved', count(variance.approved_registrations_count))}</small>
          </dd>
        </dl>
        <dl className="fig">
          <dt>
            <Mark kind={isHeld ? 'held' : 'pending'} />
            {say('requested')}
          </dt>
          <dd>
            <RowsLink to={paths.registrations(event.id)} search={listSearch({ status: 'PENDING', order: 'oldest' })}>
              {money(requested)}
            </RowsLink>
            <small>{say(isHeld ? 'pendingHeld' : 'pendingFree', count(variance.pending_registrations_count))}</small>
          </dd>
        </dl>
        <dl className="fig">
          <dt>{say('budget')}</dt>
          <dd>
            <RowsLink to={paths.budget(event.id)}>{money(total)}</RowsLink>
            <BudgetChange event={event} />
          </dd>
        </dl>
      </div>
      {total === 0 && <p className="s3 mut nobudget">{say('noBudget')}</p>}
      {total > 0 && (
        <AllotmentBar
          committed={committed}
          pending={requested}
          total={total}
          holds={isHeld}
          size="lg"
          label={say(over > 0 ? 'moneyBarOver' : 'moneyBar', said)}
        >
          {hasRoomForLabel ? say('percentCommitted', { percent: sayPercent(committed, total, language) }) : undefined}
        </AllotmentBar>
      )}
      {total > 0 && <Axis totalMinor={total} track={track} currency={currency} />}
      {over > 0 && <OverNote eventId={event.id} over={money(over)} />}
    </section>
  )
}

function OverNote({ eventId, over }: { eventId: string; over: string }) {
  const say = useOverviewWords()
  const mayDecide = useMay('registration.decide')
  return (
    <p className="overnote">
      <IconAlertTriangle className="ic" aria-hidden />
      <span>
        <b>{say('overNote', { over })}</b> {say('overNoteRest')}
        {mayDecide && (
          <RowsLink className="" to={paths.approvals(eventId)}>
            {say('seeRequests')}
          </RowsLink>
        )}
      </span>
    </p>
  )
}

/** Round amounts up to the limit, under the bar; all of it is said in the figures above. */
function Axis({ totalMinor, track, currency }: { totalMinor: number; track: number; currency: string }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const total = fromMinor(totalMinor, currency)
  const at = (amount: number) => ({ insetInlineStart: `${(amount / total) * track * 100}%` })
  return (
    <div className="axis" aria-hidden>
      <span style={at(0)}>0</span>
      {axisTicks(total).map((amount) => (
        <span key={amount} className="mid" style={at(amount)}>
          {sayShortMoney(amount, currency, language)}
        </span>
      ))}
      <span className={track > 0.92 ? 'mid lim end' : 'mid lim'} style={at(total)}>
        {say('limit', { amount: sayShortMoney(total, currency, language) })}
      </span>
    </div>
  )
}

/** When the budget was last raised or lowered, from the event's trail. */
function BudgetChange({ event }: { event: Schema<'Event'> }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: eventKey(event.id, 'event-changes'),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/audit', {
          params: { path: { event_id: event.id }, query: { action: 'event.updated', limit: 20 } },
        }),
      ),
  })
  const entry = data?.find(({ detail }) => budgetChange(detail) !== undefined)
  const change = budgetChange(entry?.detail)
  // The line is kept free, so that the figures stand on one line with or without it.
  if (!entry || !change) return <small>&nbsp;</small>
  const amount = sayMoney(fromMinor(change.from, event.currency), event.currency, language)
  const day = sayDay(entry.created_at, event.timezone, language, false)
  return <small>{say(change.to > change.from ? 'raised' : 'lowered', { amount, day })}</small>
}

function budgetChange(detail: Record<string, unknown> | null | undefined): { from: number; to: number } | undefined {
  const change = detail?.budget_minor
  if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change)) return undefined
  const { from, to } = change
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined
}
