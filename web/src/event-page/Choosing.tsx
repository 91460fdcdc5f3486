import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Unreachable } from '../api.ts'
import type { Registration } from '../mine/my-registrations.ts'
import { isLive } from '../mine/my-registrations.ts'
import { useNow } from '../mine/online.ts'
import { slotsQuery } from '../mine/slots.ts'
import { paths } from '../paths.ts'
import { AskFooter } from './AskFooter.tsx'
import { Facts } from './Facts.tsx'
import { OptionGroups } from './OptionGroups.tsx'
import { OwnTime } from './OwnTime.tsx'
import { SlotPicker } from './SlotPicker.tsx'
import { conflictsOf } from './WhyNot.tsx'
import { useAsking } from './asking.ts'
import type { Wish } from './asking.ts'
import { useChecks } from './checking.ts'
import { choose, standingOf, takesSlot } from './choice.ts'
import type { Event, Opening, Option } from './choice.ts'
import { useEventPageWords } from './words.ts'

type Props = { event: Event; opening: Opening; mine: Registration[]; isOnline: boolean }

/** Choosing and asking: the choice stays what it is while the figures around it move. */
export function Choosing({ event, opening, mine, isOnline }: Props) {
  const say = useEventPageWords()
  const navigate = useNavigate()
  const now = useNow()
  const [chosenIds, setChosenIds] = useState<string[]>([])
  const [slotLabel, setSlotLabel] = useState('')
  const [note, setNote] = useState('')
  const [isMissingSlot, setMissingSlot] = useState(false)
  const slots = useQuery(slotsQuery(event.id)).data ?? []
  const { outcomes, ask, forget, isAsking } = useAsking(event.id, () => void navigate({ to: paths.mine }))

  const limit = event.registration_limit
  // What was chosen and is full by now stays marked; the row says that it filled up meanwhile.
  const chosen = event.options.filter(({ id }) => chosenIds.includes(id))
  const open = chosen.filter((option) => standingOf(option, limit, mine).kind === 'open')
  const withSlot = open.filter((option) => takesSlot(option, event))
  const defined = slots.filter(({ is_defined }) => is_defined)
  const slot = slots.find(({ label }) => label === slotLabel)
  const hasRoomSomewhere = defined.some(({ available }) => available > 0)
  const wishOf = (option: Option): Wish => ({
    event_option_id: option.id,
    ...(takesSlot(option, event) && slotLabel.trim() !== '' ? { preferred_pickup_slot: slotLabel.trim() } : {}),
    ...(note.trim() === '' ? {} : { notes: note.trim() }),
  })
  const conflicts = useChecks(event.id, open.map(wishOf), isOnline && !isAsking)
  const isShort = (option: Option) =>
    [...(conflicts.get(option.id) ?? []), ...conflictsOf(refusalOf(option))].some(
      ({ conflict_type }) => conflict_type !== 'REGISTRATION_CLOSED' && conflict_type !== 'SLOT_CONFLICT',
    )
  const refusalOf = (option: Option) => {
    const outcome = outcomes[option.id]
    return outcome?.kind === 'refused' ? outcome.error : undefined
  }
  const askable = open.filter((option) => !isShort(option))
  const needsSlot = askable.some((option) => takesSlot(option, event)) && hasRoomSomewhere
  const lacksSlot = needsSlot && (slot === undefined || slot.available === 0)

  const setChosen = (options: readonly Option[]) => {
    forget(chosenIds)
    setMissingSlot(false)
    setChosenIds(options.map(({ id }) => id))
  }
  const chooseSlot = (label: string) => {
    forget(chosenIds)
    setSlotLabel(label)
  }
  const takeInstead = (option: Option, otherId: string) => {
    const other = event.options.find(({ id }) => id === otherId)
    if (!other) return
    setChosen(
      choose(
        chosen.filter(({ id }) => id !== option.id),
        other,
        limit,
      ),
    )
    document.getElementById(`option-${otherId}`)?.focus()
  }
  const askForAll = () => {
    if (lacksSlot) {
      setMissingSlot(true)
      const group = document.getElementById('slots')
      group?.scrollIntoView({ block: 'center' })
      group?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus()
      return
    }
    ask(askable.map(wishOf))
  }
  const title = event.options.some(({ option_type }) => option_type === 'INVENTORY')
    ? say(withSlot.length > 1 ? 'pickUpMany' : 'pickUp')
    : say('whenCome')
  const results = Object.values(outcomes)
  const openOptions = event.options.filter((option) => standingOf(option, limit, mine).kind === 'open')
  const openTypes = new Set(openOptions.map(({ option_type }) => option_type))
  return (
    <>
      <main className="mm">
        <Facts event={event} opening={opening} />
        <OptionGroups
          event={event}
          mine={mine}
          choosing={{
            chosen,
            conflicts,
            outcomes,
            onChoose: (option) => setChosen(choose(chosen, option, limit)),
            onDrop: (options) => setChosen(chosen.filter(({ id }) => !options.some((dropped) => dropped.id === id))),
            onInstead: takeInstead,
            slotOf: (option) => (takesSlot(option, event) ? slotLabel.trim() : undefined),
          }}
        />
        {withSlot.length > 0 && defined.length > 0 && (
          <SlotPicker
            title={title}
            slots={defined}
            zone={event.timezone}
            now={now}
            value={slotLabel}
            isMissing={isMissingSlot}
            isAsking={isAsking}
            onChoose={chooseSlot}
          />
        )}
        {withSlot.length > 0 && defined.length === 0 && (
          <OwnTime title={title} proposed={slots} value={slotLabel} onChange={chooseSlot} />
        )}
        {open.length > 0 && <NoteField value={note} onChange={setNote} />}
      </main>
      <AskFooter
        event={event}
        askable={askable}
        slot={withSlot.length > 0 ? slot : undefined}
        ownTime={withSlot.length > 0 && defined.length === 0 ? slotLabel.trim() : ''}
        lacksSlot={lacksSlot}
        isOnline={isOnline}
        isAsking={isAsking}
        asked={results.filter(({ kind }) => kind === 'asked').length}
        refused={results.filter(({ kind }) => kind === 'refused').length}
        isUnknown={results.some((outcome) => outcome.kind === 'refused' && outcome.error instanceof Unreachable)}
        canChoose={openTypes.size > 0}
        isOneEach={limit === 'one_per_type' && openTypes.size === 2}
        hasMine={mine.some(isLive)}
        onAsk={askForAll}
      />
    </>
  )
}

function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const say = useEventPageWords()
  const id = useId()
  return (
    <section className="og notefield">
      <label htmlFor={id} className="b">
        {say('note')}
      </label>
      <p className="s3 mut" id={`${id}-hint`}>
        {say('noteHint')}
      </p>
      <textarea
        id={id}
        className="inp"
        rows={2}
        maxLength={2000}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
    </section>
  )
}
