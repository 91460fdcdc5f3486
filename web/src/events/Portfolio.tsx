import type { Schema } from '../api.ts'
import { useMe } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Skeleton } from '../ui/Notes.tsx'
import { isHuge, sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useEventsWords } from './words.ts'

/**
 * All live events together, in the tenant's currency. Events in another currency are not added: money of two kinds
 * has no sum.
 */
export function Portfolio({ events, isPending }: { events: Schema<'Event'>[]; isPending: boolean }) {
  const say = useEventsWords()
  const language = useLanguage()
  const { currency } = useMe().tenant
  const mine = events.filter((event) => event.currency === currency)
  const sum = (read: (event: Schema<'Event'>) => number | undefined) =>
    mine.reduce((total, event) => total + (read(event) ?? 0), 0)
  const funded = sum((event) => event.event_budget_amount)
  const committed = sum((event) => event.budget_committed)
  const requested = sum((event) => event.summary?.pending_amount)
  const pending = sum((event) => event.summary?.pending_count)
  const money = (amount: number) => (isPending ? <Skeleton width={120} /> : sayMoney(amount, currency, language))
  const note = (text: string) => (isPending ? <>&nbsp;</> : text)
  return (
    <section className="pfh">
      <div className={isHuge(Math.max(funded, requested)) ? 'herofig huge' : 'herofig'}>
        <Figure
          isHero
          mark="left"
          label={isPending ? say('leftInAll') : say('leftIn', { count: mine.length })}
          value={money(funded - committed)}
        />
        <Figure
          mark="approved"
          label={say('committed')}
          value={money(committed)}
          note={note(say('inEvents', { count: mine.filter((event) => (event.budget_committed ?? 0) > 0).length }))}
        />
        <Figure
          mark="pending"
          label={say('requested')}
          value={money(requested)}
          note={note(say('pendingCount', { count: pending, n: sayCount(pending, language) }))}
        />
        <Figure label={say('funded')} value={money(funded)} note={note(say('budgets', { count: mine.length }))} />
      </div>
      {!isPending && (
        <AllotmentBar
          committed={committed}
          pending={requested}
          total={funded}
          size="md"
          label={say('moneyBar', {
            committed: sayMoney(committed, currency, language),
            total: sayMoney(funded, currency, language),
            pending: sayMoney(requested, currency, language),
          })}
        />
      )}
      {isPending && <Skeleton height={16} />}
      {events.length > mine.length && (
        <p className="s2 dim">{say('otherCurrencies', { count: events.length - mine.length })}</p>
      )}
    </section>
  )
}
