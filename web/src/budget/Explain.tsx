import { IconCheck, IconListDetails, IconShieldCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { fromMinor, toMinor } from '@allot/core'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { eventKey } from '../session/event.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Note } from '../ui/Notes.tsx'
import { isHuge, sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { MOST_ADDED, fetchLedger, sumsQuery, verificationQuery } from './budget-query.ts'
import { useBudgetWords } from './words.ts'

type Props = { event: Schema<'Event'>; variance: Schema<'BudgetVariance'>; onClose: () => void }

/** What explains the committed money: people by option, and three ways that come to the same number. */
export function Explain({ event, variance, onClose }: Props) {
  const say = useBudgetWords()
  const language = useLanguage()
  const money = (amount: number) => sayMoney(amount, variance.currency, language)
  const { budget_committed: committed, total_budget: total, approved_registrations_count: approved } = variance
  return (
    <aside className="sim bdx" aria-label={say('panel')}>
      <div className="row sb">
        <h2 className="s5">{say('explain', { amount: money(committed) })}</h2>
        <button type="button" className="btn q sm" aria-label={say('close')} onClick={onClose}>
          <IconX className="ic l" aria-hidden />
        </button>
      </div>
      <p className="s3 mut">{say('people', { count: approved, shown: sayCount(approved, language) })}</p>
      <AllotmentBar
        committed={committed}
        pending={0}
        total={total}
        size="md"
        scale="zone"
        label={say('bar', { committed: money(committed), total: money(total) })}
      />
      <ByOption event={event} variance={variance} money={money} />
      <ThreeWays variance={variance} money={money} />
      {approved > 0 && (
        <div className="simf">
          <Link className="btn full" to={paths.registrations(event.id)} search={{ status: 'APPROVED' } as never}>
            <IconListDetails className="ic" aria-hidden />
            {say('show', { count: approved, shown: sayCount(approved, language) })}
          </Link>
        </div>
      )}
    </aside>
  )
}

type PartProps = { variance: Schema<'BudgetVariance'>; money: (amount: number) => string }

function ByOption({ event, variance, money }: PartProps & { event: Schema<'Event'> }) {
  const say = useBudgetWords()
  const language = useLanguage()
  const costs = new Map(event.options.map(({ id, cost_per_unit: cost }) => [id, cost ?? 0]))
  const { currency } = variance
  return (
    <table className="tb ex">
      <thead>
        <tr>
          <th scope="col">{say('option')}</th>
          <th scope="col" className="r">
            {say('persons')}
          </th>
          <th scope="col" className="r">
            {say('each')}
          </th>
          <th scope="col" className="r">
            {say('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {variance.option_variance.map(
          ({ option_id: id, option_name: name, committed_count: people, amount_committed: amount }) => {
            const cost = costs.get(id) ?? 0
            // Where the price was changed in between, people paid different ones.
            const isOne = (toMinor(amount, currency) ?? 0) === people * (toMinor(cost, currency) ?? 0)
            return (
              <tr key={id}>
                <th scope="row" className="tr exn" title={name}>
                  {name}
                </th>
                <td className="r">{sayCount(people, language)}</td>
                <td className="r dim">{isOne ? money(cost) : say('mixed')}</td>
                <td className="r">
                  <Link to={paths.registrations(event.id)} search={{ status: 'APPROVED', option: id } as never}>
                    {money(amount)}
                  </Link>
                </td>
              </tr>
            )
          },
        )}
        <tr className="sum">
          <th scope="row" className="b">
            {say('together')}
          </th>
          <td className="r b">{sayCount(variance.approved_registrations_count, language)}</td>
          <td />
          <td className={isHuge(variance.budget_committed) ? 'r b huge' : 'r b'}>{money(variance.budget_committed)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function ThreeWays({ variance, money }: PartProps) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { currency, event_id: eventId, budget_committed: counter } = variance
  const { data: head } = useQuery({
    queryKey: eventKey(eventId, 'ledger-head'),
    queryFn: ({ signal }) => fetchLedger(eventId, {}, undefined, signal),
  })
  const last = head?.items[0]
  const { data: proof } = useQuery(verificationQuery(eventId))
  const canAdd = last !== undefined && last.entry_no <= MOST_ADDED
  const { data: sums } = useQuery({ ...sumsQuery(eventId, currency, last?.entry_no ?? 0), enabled: canAdd })
  const minor = (amount: number) => toMinor(amount, currency) ?? 0
  const byRows = variance.option_variance.reduce((sum, { amount_committed: amount }) => sum + minor(amount), 0)
  const byLedger = head && (sums?.totalMinor ?? minor(last?.balance ?? 0))
  const agrees = byLedger === undefined || (byRows === minor(counter) && byLedger === minor(counter))
  const isProved = proof?.is_intact === true
  const major = (amount: number) => money(fromMinor(amount, currency))
  const number = (count: number) => sayCount(count, language)
  const why = sums ? (
    <>
      <span className="nw">
        {say('sumCommits', { count: sums.commits, shown: number(sums.commits), amount: major(sums.committedMinor) })},
      </span>{' '}
      <span className="nw">
        {say('sumReleases', { count: sums.releases, shown: number(sums.releases), amount: major(sums.releasedMinor) })}
      </span>
    </>
  ) : (
    last &&
    !canAdd && (
      <>
        {say('lastEntry', { shown: number(last.entry_no) })}. {say('sumsMany', { shown: number(last.entry_no) })}
      </>
    )
  )
  return (
    <>
      <div className="h2">
        <h2>{say('three')}</h2>
      </div>
      <ul className="three">
        <Way name={say('byRows')} amount={major(byRows)} agrees={agrees} />
        <Way
          name={say('byLedger')}
          amount={byLedger === undefined ? '…' : major(byLedger)}
          note={why}
          agrees={agrees}
        />
        <Way name={say('byCounter')} amount={money(counter)} agrees={agrees} />
      </ul>
      {byLedger !== undefined && !agrees && (
        <Note kind="bad">
          <b>{say('differ')}</b> {say('differText')}
        </Note>
      )}
      {byLedger !== undefined && agrees && (
        <div className="note good" role="status">
          <IconShieldCheck className="ic" aria-hidden />
          <div>
            <b>{say('agree')}</b> {say(isProved ? 'agreeText' : 'agreeUnproved')}{' '}
            <a href={paths.ledgerProof(eventId)} title={say('proofText')} download>
              {say('proof')}
            </a>
          </div>
        </div>
      )}
    </>
  )
}

function Way({ name, amount, note, agrees }: { name: string; amount: string; note?: ReactNode; agrees: boolean }) {
  const Glyph = agrees ? IconCheck : IconX
  return (
    <li>
      <Glyph className={agrees ? 'ic okc' : 'ic neg'} aria-hidden />
      <span className="grow">
        {name}
        {note !== undefined && <small>{note}</small>}
      </span>
      <b>{amount}</b>
    </li>
  )
}
