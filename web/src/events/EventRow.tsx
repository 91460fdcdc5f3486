import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayDay, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useTell } from '../ui/Dialog.tsx'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { stateMarks, stateOf } from './event-state.ts'
import type { EventState } from './event-state.ts'
import { sayWhole } from './say-whole.ts'
import { useEventsWords } from './words.ts'

type EventProps = { event: Schema<'Event'> }

export function EventRow({ event }: EventProps) {
  const say = useEventsWords()
  const language = useLanguage()
  const canRead = useMay('registration.read')
  const state = stateOf(event, event.summary?.pending_count ?? 0)
  const isOld = state.kind === 'done' || state.kind === 'archived'
  const to = canRead ? paths.overview(event.id) : paths.eventPage(event.slug)
  const pending = event.summary?.pending_count ?? 0
  return (
    <tr className={isOld ? 'old' : undefined}>
      <td>
        <Link to={to} className="evname" title={event.name}>
          <b>{event.name}</b>
        </Link>
        <small>{event.event_date === null ? say('noDate') : sayDay(event.event_date, event.timezone, language)}</small>
      </td>
      <td>
        <span className="st">
          <Mark kind={stateMarks[state.kind]} />
          <StateWords state={state} event={event} />
        </span>
      </td>
      {canRead && (
        <>
          <td data-label={say('money')}>
            <MoneyCell event={event} />
          </td>
          <td data-label={say('places')}>
            <PlacesCell event={event} />
          </td>
          <td data-label={say('slots')}>
            <SlotsCell event={event} />
          </td>
          <td className="r" data-label={say('pending')}>
            {pending === 0 ? (
              <span className="dim">0</span>
            ) : (
              <Link to={paths.approvals(event.id)}>{sayCount(pending, language)}</Link>
            )}
          </td>
        </>
      )}
      <td className="r">
        <RowMenu event={event} />
      </td>
    </tr>
  )
}

function StateWords({ state, event }: { state: EventState; event: Schema<'Event'> }) {
  const say = useEventsWords()
  const language = useLanguage()
  switch (state.kind) {
    case 'closes':
      return say('openDays', { count: state.days })
    case 'opens':
      return say('opens', { day: sayDay(state.at, event.timezone, language, false) })
    case 'draft':
    case 'open':
      return say(state.kind)
    case 'deciding':
      return say('closedDeciding')
    case 'decided':
      return say('allDecided')
    case 'done':
      return say('isDone')
    case 'archived':
      return say('isArchived')
  }
}

function MoneyCell({ event }: EventProps) {
  const say = useEventsWords()
  const language = useLanguage()
  const { event_budget_amount: budget = 0, budget_committed: committed = 0, currency, summary } = event
  const requested = summary?.pending_amount ?? 0
  const over = committed + requested - budget
  const isUntouched = committed === 0 && requested === 0 && budget > 0
  const left = (isUntouched ? sayWhole : sayMoney)(budget - committed, currency, language)
  return (
    <Cell
      bar={
        <AllotmentBar
          committed={committed}
          pending={requested}
          total={budget}
          holds={event.hold_policy.budget === 'hold'}
          scale="zone"
        />
      }
      left={say(isUntouched ? 'untouched' : 'left', { amount: left })}
      over={over > 0 ? say('over', { amount: sayMoney(over, currency, language) }) : undefined}
      total={say('of', { total: sayWhole(budget, currency, language) })}
    />
  )
}

function PlacesCell({ event }: EventProps) {
  const say = useEventsWords()
  const { places_total: total = 0, places_committed: committed = 0, pending_count: pending = 0 } = event.summary ?? {}
  return (
    <CountCell
      total={total}
      committed={committed}
      pending={pending}
      holds={event.hold_policy.stock === 'hold'}
      fullWord={say('allGiven')}
    />
  )
}

function SlotsCell({ event }: EventProps) {
  const say = useEventsWords()
  const { slots_total: total = 0, slots_committed: committed = 0, pending_count: pending = 0 } = event.summary ?? {}
  return (
    <CountCell
      total={total}
      committed={committed}
      pending={total === 0 ? 0 : pending}
      holds={event.hold_policy.slot === 'hold'}
      fullWord={say('full')}
    />
  )
}

type CountProps = { total: number; committed: number; pending: number; holds: boolean; fullWord: string }

function CountCell({ total, committed, pending, holds, fullWord }: CountProps) {
  const say = useEventsWords()
  const language = useLanguage()
  if (total === 0) return <span className="mut">{say('none')}</span>
  const left = total - committed
  const over = committed + pending - total
  return (
    <Cell
      bar={<AllotmentBar committed={committed} pending={pending} total={total} holds={holds} scale="zone" />}
      left={left === 0 ? <b>{fullWord}</b> : say('left', { amount: sayCount(left, language) })}
      over={over > 0 ? say('over', { amount: sayCount(over, language) }) : undefined}
      total={say('of', { total: sayCount(total, language) })}
    />
  )
}

type CellProps = { bar: ReactNode; left: ReactNode; over: string | undefined; total: string }

function Cell({ bar, left, over, total }: CellProps) {
  return (
    <div className="pc">
      {bar}
      <div className="row sb s2">
        <span className="mut">{left}</span>
        {over === undefined ? <span className="dim of">{total}</span> : <b className="neg">{over}</b>}
      </div>
    </div>
  )
}

function RowMenu({ event }: EventProps) {
  const say = useEventsWords()
  const tell = useTell()
  const client = useQueryClient()
  const navigate = useNavigate()
  const canManage = useMay('event.manage')
  const [isArchiving, setArchiving] = useState(false)
  const restore = useAction(
    (is_active: boolean, headers) =>
      take(api.PUT('/events/{event_id}', { params: { path: { event_id: event.id } }, body: { is_active }, headers })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['events'] })
        tell(say('restored', { name: event.name }))
      },
    },
  )
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className="btn q sm" aria-label={`${say('actions')}: ${event.name}`}>
            <IconDots className="ic" aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={paths.eventPage(event.slug)}>
            {say('page')}
          </Menu.Item>
          {canManage && (
            <>
              <Menu.Item component={Link} to={paths.studio(event.id)}>
                {say('edit')}
              </Menu.Item>
              <Menu.Item onClick={() => void navigate({ to: paths.newEvent, search: { from: event.id } })}>
                {say('clone')}
              </Menu.Item>
              {event.is_active ? (
                <Menu.Item color="var(--danger)" onClick={() => setArchiving(true)}>
                  {say('archive')}
                </Menu.Item>
              ) : (
                <Menu.Item onClick={() => restore.run(true)}>{say('restore')}</Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isArchiving && <ArchiveDialog event={event} onClose={() => setArchiving(false)} />}
    </>
  )
}
