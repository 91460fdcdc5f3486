import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Impact } from './impact.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { impacts: Impact[]; studio: Studio }

/** Before anything is sent: what it would do, and what would be refused. */
export function ImpactNote({ impacts, studio }: Props) {
  const say = useStudioWords()
  if (impacts.length === 0 || studio.base === null) return null
  const isRefused = impacts.some((impact) => impact.isRefused)
  const eventId = studio.base.event.id
  return (
    <section className={isRefused ? 'note bad impact' : 'note impact'} role="status">
      <div className="grow">
        <b>{say(isRefused ? 'refusedTitle' : 'impact')}</b>
        <ul>
          {impacts.map((impact) => (
            <li key={`${impact.kind} ${impact.at}`} className={impact.isRefused ? 'neg' : undefined}>
              <ImpactWords impact={impact} currency={studio.draft.fields.currency} />{' '}
              {(impact.kind === 'stockBelow' || impact.kind === 'budgetBelow') && (
                <Link to={paths.registrations(eventId)} search={{ status: 'APPROVED' }}>
                  {say('showPromised')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function ImpactWords({ impact, currency }: { impact: Impact; currency: string }) {
  const say = useStudioWords()
  const language = useLanguage()
  const money = (amount: number) => sayMoney(amount, currency, language)
  switch (impact.kind) {
    case 'budgetBelow':
      return say('budgetBelow', { committed: money(impact.committed) })
    case 'budgetShort':
      return say('budgetShort', { short: money(impact.short) })
    case 'stockBelow':
      return say('stockBelow', { option: impact.option, committed: sayCount(impact.committed, language) })
    case 'price':
      return say('price', { option: impact.option })
    case 'removed':
      return say('removedImpact', { option: impact.option, committed: sayCount(impact.committed, language) })
    case 'slotBelow':
      return say('slotBelow', { slot: impact.slot, committed: sayCount(impact.committed, language) })
    case 'closes':
      return say('closesImpact')
    case 'reopens':
      return say('reopens')
    case 'holds':
      return say('holdsImpact')
    case 'releases':
      return say('releases')
  }
}
