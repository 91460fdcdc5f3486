import { fromMinor } from '@allot/core'
import { IconAlertTriangle, IconClock, IconGift, IconRoute } from '@tabler/icons-react'
import { useLiveEvent } from '../shell/live-context.ts'
import { ConflictNote } from '../ui/Conflict.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { CoinIcon } from './CoinIcon.tsx'
import { shortagesOf } from './counts.ts'
import type { Counts, Shortage } from './counts.ts'
import type { Outcome, Refusal } from './answers.ts'
import { isUnderWay } from './decisions.ts'
import type { Verdict } from './decisions.ts'
import { FitNote } from './FitNote.tsx'
import type { Row, RowChange } from './row.ts'
import type { Fit } from './trial.ts'
import { useApprovalWords } from './words.ts'

type Props = {
  row: Row
  counts: Counts | undefined
  outcome: Outcome | undefined
  verdict: Verdict | undefined
  change: RowChange | undefined
  fit: Fit | undefined
  onUnread: () => void
}

/** Where a request stands: what would become of it, or what became of it, or what it is short of as counted now. */
export function StateCell({ row, counts, outcome, verdict, change, fit, onUnread }: Props) {
  const say = useApprovalWords()
  if (change === 'gone') return <Gone id={row.id} />
  if (fit && !isUnderWay(outcome) && outcome?.step !== 'done') {
    return <FitNote fit={fit} currency={counts?.currency ?? 'EUR'} onUnread={onUnread} />
  }
  switch (outcome?.step) {
    case 'held':
    case 'sending':
      return <State kind="held" text={say(verdict?.to === 'REJECTED' ? 'rejecting' : 'approving')} />
    case 'done':
      return <Done registration={outcome.registration} />
    case 'refused':
      return <Refused refusal={outcome.refusal} row={row} counts={counts} />
    case 'unknown':
      return (
        <span className="neg">
          <IconAlertTriangle className="ic" aria-hidden /> {say('unknown')}
        </span>
      )
    case undefined: {
      const [shortage] = counts ? shortagesOf(row, counts) : []
      return shortage && counts ? (
        <ShortageNote shortage={shortage} counts={counts} />
      ) : (
        <State kind="pending" text={say('pending')} />
      )
    }
  }
}

function Gone({ id }: { id: string }) {
  const say = useApprovalWords()
  const { entries } = useLiveEvent()
  const name = entries.find(({ registration_id: entryId }) => entryId === id)?.actor_name
  return <State kind="left" text={name ? say('goneBy', { name }) : say('gone')} />
}

function Done({ registration }: { registration: Row }) {
  const say = useApprovalWords()
  const slot = registration.assigned_pickup_slot
  if (registration.status === 'REJECTED') return <State kind="rejected" text={say('rejected')} />
  return <State kind="approved" text={slot === null ? say('approved') : say('approvedIn', { slot })} />
}

function State({ kind, text }: { kind: 'pending' | 'held' | 'approved' | 'rejected' | 'left'; text: string }) {
  return (
    <span className="st" title={text}>
      <Mark kind={kind} />
      <span className="tr">{text}</span>
    </span>
  )
}

const kindOf = {
  BUDGET_EXHAUSTED: 'money',
  INVENTORY_EXHAUSTED: 'option',
  SLOT_CONFLICT: 'slot',
  REGISTRATION_CLOSED: undefined,
  TIME_OVERLAP: undefined,
} as const

/** Short, with the figures of now, while it is still short of the same; else in the words of the refusal. */
function Refused({ refusal, row, counts }: { refusal: Refusal; row: Row; counts: Counts | undefined }) {
  const [first] = refusal.conflicts
  const same = first && counts && shortagesOf(row, counts).find(({ kind }) => kind === kindOf[first.conflict_type])
  if (same) return <ShortageNote shortage={same} counts={counts} />
  if (!first) {
    return (
      <span className="neg" title={refusal.message}>
        {refusal.message}
      </span>
    )
  }
  return (
    <span title={first.message}>
      <ConflictNote conflict={first} />
    </span>
  )
}

/** One shortage in a line: what is short in bold, then by how much. */
function ShortageNote({ shortage, counts }: { shortage: Shortage; counts: Counts }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, counts.currency), counts.currency, language)
  const count = (number: number) => sayCount(number, language)
  switch (shortage.kind) {
    case 'money':
      return (
        <span>
          <b className="neg">
            <CoinIcon currency={counts.currency} className="ic" /> {say('short_money')}
          </b>{' '}
          {say('moneyShort', { needed: money(shortage.neededMinor), left: money(shortage.leftMinor) })}
        </span>
      )
    case 'option':
      return (
        <span>
          <b className="neg">
            {shortage.isTrack ? <IconRoute className="ic" aria-hidden /> : <IconGift className="ic" aria-hidden />}{' '}
            {say(shortage.isTrack ? 'short_place' : 'short_stock')}
          </b>{' '}
          {say(shortage.isTrack ? 'full' : 'allGiven', {
            committed: count(shortage.stock.committed),
            total: count(shortage.stock.total),
          })}
        </span>
      )
    case 'slot':
      return (
        <span>
          <b className="neg">
            <IconClock className="ic" aria-hidden /> {say('short_slot')}
          </b>{' '}
          {say('full', {
            committed: count(shortage.stock.committed),
            total: count(shortage.stock.total),
          })}
        </span>
      )
  }
}
