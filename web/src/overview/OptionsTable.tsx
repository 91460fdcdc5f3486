import { Link } from '@tanstack/react-router'
import { IconGift, IconRoute } from '@tabler/icons-react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Empty } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { RowsLink } from './RowsLink.tsx'
import { listSearch } from './where.ts'
import { useOverviewWords } from './words.ts'

type Props = {
  event: Schema<'Event'>
  variance: Schema<'BudgetVariance'>
  facets: Schema<'RegistrationFacets'> | undefined
}

/** Every option with its bar, so that the limits line up; what is short stands in red beside it. */
export function OptionsTable({ event, variance, facets }: Props) {
  const say = useOverviewWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const options = variance.option_variance
  const committed = options.reduce((sum, option) => sum + option.committed_count, 0)
  const total = options.reduce((sum, option) => sum + option.total_available, 0)
  const asked = new Map(facets?.options.map(({ event_option_id: id, count }) => [id, count]))
  return (
    <section>
      <div className="h2">
        <h2>{say('places')}</h2>
        {options.length > 0 && (
          <span className="s2 dim">
            {say('committedOf', { committed: sayCount(committed, language), total: sayCount(total, language) })}
          </span>
        )}
        <Link to={paths.options(event.id)}>{say('options')}</Link>
      </div>
      {options.length === 0 ? (
        <Empty
          action={
            mayManage && (
              <Link className="btn" to={paths.studio(event.id)}>
                {say('addOptions')}
              </Link>
            )
          }
        >
          {say('noOptions')}
        </Empty>
      ) : (
        <table className="tb opt" aria-label={say('places')}>
          <thead>
            <tr>
              <th scope="col">{say('option')}</th>
              <th className="barcell" aria-hidden />
              <th scope="col" className="r">
                {say('committed')}
              </th>
              <th scope="col" className="r">
                {say('asked')}
              </th>
              <th scope="col" className="r lft">
                {say('left')}
              </th>
              <th scope="col" className="sh">
                <span className="sr">{say('notes')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <OptionLine
                key={option.option_id}
                event={event}
                option={option}
                asked={asked.get(option.option_id) ?? 0}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function OptionLine({
  event,
  option,
  asked,
}: {
  event: Schema<'Event'>
  option: Schema<'OptionVariance'>
  asked: number
}) {
  const say = useOverviewWords()
  const language = useLanguage()
  const { option_id: id, option_name: name, committed_count: committed, total_available: total } = option
  const isHeld = option.held_count > 0
  const left = option.available_to_register
  const short = committed + asked - total
  const rows = (status: 'APPROVED' | 'PENDING') => ({
    to: paths.registrations(event.id),
    search: listSearch({ status, options: [id], order: status === 'PENDING' ? 'oldest' : 'newest' }),
  })
  const Kind = option.option_type === 'TRACK' ? IconRoute : IconGift
  return (
    <tr>
      <td className="tr optn" title={name}>
        <Kind className="ic dim" aria-hidden />
        <RowsLink className="rl onm" to={paths.registrations(event.id)} search={listSearch({ options: [id] })}>
          {name}
        </RowsLink>
      </td>
      <td className="barcell" aria-hidden>
        <AllotmentBar committed={committed} pending={asked} total={total} holds={isHeld} scale="zone" />
      </td>
      <td className="r">
        <RowsLink {...rows('APPROVED')}>{sayCount(committed, language)}</RowsLink>
        <span className="dim"> / {sayCount(total, language)}</span>
      </td>
      <td className="r">
        {asked === 0 ? (
          <span className="dim">0</span>
        ) : (
          <RowsLink {...rows('PENDING')}>{sayCount(asked, language)}</RowsLink>
        )}
      </td>
      <td className="r lft">
        {left === 0 ? <b>{say('full')}</b> : sayCount(left, language)}
        {left > 0 && <span className="lftw"> {say('left').toLocaleLowerCase(language)}</span>}
      </td>
      <td className="r sh">
        {short > 0 && <span className="neg b">{say('short', { n: sayCount(short, language) })}</span>}
      </td>
    </tr>
  )
}
