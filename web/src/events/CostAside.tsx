import { IconCheck } from '@tabler/icons-react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayMoney, sayPercent } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { remediesOf } from './catalogue.ts'
import type { Catalogue, Remedy } from './catalogue.ts'
import { useCatalogue } from './use-catalogue.ts'
import { sayWhole } from './say-whole.ts'
import { useEventNow } from './use-event-now.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

/** What is typed against the budget: if everything is taken, and at the take-up one expects. */
export function CostAside({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const language = useLanguage()
  const catalogue = useCatalogue(studio)
  const { currency } = studio.draft.fields
  const { allMinor, expectedMinor, budgetMinor, major } = catalogue
  const money = (minor: bigint) => sayMoney(major(minor), currency, language)
  const budget = sayWhole(major(budgetMinor), currency, language)
  const over = allMinor - budgetMinor
  return (
    <aside className="cost" aria-label={say('fits')}>
      <h2>{say('fits')}</h2>
      <p className="s2 dim">{say('asYouType')}</p>
      <section>
        <div className="row sb">
          <span>{say('allTaken')}</span>
          <b>{money(allMinor)}</b>
        </div>
        <Bar
          studio={studio}
          catalogue={catalogue}
          wanted={allMinor}
          label={say('allBar', { amount: money(allMinor), budget })}
        />
        <Verdict left={budgetMinor - allMinor} money={money} />
      </section>
      <section>
        <div className="row sb">
          <span>{say('atExpected')}</span>
          <b>{money(expectedMinor)}</b>
        </div>
        <Bar
          studio={studio}
          catalogue={catalogue}
          wanted={expectedMinor}
          label={say('expectedBar', { amount: money(expectedMinor), budget })}
        />
        <Verdict left={budgetMinor - expectedMinor} money={money} />
        <p className="s2 dim">{say('takeUpKept')}</p>
      </section>
      {budgetMinor > 0n && allMinor > 0n && (
        <section className="note means">
          <b>{say('meaning')}</b>{' '}
          {over > 0n ? say('meaningOver', { budget, over: money(over) }) : say('meaningFits', { budget })}
        </section>
      )}
      <Remedies studio={studio} catalogue={catalogue} />
      <Shares catalogue={catalogue} />
    </aside>
  )
}

type BarProps = { studio: Studio; catalogue: Catalogue; wanted: bigint; label: string }

/** All stripes while nothing is committed; what is committed already is solid, as everywhere. */
function Bar({ studio, catalogue, wanted, label }: BarProps) {
  const { major, budgetMinor } = catalogue
  const event = useEventNow(studio)
  const budget = major(budgetMinor)
  const committed = Math.min(event?.budget_committed ?? 0, budget)
  if (budget === 0) return <div className="ab md" aria-hidden />
  const isOver = wanted > budgetMinor
  return (
    <AllotmentBar
      committed={committed}
      pending={Math.max(0, major(wanted) - committed)}
      total={budget}
      size="md"
      scale={isOver ? 'true' : 'zone'}
      label={label}
    />
  )
}

function Verdict({ left, money }: { left: bigint; money: (minor: bigint) => string }) {
  const say = useStudioWords()
  if (left < 0n) return <p className="neg s3 b">{say('past', { amount: money(-left) })}</p>
  return (
    <p className="s3 okc b">
      <IconCheck className="ic" aria-hidden /> {left === 0n ? say('exact') : say('spare', { amount: money(left) })}
    </p>
  )
}

function Remedies({ studio, catalogue }: { studio: Studio; catalogue: Catalogue }) {
  const say = useStudioWords()
  const language = useLanguage()
  const event = useEventNow(studio)
  const { currency } = studio.draft.fields
  const remedies = remediesOf(catalogue, (row) => event?.options.find(({ id }) => id === row.id)?.committed_count ?? 0)
  if (remedies.length === 0) return null
  const name = (remedy: Remedy): string => {
    switch (remedy.kind) {
      case 'raise':
        return say('raise', { amount: sayWhole(catalogue.major(remedy.amountMinor), currency, language) })
      case 'cut':
        return say('cut', {
          option: remedy.row.option_name,
          from: sayCount(remedy.from, language),
          to: sayCount(remedy.to, language),
        })
      case 'lower':
        return say('lower', { percent: sayPercent(remedy.percent, 100, language) })
    }
  }
  return (
    <section>
      <h2>{say('safe')}</h2>
      <ul className="more">
        {remedies.map((remedy) => (
          <li key={remedy.kind}>
            <span className="grow">{name(remedy)}</span>
            <button
              type="button"
              className="btn sm"
              aria-label={`${say('doIt')}: ${name(remedy)}`}
              onClick={() => apply(studio, remedy)}
            >
              {say('doIt')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function apply(studio: Studio, remedy: Remedy): void {
  switch (remedy.kind) {
    case 'raise':
      return studio.setField('event_budget_amount', remedy.text)
    case 'cut':
      return studio.setRow(remedy.row.key, { total_available: String(remedy.to) })
    case 'lower':
      for (const [key, total] of remedy.totals) studio.setRow(key, { total_available: String(total) })
  }
}

const SHOWN = 5

function Shares({ catalogue }: { catalogue: Catalogue }) {
  const say = useStudioWords()
  const language = useLanguage()
  const { lines, allMinor } = catalogue
  if (allMinor === 0n) return null
  const sorted = lines.filter((line) => line.allMinor > 0n).sort((a, b) => Number(b.allMinor - a.allMinor))
  const top = sorted.slice(0, SHOWN)
  const rest = sorted.slice(SHOWN).reduce((sum, line) => sum + line.allMinor, 0n)
  const most = Math.max(Number(top[0]?.allMinor ?? 1n), Number(rest))
  const width = (minor: bigint) => ({ width: `${(Number(minor) / most) * 100}%` })
  const share = (minor: bigint) => sayPercent(Number(minor), Number(allMinor), language)
  return (
    <section>
      <h2>{say('whereTo')}</h2>
      {top.map(({ row, allMinor: minor }) => (
        <div className="shr" key={row.key}>
          <span className="tr" title={row.option_name}>
            {row.option_name}
          </span>
          <i aria-hidden>
            <i style={width(minor)} />
          </i>
          <span className="r">{share(minor)}</span>
        </div>
      ))}
      {rest > 0n && (
        <div className="shr">
          <span className="dim">{say('others', { count: sorted.length - SHOWN })}</span>
          <i aria-hidden>
            <i style={width(rest)} />
          </i>
          <span className="r">{share(rest)}</span>
        </div>
      )}
    </section>
  )
}
