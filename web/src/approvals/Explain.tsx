import { fromMinor } from '@allot/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { ConflictNote } from '../ui/Conflict.tsx'
import { sayCount, sayMoment, sayMoney } from '../ui/format.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { SlotChoice } from './SlotChoice.tsx'
import { shortagesOf } from './counts.ts'
import type { Counts, Shortage } from './counts.ts'
import { isUnderWay } from './decisions.ts'
import type { Outcome } from './answers.ts'
import { TrialWays, TrialWhy } from './ExplainTrial.tsx'
import type { Tried } from './ExplainTrial.tsx'
import type { Row } from './row.ts'
import { useApprovalWords } from './words.ts'

export type RowActions = {
  approve: (row: Row, slot?: string) => void
  reject: (row: Row, notes?: string) => void
  /** Has the trial give it another slot. */
  tryIn: (row: Row, slot: string) => void
  move: (row: Row, slot: string) => void
  moveError: unknown
  mayDecide: boolean
}

type Props = {
  eventId: string
  row: Row
  outcome: Outcome | undefined
  /** What a trial says of it, where it is chosen. */
  tried: Tried | undefined
  counts: Counts
  actions: RowActions
}

/** An opened row: why it fits or does not, in full, and what can be done instead. */
export function Explain({ eventId, row, outcome, tried, counts, actions }: Props) {
  const say = useApprovalWords()
  const language = useLanguage()
  const { name } = row.person
  const isApproved = outcome?.step === 'done' && outcome.registration.status === 'APPROVED'
  const canDecide = actions.mayDecide && !isUnderWay(outcome) && outcome?.step !== 'done'
  return (
    <div className="exl">
      <div>
        {tried ? (
          <TrialWhy request={row} tried={tried} currency={counts.currency} />
        ) : outcome?.step === 'refused' ? (
          <RefusedWhy outcome={outcome} />
        ) : outcome?.step === 'unknown' ? (
          <p>{say('unknownLong')}</p>
        ) : outcome === undefined ? (
          <WhyNow row={row} counts={counts} />
        ) : null}
        <p className="dim s2">
          <b className="exn">{name}</b>
          {row.person.email !== undefined && <>, {row.person.email}</>}.{' '}
          {say('asked', { name, moment: sayMoment(row.created_at, counts.zone, language) })}{' '}
          {row.notes !== null && row.notes !== '' && <span className="exnote">{say('note', { note: row.notes })}</span>}{' '}
          <Link className="nw" to={paths.registration(eventId, row.id)}>
            {say('open')}
          </Link>
        </p>
        {isApproved && actions.moveError !== null && <ErrorNote error={actions.moveError} />}
      </div>
      <div className="alts">
        {isApproved && (
          <SlotChoice
            label={say('moveTo')}
            wanted={outcome.registration.assigned_pickup_slot}
            counts={counts}
            isDirect={false}
            onChoose={(slot) => actions.move(outcome.registration, slot)}
          />
        )}
        {canDecide &&
          (tried ? (
            <TrialWays
              request={row}
              tried={tried}
              onOffer={(notes) => actions.reject(row, notes)}
              onTryIn={(slot) => actions.tryIn(row, slot)}
              onReject={() => actions.reject(row)}
            />
          ) : (
            <Ways row={row} outcome={outcome} counts={counts} actions={actions} />
          ))}
      </div>
    </div>
  )
}

/** What is short as counted now, or that nothing is. */
function WhyNow({ row, counts }: { row: Row; counts: Counts }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const shortages = shortagesOf(row, counts)
  if (shortages.length === 0) {
    const leftMinor = counts.moneyMinor.total - counts.moneyMinor.committed
    const money = sayMoney(fromMinor(leftMinor, counts.currency), counts.currency, language)
    return <p>{say(row.preferred_pickup_slot === null ? 'fitsNowNoSlot' : 'fitsNow', { money })}</p>
  }
  return (
    <>
      <p>{say('shortNow')}</p>
      <ul>
        {shortages.map((shortage) => (
          <li key={shortage.kind}>
            <Missing row={row} shortage={shortage} counts={counts} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Missing({ row, shortage, counts }: { row: Row; shortage: Shortage; counts: Counts }): ReactNode {
  const say = useApprovalWords()
  const language = useLanguage()
  const money = (amountMinor: number) => sayMoney(fromMinor(amountMinor, counts.currency), counts.currency, language)
  const count = (number: number) => sayCount(number, language)
  switch (shortage.kind) {
    case 'money':
      return say('moneyMissing', {
        missing: money(shortage.neededMinor - shortage.leftMinor),
        needed: money(shortage.neededMinor),
        left: money(shortage.leftMinor),
      })
    case 'option':
      return say(shortage.isTrack ? 'placeMissing' : 'stockMissing', {
        option: row.option_name,
        committed: count(shortage.stock.committed),
        total: count(shortage.stock.total),
        asked: count(counts.askedForOption(row.event_option_id)),
      })
    case 'slot':
      return say('slotMissing', {
        slot: shortage.label,
        committed: count(shortage.stock.committed),
        total: count(shortage.stock.total),
        asked: count(counts.askedForSlot(shortage.label)),
      })
  }
}

/** What the server said when it refused: everything that is short, the headline first. */
function RefusedWhy({ outcome }: { outcome: Extract<Outcome, { step: 'refused' }> }) {
  const say = useApprovalWords()
  const { conflicts, message } = outcome.refusal
  if (conflicts.length === 0) return <p>{message}</p>
  return (
    <>
      <p>{say('refused')}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.conflict_type}>
            <ConflictNote conflict={conflict} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Approve, into another slot where the slot is what is short, or reject; with another option where that is full. */
function Ways({ row, outcome, counts, actions }: Pick<Props, 'row' | 'outcome' | 'counts' | 'actions'>) {
  const say = useApprovalWords()
  const language = useLanguage()
  const shortages = shortagesOf(row, counts)
  const conflicts = outcome?.step === 'refused' ? outcome.refusal.conflicts : []
  const offered = conflicts.find(({ conflict_type: type }) => type === 'SLOT_CONFLICT')?.alternative_slots
  const isSlotShort = offered !== undefined || shortages.some(({ kind }) => kind === 'slot')
  const isOptionShort =
    conflicts.some(({ conflict_type: type }) => type === 'INVENTORY_EXHAUSTED') ||
    shortages.some(({ kind }) => kind === 'option')
  const similar = counts.options
    .filter(
      (one) =>
        one.option_id !== row.event_option_id && one.option_type === row.option_type && one.available_to_register > 0,
    )
    .toSorted((a, b) => b.available_to_register - a.available_to_register)
    .slice(0, 2)
  return (
    <>
      {isOptionShort &&
        similar.map((one) => (
          <button
            key={one.option_id}
            type="button"
            className="btn sm"
            onClick={() => actions.reject(row, say('suggestion', { taken: row.option_name, option: one.option_name }))}
          >
            {say('suggest', { option: one.option_name })}{' '}
            <span className="dim">
              {say('slotLeft', { count: one.available_to_register, n: sayCount(one.available_to_register, language) })}
            </span>
          </button>
        ))}
      <SlotChoice
        label={say('approveInto')}
        wanted={row.preferred_pickup_slot}
        counts={counts}
        isDirect={isSlotShort}
        {...(offered === undefined ? {} : { offered })}
        onChoose={(slot) => actions.approve(row, slot)}
      />
      {!isSlotShort && (
        <button type="button" className="btn sm" onClick={() => actions.approve(row)}>
          {say('approve')}
        </button>
      )}
      <button type="button" className="btn sm dng" onClick={() => actions.reject(row)}>
        {say('reject')}
      </button>
    </>
  )
}
