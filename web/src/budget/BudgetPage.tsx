import approvalsSheet from '../approvals/approvals.css?inline'
import budgetSheet from './budget.css?inline'
import pageSheet from './page.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportButton } from '../exports/ExportButton.tsx'
import { paths } from '../paths.ts'
import { useEvent, useVariance } from '../session/event.ts'
import { Figure } from '../ui/Figure.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { AsOf } from './AsOf.tsx'
import { Explain } from './Explain.tsx'
import { History } from './History.tsx'
import { Ledger } from './Ledger.tsx'
import { Deviations, Verified } from './Verified.tsx'
import { ledgerQueryOf } from './budget-query.ts'
import { endOfDay } from './days.ts'
import { useLedgerSearch } from './ledger-search.ts'
import { useBudgetWords } from './words.ts'

/** The money of an event: what there is, how it came to that, every line of it, and the proof. */
export function BudgetPage() {
  useSheets(approvalsSheet, budgetSheet, pageSheet)
  const say = useBudgetWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const { eventId = '' } = useParams({ strict: false }) as { eventId?: string }
  const { on, kind } = useLedgerSearch()
  const { data: event } = useEvent(eventId)
  const { data: variance, error, refetch } = useVariance(eventId)
  const [isExplained, setExplained] = useState(true)
  const money = (amount: number | undefined) =>
    amount === undefined || !variance ? (
      <Skeleton width={120} height={22} />
    ) : (
      sayMoney(amount, variance.currency, language)
    )
  const until = on === undefined || !event ? undefined : endOfDay(on, event.timezone)?.toISOString()
  const isHeld = event?.hold_policy.budget === 'hold'
  const left = variance && (isHeld ? variance.budget_available - variance.pending_amount : variance.budget_available)
  return (
    <div className={isExplained ? 'bd' : 'bd bdwide'}>
      <div className="bdm bdscroll">
        <div className="hd bdhd">
          <h1 className="grow">{say('title')}</h1>
          <div className="row bdacts">
            {event && <Verified eventId={eventId} zone={event.timezone} />}
            {event && <AsOf on={on} zone={event.timezone} />}
            {event && <ExportButton eventId={eventId} kind="ledger" query={ledgerQueryOf({ kind, until })} />}
          </div>
        </div>
        {event && <Deviations eventId={eventId} zone={event.timezone} />}
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        <div className="figs4">
          <Figure
            label={say('funded')}
            value={money(variance?.total_budget)}
            onOpen={() => void navigate({ to: paths.eventAudit(eventId), search: { kind: 'event.' } as never })}
          />
          <Figure
            label={say('committed')}
            mark="approved"
            value={money(variance?.budget_committed)}
            onOpen={() => setExplained(true)}
          />
          <Figure
            label={say(isHeld ? 'requestedHeld' : 'requestedNot')}
            mark={isHeld ? 'held' : 'pending'}
            value={money(variance?.pending_amount)}
            onOpen={() => void navigate({ to: paths.registrations(eventId), search: { status: 'PENDING' } as never })}
          />
          <Figure label={say('left')} mark="left" value={money(left)} />
        </div>
        <History eventId={eventId} />
        {event && <Ledger {...{ eventId, on, kind, until }} zone={event.timezone} currency={event.currency} />}
      </div>
      {isExplained && event && variance && (
        <Explain event={event} variance={variance} onClose={() => setExplained(false)} />
      )}
    </div>
  )
}
