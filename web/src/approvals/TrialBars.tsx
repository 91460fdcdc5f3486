import { fromMinor } from '@allot/core'
import { IconArrowNarrowRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { BatchSummary } from './batch.ts'
import { minor } from './counts.ts'
import type { Counts } from './counts.ts'
import type { Row } from './row.ts'
import type { Trial } from './try-out.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

/** Money, places and slots before and after a trial. */
export function TrialBars({ trial, currency }: { trial: Trial; currency: string }) {
  const { totals } = trial.summary
  return (
    <>
      <Money trial={trial} currency={currency} />
      {totals.options.length > 0 && <Options options={totals.options} />}
      {totals.slots.length > 0 && <Slots slots={totals.slots} />}
    </>
  )
}

/** What is committed, and what is chosen beside it, where nothing has been tried out. */
export function MoneyNow({ counts, chosen }: { counts: Counts; chosen: ReadonlyMap<string, Row> }) {
  const say = useApprovalWords()
  const { currency, moneyMinor } = counts
  const chosenMinor = useMemo(() => sumMinor([...chosen.values()], currency), [chosen, currency])
  return (
    <section>
      <MoneyTitle total={fromMinor(moneyMinor.total, currency)} currency={currency} />
      <div className="bar2">
        <span>{say('nowRow')}</span>
        <NowBar
          committed={fromMinor(moneyMinor.committed, currency)}
          total={fromMinor(moneyMinor.total, currency)}
          chosenMinor={chosenMinor}
          currency={currency}
        />
      </div>
    </section>
  )
}

function Money({ trial, currency }: { trial: Trial; currency: string }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { total, committed_before: before, committed_after: after, available_after: left } = trial.summary.totals.budget
  const money = (amount: number) => sayMoney(amount, currency, language)
  const { requests } = trial.question
  const chosenMinor = useMemo(() => sumMinor(requests, currency), [requests, currency])
  return (
    <section>
      <MoneyTitle total={total} currency={currency} />
      <div className="bar2">
        <span>{say('nowRow')}</span>
        <NowBar committed={before} total={total} chosenMinor={chosenMinor} currency={currency} />
      </div>
      <div className="bar2">
        <span>{sayWhatIf('afterRow')}</span>
        <AllotmentBar
          committed={minor(after, currency)}
          pending={0}
          total={minor(total, currency)}
          size="md"
          scale="zone"
          label={sayWhatIf('afterBar', { committed: money(after), left: money(left) })}
        />
        <span className="r b">{say('amountLeft', { amount: money(left) })}</span>
      </div>
    </section>
  )
}

function MoneyTitle({ total, currency }: { total: number; currency: string }) {
  const say = useApprovalWords()
  const language = useLanguage()
  return (
    <div className="ba">
      <span className="b">{say('money')}</span>
      <span className="dim">{say('of', { total: sayMoney(total, currency, language) })}</span>
    </div>
  )
}

type NowProps = { committed: number; total: number; chosenMinor: number; currency: string }

function NowBar({ committed, total, chosenMinor, currency }: NowProps) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, currency), currency, language)
  const [committedMinor, totalMinor] = [minor(committed, currency), minor(total, currency)]
  const left = money(Math.max(0, totalMinor - committedMinor))
  return (
    <>
      <AllotmentBar
        committed={committedMinor}
        pending={chosenMinor}
        total={totalMinor}
        size="md"
        scale="zone"
        label={sayWhatIf('nowBar', { committed: money(committedMinor), chosen: money(chosenMinor), left })}
      />
      <span className="r">{say('amountLeft', { amount: left })}</span>
    </>
  )
}

/** So many are named; those where something is short come first. */
const MOST_OPTIONS = 6
const MOST_SLOTS = 4

type OptionTotals = BatchSummary['totals']['options'][number]

function Options({ options }: { options: readonly OptionTotals[] }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const sorted = options.toSorted((a, b) => chosenOf(b) - chosenOf(a) || a.option_name.localeCompare(b.option_name))
  const short = sorted.filter(({ refused }) => refused > 0)
  const named = new Set([...new Set([...short, ...sorted])].slice(0, MOST_OPTIONS))
  const count = options.length - named.size
  return (
    <section>
      <div className="ba">
        <span className="b">{say('places')}</span>
        <span className="dim">{sayWhatIf('leftAfter')}</span>
      </div>
      {sorted
        .filter((one) => named.has(one))
        .map((one) => (
          <OptionLine key={one.option_id} option={one} />
        ))}
      {count > 0 && <p className="s2 dim">{sayWhatIf('moreOptions', { count, n: sayCount(count, language) })}</p>}
    </section>
  )
}

const chosenOf = (one: OptionTotals | SlotTotals) => one.refused + one.committed_after - one.committed_before

function OptionLine({ option }: { option: OptionTotals }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { option_name: name, total_available: total, committed_before: before, committed_after: after } = option
  const count = (number: number) => sayCount(number, language)
  const chosen = chosenOf(option)
  const values = { name, total: count(total), chosen: count(chosen) }
  return (
    <div className="bar3">
      <span className="tr" title={name}>
        {name}
      </span>
      <AllotmentBar
        committed={before}
        pending={chosen}
        total={total}
        scale="zone"
        label={sayWhatIf('nowOption', { ...values, committed: count(before) })}
      />
      <IconArrowNarrowRight className="ic dim" aria-hidden />
      <AllotmentBar
        committed={after}
        pending={0}
        total={total}
        scale="zone"
        label={sayWhatIf('afterOption', { ...values, committed: count(after) })}
      />
      {after >= total ? (
        <span className="r b">{say('fullWord')}</span>
      ) : (
        <span className="r">{count(total - after)}</span>
      )}
    </div>
  )
}

type SlotTotals = BatchSummary['totals']['slots'][number]

function Slots({ slots }: { slots: readonly SlotTotals[] }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const n = (number: number) => sayCount(number, language)
  const { length: count } = slots.filter(({ committed_before: before, committed_after: after }) => after > before)
  const used = sayWhatIf('slotsUsed', { count, n: n(count) })
  const full = slots.filter(({ committed_after: after, capacity }) => after >= capacity)
  // Somebody may be refused for something else and ask for a slot with room: only a full one is short.
  const short = full.filter(({ refused }) => refused > 0).toSorted((a, b) => b.refused - a.refused)
  const more = short.length - MOST_SLOTS
  return (
    <section>
      <div className="ba">
        <span className="b">{say('slots')}</span>
        <span className="dim">{full.length === 0 ? used : sayWhatIf('slotsFull', { used, full: n(full.length) })}</span>
      </div>
      {short.slice(0, MOST_SLOTS).map(({ slot_id: id, label: name, capacity, committed_after: after, refused }) => (
        <div key={id} className="bar3 w">
          <span className="tr" title={name}>
            {name}
          </span>
          <AllotmentBar
            committed={after}
            pending={refused}
            total={capacity}
            scale="zone"
            label={sayWhatIf('slotBar', { name, committed: n(after), total: n(capacity), over: n(refused) })}
          />
          <span className="r s2">{say('slotOver', { count: refused, n: n(refused) })}</span>
        </div>
      ))}
      {more > 0 && <p className="s2 dim">{sayWhatIf('moreSlots', { count: more, n: n(more) })}</p>}
    </section>
  )
}

function sumMinor(requests: readonly Row[], currency: string): number {
  return requests.reduce((sum, { amount_committed: amount }) => sum + minor(amount, currency), 0)
}
