import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Counts } from './counts.ts'
import type { Row } from './row.ts'
import type { Trial } from './try-out.ts'
import type { WhatIf } from './use-what-if.ts'
import { useWhatIfWords } from './what-if-words.ts'

type Remedy = Schema<'Remedy'>
type Props = {
  eventId: string
  trial: Trial
  counts: Counts
  whatIf: WhatIf
  chosen: ReadonlyMap<string, Row>
  onOffer: (rows: readonly Row[], notes: string) => void
}

/** Small changes that would let more in, each a press away from being tried out; and those that are being tried. */
export function Remedies(props: Props) {
  const { trial, whatIf } = props
  const say = useWhatIfWords()
  const language = useLanguage()
  const { remedies, largest_fit: largest, changed, mode } = trial.summary
  const more = mode === 'largest_fit' || !largest ? 0 : largest.count - changed
  const isTried = whatIf.terms.budget !== undefined || whatIf.terms.moves.length > 0
  if (remedies.length === 0 && more <= 0 && !isTried) return null
  return (
    <section>
      <div className="ba">
        <span className="b">{say('remedies')}</span>
      </div>
      {isTried && <Tried whatIf={whatIf} currency={props.counts.currency} />}
      <ul className="more">
        {more > 0 && (
          <RemedyLine what={say('mostPeople')} gain={say('more', { n: sayCount(more, language) })}>
            <TryButton what={say('mostPeople')} onTry={() => whatIf.setOrder('most')} />
          </RemedyLine>
        )}
        {remedies.map((remedy) => (
          <RemedyItem key={keyOf(remedy)} remedy={remedy} {...props} />
        ))}
      </ul>
    </section>
  )
}

function keyOf(remedy: Remedy): string {
  if (remedy.kind === 'add_budget') return `money ${remedy.amount}`
  return `${remedy.kind} ${'slot_id' in remedy ? remedy.slot_id : remedy.option_id}`
}

/** The changes a trial is worked out under; each can be taken away again. */
function Tried({ whatIf, currency }: { whatIf: WhatIf; currency: string }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const { budget, moves } = whatIf.terms
  return (
    <div className="tried">
      {budget !== undefined && (
        <TriedChip
          what={say('withBudget', { amount: sayMoney(budget, currency, language) })}
          onClear={() => whatIf.assumeBudget(undefined)}
        />
      )}
      {moves.map(({ slot, ids }) => (
        <TriedChip
          key={slot}
          what={say('withMove', { count: ids.length, n: sayCount(ids.length, language), slot })}
          onClear={() => whatIf.dropMove(slot)}
        />
      ))}
    </div>
  )
}

function TriedChip({ what, onClear }: { what: string; onClear: () => void }) {
  const say = useWhatIfWords()
  const label = say('takeAway', { what })
  return (
    <span className="chip on split">
      <span className="chipt tr" title={what}>
        {what}
      </span>
      <button type="button" className="chipx" onClick={onClear} aria-label={label} title={label}>
        <IconX className="ic" aria-hidden />
      </button>
    </span>
  )
}

function RemedyItem({ remedy, eventId, trial, counts, whatIf, chosen, onOffer }: { remedy: Remedy } & Props) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const n = (number: number) => sayCount(number, language)
  const nameOf = (id: string) => counts.options.find(({ option_id: one }) => one === id)?.option_name ?? ''
  const gain = 'more' in remedy ? say('more', { n: n(remedy.more) }) : ''
  switch (remedy.kind) {
    case 'add_budget': {
      const { total } = trial.summary.totals.budget
      const what = say('addBudget', { amount: sayMoney(remedy.amount, counts.currency, language) })
      return (
        <RemedyLine what={what} gain={gain}>
          <TryButton what={what} onTry={() => whatIf.assumeBudget(addMoney(total, remedy.amount))} />
        </RemedyLine>
      )
    }
    case 'add_stock': {
      const what = say('addStock', { n: n(remedy.count), option: nameOf(remedy.option_id) })
      return (
        <RemedyLine what={what} gain={gain}>
          <ChangeLink what={what} href={paths.options(eventId)} />
        </RemedyLine>
      )
    }
    case 'widen_slot': {
      const slot = trial.summary.totals.slots.find(({ slot_id: id }) => id === remedy.slot_id)?.label ?? ''
      const what = say('widenSlot', { n: n(remedy.count), slot })
      return (
        <RemedyLine what={what} gain={gain}>
          <ChangeLink what={what} href={paths.options(eventId)} />
        </RemedyLine>
      )
    }
    case 'move_to_slot': {
      const { assigned_pickup_slot: slot, registration_ids: ids } = remedy
      const what = say('move', { count: ids.length, n: n(ids.length), slot })
      return (
        <RemedyLine what={what} gain={gain}>
          <TryButton what={what} onTry={() => whatIf.addMove({ slot, ids })} />
        </RemedyLine>
      )
    }
    case 'offer_options': {
      const { alternative_option_ids: others, registration_ids: ids } = remedy
      const options = others.map(nameOf).join(say('or'))
      const what = say('offerOptions', { options, n: n(ids.length) })
      const rows = ids.flatMap((id) => chosen.get(id) ?? [])
      return (
        <RemedyLine what={what} gain={say('asked', { n: n(ids.length) })}>
          <button
            type="button"
            className="btn sm"
            aria-label={say('offerThis', { what })}
            onClick={() => onOffer(rows, say('suggestionMany', { options }))}
          >
            {say('offer')} …
          </button>
        </RemedyLine>
      )
    }
  }
}

function RemedyLine({ what, gain, children }: { what: string; gain: string; children: ReactNode }) {
  return (
    <li>
      <span className="grow">{what}</span>
      <b>{gain}</b>
      {children}
    </li>
  )
}

function TryButton({ what, onTry }: { what: string; onTry: () => void }) {
  const say = useWhatIfWords()
  return (
    <button type="button" className="btn sm" aria-label={say('tryThis', { what })} onClick={onTry}>
      {say('try')}
    </button>
  )
}

/** What only an organiser may change is changed elsewhere; the choice stays as it is meanwhile. */
function ChangeLink({ what, href }: { what: string; href: string }) {
  const say = useWhatIfWords()
  const mayChange = useMay('event.manage')
  if (!mayChange) return null
  const label = say('changeThis', { what })
  return (
    <a className="btn sm" href={href} target="_blank" rel="noopener" aria-label={label} title={label}>
      {say('change')}
    </a>
  )
}

/** Amounts have four decimals at most; what adding them up leaves behind is rounded away. */
function addMoney(a: number, b: number): number {
  return Math.round((a + b) * 10_000) / 10_000
}
