import { IconClockExclamation, IconGift, IconMapPin, IconPencil, IconRoute } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schema } from '../api.ts'
import { CoinIcon } from '../approvals/CoinIcon.tsx'
import { LONG_DAYS } from '../approvals/waiting.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayCount, sayDay, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { RowsLink } from './RowsLink.tsx'
import { needsOf } from './needs.ts'
import type { Need } from './needs.ts'
import { listSearch, pendingSearch } from './where.ts'
import { useOverviewWords } from './words.ts'

type Props = {
  event: Schema<'Event'>
  variance: Schema<'BudgetVariance'>
  facets: Schema<'RegistrationFacets'>
  slots: readonly Schema<'Slot'>[]
}

/** What somebody has to look at, with the way there. */
export function NeedsYou({ event, variance, facets, slots }: Props) {
  const say = useOverviewWords()
  const needs = needsOf(event, variance, facets, slots)
  return (
    <section>
      <h2>{say('needs')}</h2>
      {needs.length === 0 && <p className="s3 mut">{say('nothingNeeded')}</p>}
      <ul className="needs">
        {needs.map((need) => (
          <NeedLine key={keyOf(need)} need={need} event={event} />
        ))}
      </ul>
    </section>
  )
}

function keyOf(need: Need): string {
  return need.kind === 'option' ? need.option.option_id : need.kind === 'slot' ? need.slot.id : need.kind
}

function NeedLine({ need, event }: { need: Need; event: Schema<'Event'> }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const mayDecide = useMay('registration.decide')
  const mayManage = useMay('event.manage')
  const count = (number: number) => ({ count: number, n: sayCount(number, language) })
  const money = (amount: number) => sayMoney(amount, event.currency, language)
  const pending = (search: Parameters<typeof pendingSearch>[0]) =>
    mayDecide
      ? { to: paths.approvals(event.id), search: pendingSearch(search) }
      : {
          to: paths.registrations(event.id),
          search: listSearch({
            status: 'PENDING',
            order: 'oldest',
            options: search.options ?? [],
            slots: search.slots ?? [],
          }),
        }
  switch (need.kind) {
    case 'draft':
      return (
        <Line
          icon={<IconPencil className="ic warnc" aria-hidden />}
          title={say('needDraft')}
          link={
            mayManage && (
              <RowsLink className="" to={paths.studio(event.id)}>
                {say('needDraftLink')}
              </RowsLink>
            )
          }
        >
          {say('needDraftText')}
        </Line>
      )
    case 'money':
      return (
        <Line
          icon={<CoinIcon currency={event.currency} className="ic neg" />}
          title={say('needMoney')}
          link={
            <RowsLink className="" {...pending({})}>
              {say('needMoneyLink')}
            </RowsLink>
          }
        >
          {say('needMoneyText', { ...count(need.pending), amount: money(need.amount), left: money(need.left) })}
        </Line>
      )
    case 'option': {
      const { option, asked, similar } = need
      const isTrack = option.option_type === 'TRACK'
      const Kind = isTrack ? IconRoute : IconGift
      return (
        <Line
          icon={<Kind className="ic neg" aria-hidden />}
          title={say('needOption', { option: option.option_name })}
          link={
            <RowsLink className="" {...pending({ options: [option.option_id] })}>
              {say('needOptionLink', count(asked))}
            </RowsLink>
          }
        >
          {say('needOptionText', count(asked))}{' '}
          {similar &&
            say(isTrack ? 'needOptionSimilarTrack' : 'needOptionSimilarItem', {
              ...count(similar.available_to_register),
              option: similar.option_name,
            })}
        </Line>
      )
    }
    case 'waiting':
      return (
        <Line
          icon={<IconClockExclamation className="ic warnc" aria-hidden />}
          title={say('needWait', count(need.count))}
          link={
            <RowsLink className="" {...pending({ waitingDays: LONG_DAYS + 1 })}>
              {say('needWaitLink', count(need.count))}
            </RowsLink>
          }
        >
          {need.oldestAt !== null &&
            say('needWaitText', { ...count(need.count), day: sayDay(need.oldestAt, event.timezone, language, false) })}
        </Line>
      )
    case 'slot': {
      const { slot, asked, near } = need
      return (
        <Line
          icon={<IconMapPin className="ic warnc" aria-hidden />}
          title={say('needSlot', { ...count(asked), slot: slot.label })}
          link={
            <RowsLink className="" {...pending({ slots: [slot.label] })}>
              {say('needSlotLink', count(asked))}
            </RowsLink>
          }
        >
          {near && say('needSlotText', { ...count(near.available), slot: near.label })}
        </Line>
      )
    }
  }
}

function Line({
  icon,
  title,
  children,
  link,
}: {
  icon: ReactNode
  title: string
  children: ReactNode
  link: ReactNode
}) {
  return (
    <li>
      {icon}
      <div>
        <b>{title}</b> {children}
        {link && <br />}
        {link}
      </div>
    </li>
  )
}
