import { fromMinor } from '@allot/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEvent, useVariance } from '../session/event.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { minor } from './counts.ts'
import { facetsQuery, slotsQuery } from './queries.ts'
import { useApprovalWords } from './words.ts'

/** Money, places and slots of an event, each with what is left; on every page where something is decided. */
export function Meters({ eventId }: { eventId: string }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const { data: event } = useEvent(eventId)
  const { data: variance } = useVariance(eventId)
  const { data: slots } = useQuery(slotsQuery(eventId))
  const { data: facets } = useQuery(facetsQuery(eventId))
  if (!event || !variance) {
    return (
      <div className="meters" aria-busy="true">
        {[say('money'), say('places'), say('slots')].map((name) => (
          <div key={name} className="meter">
            <span className="mname">{name}</span> <Skeleton width={64} height={12} />
            <AllotmentBar committed={0} pending={0} total={1} scale="zone" />
          </div>
        ))}
      </div>
    )
  }
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, event.currency), event.currency, language)
  const count = (number: number) => sayCount(number, language)
  const options = variance.option_variance
  const { hold_policy: holds } = event
  return (
    <div className="meters">
      <Meter
        name={say('money')}
        committed={minor(variance.budget_committed, event.currency)}
        pending={minor(variance.pending_amount, event.currency)}
        total={minor(variance.total_budget, event.currency)}
        holds={holds.budget === 'hold'}
        format={money}
      />
      <Meter
        name={say('places')}
        committed={options.reduce((sum, option) => sum + option.committed_count, 0)}
        pending={variance.pending_registrations_count}
        total={options.reduce((sum, option) => sum + option.total_available, 0)}
        holds={holds.stock === 'hold'}
        format={count}
      />
      {slots && slots.length > 0 && (
        <Meter
          name={say('slots')}
          committed={slots.reduce((sum, slot) => sum + slot.committed_count, 0)}
          pending={facets?.slots.reduce((sum, slot) => sum + (slot.slot === null ? 0 : slot.count), 0) ?? 0}
          total={slots.reduce((sum, slot) => sum + slot.capacity, 0)}
          holds={holds.slot === 'hold'}
          format={count}
        />
      )}
    </div>
  )
}

type MeterProps = {
  name: string
  committed: number
  pending: number
  total: number
  holds: boolean
  format: (amount: number) => string
}

function Meter({ name, committed, pending, total, holds, format }: MeterProps) {
  const say = useApprovalWords()
  const left = format(Math.max(0, total - committed - (holds ? pending : 0)))
  return (
    <div className="meter">
      <span className="mname">{name}</span> <Filled text={say('left', { amount: HOLE })}>{<b>{left}</b>}</Filled>
      <AllotmentBar
        committed={committed}
        pending={pending}
        total={total}
        holds={holds}
        scale="zone"
        label={say('meterBar', {
          name,
          committed: format(committed),
          total: format(total),
          pending: format(pending),
          left,
        })}
      />
    </div>
  )
}

/** Stands in a sentence where something other than text goes. */
export const HOLE = '\u0001'

export function Filled({ text, children }: { text: string; children: ReactNode }) {
  const [before, after] = text.split(HOLE)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
