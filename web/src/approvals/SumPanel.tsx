import { fromMinor } from '@allot/core'
import { IconArrowNarrowRight, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { Skeleton } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { sayKey } from '../ui/say-key.ts'
import { RunProgress, RunSummary } from './DecisionNotice.tsx'
import type { Counts } from './counts.ts'
import { isRunning } from './decisions.ts'
import type { Decided, Run } from './decisions.ts'
import type { Row } from './row.ts'
import { sumUp } from './sum.ts'
import type { Share, Sum } from './sum.ts'
import { useApprovalWords } from './words.ts'

type Props = {
  chosen: ReadonlyMap<string, Row>
  /** Chosen ones that the list does not show under its filters. */
  hidden: number
  counts: Counts | undefined
  run: Run | undefined
  decided: ReadonlyMap<string, Decided>
  mayDecide: boolean
  onApprove: () => void
  onReject: () => void
  onClear: () => void
  onStop: () => void
  onTidy: () => void
}

/** What is chosen, added up beside what is left, and what can be done with it. */
export function SumPanel({
  chosen,
  hidden,
  counts,
  run,
  decided,
  mayDecide,
  onApprove,
  onReject,
  onClear,
  onStop,
  onTidy,
}: Props) {
  const say = useApprovalWords()
  const language = useLanguage()
  const sum = useMemo(() => (counts ? sumUp(chosen.values(), counts) : undefined), [chosen, counts])
  const count = chosen.size
  const n = sayCount(count, language)
  return (
    <>
      <div className="row sb">
        <h2 className="s5">{count === 0 ? say('noneChosen') : say('chosen', { count, n })}</h2>
        {count > 0 && (
          <button
            type="button"
            className="iconb"
            onClick={onClear}
            aria-label={say('clearChoice')}
            title={say('clearChoice')}
          >
            <IconX className="ic l" aria-hidden />
          </button>
        )}
      </div>
      <p className="s2 dim">{say(count === 0 ? 'chooseHint' : 'sumNote')}</p>
      {hidden > 0 && <p className="s2 warnc">{say('hidden', { count: hidden, n: sayCount(hidden, language) })}</p>}
      {run && <RunPart run={run} decided={decided} onStop={onStop} onTidy={onTidy} />}
      {!counts || !sum ? (
        <Waiting />
      ) : (
        <>
          {count > 0 && <Totals sum={sum} counts={counts} />}
          <Money sum={sum} counts={counts} />
          {sum.options.length > 0 && <Options sum={sum} />}
          {sum.slots.length > 0 && <Slots sum={sum} />}
        </>
      )}
      {mayDecide && count > 0 && sum && (
        <div className="simf">
          <p className="s2 dim">{say(sum.fits ? 'allFit' : 'notAll', { count })}</p>
          <button type="button" className="btn pri full tall" onClick={onApprove}>
            {sum.fits ? say('approveAll', { count, n }) : say('approveFitting', { count, n })}
            <span className="kbd">{sayKey('mod+Enter', language)}</span>
          </button>
          <button type="button" className="btn full dng" onClick={onReject}>
            {say('rejectAll', { count, n })} …
          </button>
        </div>
      )}
    </>
  )
}

function Totals({ sum, counts }: { sum: Sum; counts: Counts }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, counts.currency), counts.currency, language)
  return (
    <div className="outc">
      <div>
        <span className={sum.amountMinor > sum.leftMinor ? 'mid2 neg' : 'mid2'}>{money(sum.amountMinor)}</span>
        <small>{say('together')}</small>
      </div>
      <div>
        <span className="mid2">{money(sum.leftMinor)}</span>
        <small>{say('leftNow')}</small>
      </div>
    </div>
  )
}

function Money({ sum, counts }: { sum: Sum; counts: Counts }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, counts.currency), counts.currency, language)
  const { committed, total } = counts.moneyMinor
  const over = Math.max(0, sum.amountMinor - sum.leftMinor)
  const after =
    over > 0
      ? say('amountOver', { amount: money(over) })
      : say('amountLeft', { amount: money(sum.leftMinor - sum.amountMinor) })
  return (
    <section>
      <div className="ba">
        <span className="b">{say('money')}</span>
        <span className="dim">{say('of', { total: money(total) })}</span>
      </div>
      <div className="bar2">
        <span>{say('nowRow')}</span>
        <AllotmentBar
          committed={committed}
          pending={sum.amountMinor}
          total={total}
          size="md"
          scale="zone"
          label={say('nowBar', {
            committed: money(committed),
            chosen: money(sum.amountMinor),
            left: money(sum.leftMinor),
          })}
        />
        <span className="r">{say('amountLeft', { amount: money(sum.leftMinor) })}</span>
      </div>
      {sum.count > 0 && (
        <div className="bar2">
          <span>{say('afterRow')}</span>
          <AllotmentBar
            committed={Math.min(total, committed + sum.amountMinor)}
            pending={over}
            total={total}
            size="md"
            scale="zone"
            label={say('afterBar', { left: after })}
          />
          <span className={over > 0 ? 'r b neg' : 'r b'}>{after}</span>
        </div>
      )}
    </section>
  )
}

function Options({ sum }: { sum: Sum }) {
  const say = useApprovalWords()
  return (
    <section>
      <div className="ba">
        <span className="b">{say('places')}</span>
        <span className="dim">{say('leftAfter')}</span>
      </div>
      {sum.options.map((share) => (
        <ShareLine key={share.id} share={share} />
      ))}
    </section>
  )
}

function ShareLine({ share: { name, chosen, stock, left } }: { share: Share }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const over = chosen - left
  return (
    <div className="bar3">
      <span className="tr" title={name}>
        {name}
      </span>
      <AllotmentBar committed={stock.committed} pending={chosen} total={stock.total} scale="zone" />
      <IconArrowNarrowRight className="ic dim" aria-hidden />
      <AllotmentBar
        committed={Math.min(stock.total, stock.committed + chosen)}
        pending={Math.max(0, over)}
        total={stock.total}
        scale="zone"
      />
      {over > 0 ? (
        <span className="r b neg">{say('over', { n: sayCount(over, language) })}</span>
      ) : over === 0 ? (
        <span className="r b">{say('fullWord')}</span>
      ) : (
        <span className="r">{sayCount(-over, language)}</span>
      )}
    </div>
  )
}

/** So many full slots are named; what there is beyond is in the count above them. */
const MOST_SLOTS = 8

function Slots({ sum }: { sum: Sum }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const short = sum.slots.filter(({ chosen, left }) => chosen > left)
  const count = sum.slots.length
  return (
    <section>
      <div className="ba">
        <span className="b">{say('slots')}</span>
        <span className="dim">{say('slotsSum', { count })}</span>
      </div>
      {short.length === 0 && <p className="s3 mut">{say('slotsRoom', { count, n: sayCount(count, language) })}</p>}
      {short.slice(0, MOST_SLOTS).map(({ id, name, chosen, stock, left }) => (
        <div key={id} className="bar3 w">
          <span className="tr" title={name}>
            {name}
          </span>
          <AllotmentBar committed={stock.committed} pending={chosen} total={stock.total} scale="zone" />
          <span className="r s2 neg">
            {say('slotOver', { count: chosen - left, n: sayCount(chosen - left, language) })}
          </span>
        </div>
      ))}
    </section>
  )
}

/** How far a sending is, and what came of it: by reason, for those who stay pending. */
function RunPart({
  run,
  decided,
  onStop,
  onTidy,
}: {
  run: Run
  decided: Props['decided']
  onStop: () => void
  onTidy: () => void
}) {
  const say = useApprovalWords()
  const language = useLanguage()
  if (isRunning(run)) {
    return (
      <section className="runp">
        <div className="row sb">
          <RunProgress run={run} />
          <button type="button" className="btn sm" onClick={onStop}>
            {say('stop')}
          </button>
        </div>
        <progress className="hnp" max={run.total} value={run.settled} aria-label={say('progress')} />
      </section>
    )
  }
  const reasons = countReasons(decided)
  const said = (['resultMoney', 'resultStock', 'resultSlot', 'resultOther'] as const).flatMap((reason) =>
    reasons[reason] === 0 ? [] : [say(reason, { count: reasons[reason], n: sayCount(reasons[reason], language) })],
  )
  const answered = [...decided.values()].filter(({ outcome }) => outcome.step === 'done').length
  return (
    <section className="runp">
      <span className="b">{say('result')}</span>
      <RunSummary run={run} />
      {said.length > 0 && <p className="s2 mut">{said.join(', ')}</p>}
      <button type="button" className="btn sm" onClick={onTidy}>
        {answered === 0 ? say('close') : say('tidy', { count: answered, n: sayCount(answered, language) })}
      </button>
    </section>
  )
}

function countReasons(decided: Props['decided']) {
  const reasons = { resultMoney: 0, resultStock: 0, resultSlot: 0, resultOther: 0 }
  for (const { outcome } of decided.values()) {
    if (outcome.step === 'unknown') reasons.resultOther += 1
    if (outcome.step !== 'refused') continue
    const type = outcome.problem.conflict_type
    if (type === 'BUDGET_EXHAUSTED') reasons.resultMoney += 1
    else if (type === 'INVENTORY_EXHAUSTED') reasons.resultStock += 1
    else if (type === 'SLOT_CONFLICT') reasons.resultSlot += 1
    else reasons.resultOther += 1
  }
  return reasons
}

function Waiting() {
  return (
    <section aria-busy="true">
      <Skeleton width="60%" />
      <br />
      <Skeleton height={16} />
    </section>
  )
}
