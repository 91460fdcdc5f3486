import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Capacity } from './Capacity.tsx'
import { Destinations } from './Destinations.tsx'
import { MoveResults } from './MoveResults.tsx'
import { SlotPeople } from './SlotPeople.tsx'
import { focusSlot } from './board.ts'
import type { Board } from './board.ts'
import type { Slot } from './slots-query.ts'
import { useOptionWords } from './words.ts'

/** An open slot: how full it is, who is in it, and where they could go. */
export function SlotPanel({ board, slot, onPickUp }: { board: Board; slot: Slot; onPickUp: () => void }) {
  const say = useOptionWords()
  const language = useLanguage()
  const mayRead = useMay('registration.read')
  const mayDecide = useMay('registration.decide')
  const mayManage = useMay('event.manage')
  const [isChanging, setChanging] = useState(false)
  const { capacity, committed_count: committed } = slot
  const asked = board.askedFor(slot)
  const left = capacity - committed
  const count = (number: number) => sayCount(number, language)
  const close = () => {
    focusSlot(slot.id)
    board.open(undefined)
  }
  const words = {
    label: slot.label,
    committed: count(committed),
    capacity: count(capacity),
    asked: count(asked),
    left: count(left),
  }
  return (
    <>
      <div className="row sb">
        <h2 className="s5 slh">{useSlotTitle(board, slot)}</h2>
        <button type="button" className="btn q sm" aria-label={say('close')} onClick={close}>
          <IconX className="ic l" aria-hidden />
        </button>
      </div>
      <p className="s3 mut slsay">
        {left === 0 ? <b className="neg">{say('full')}.</b> : <b>{say('left', { shown: count(left) })}.</b>}{' '}
        {say('fullText', words)}
        {asked > 0 && (
          <>
            ,{' '}
            {mayRead ? (
              <Link to={paths.registrations(board.event.id)} search={{ status: 'PENDING', slot: slot.label } as never}>
                {say('askMore', { count: asked, shown: count(asked) })}
              </Link>
            ) : (
              say('askMore', { count: asked, shown: count(asked) })
            )}
          </>
        )}
        .
      </p>
      <AllotmentBar
        committed={committed}
        pending={asked}
        total={capacity}
        holds={board.event.hold_policy.slot === 'hold'}
        size="md"
        label={say('cell', words)}
      />
      {mayManage && slot.is_defined && (
        <Capacity key={slot.id} eventId={board.event.id} slot={slot} isOpen={isChanging} onOpen={setChanging} />
      )}
      {board.moves.move && <MoveResults board={board} />}
      {mayRead && <SlotPeople key={`in ${slot.id}`} board={board} slot={slot} mayMove={mayDecide} />}
      {mayRead && mayDecide && committed > 0 && (
        <Destinations key={`to ${slot.id}`} board={board} slot={slot} onPickUp={onPickUp} />
      )}
    </>
  )
}

function useSlotTitle({ event }: Board, slot: Slot): string {
  const say = useOptionWords()
  const language = useLanguage()
  if (slot.starts_at === null || slot.location === null) return slot.label
  const from = sayTime(slot.starts_at, event.timezone, language)
  const time =
    slot.ends_at === null ? from : say('timeRange', { from, to: sayTime(slot.ends_at, event.timezone, language) })
  return `${slot.location}, ${time}`
}
