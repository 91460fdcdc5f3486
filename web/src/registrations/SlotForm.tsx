import selectSheet from './select.css?inline'
import { Select } from '@mantine/core'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useSlots } from '../options/slots-query.ts'
import { sayCount } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

type Props = { registration: Registration; isBusy: boolean; onChoose: (label: string) => void; onClose: () => void }

/** Another slot, out of those there are with how much room; any words where the event defines none. */
export function SlotForm({ registration, isBusy, onChoose, onClose }: Props) {
  useSheets(selectSheet)
  const say = useRegistrationWords()
  const language = useLanguage()
  const id = useId()
  const { data: slots } = useSlots(registration.event_id)
  const [label, setLabel] = useState('')
  const now = registration.assigned_pickup_slot ?? registration.preferred_pickup_slot
  const isDefined = slots?.some((slot) => slot.is_defined) ?? false
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '') onChoose(label.trim())
  }
  return (
    <form className="rgform" onSubmit={submit}>
      {isDefined ? (
        <Select
          label={say('slotTitle')}
          placeholder={say('slotChoose')}
          searchable
          nothingFoundMessage={say('slotNone')}
          limit={100}
          withScrollArea={false}
          classNames={{ input: 'selin', dropdown: 'seldrop' }}
          styles={{ options: { maxHeight: 280, overflowY: 'auto' } }}
          value={label === '' ? null : label}
          onChange={(value) => setLabel(value ?? '')}
          data={slots?.map((slot) => ({
            value: slot.label,
            label:
              slot.available > 0
                ? say('slotLeft', { label: slot.label, shown: sayCount(slot.available, language) })
                : say('slotFull', { label: slot.label }),
            disabled: slot.available === 0 || slot.label === now,
          }))}
        />
      ) : (
        <label htmlFor={id} className="col">
          <span className="b">{say('slotTitle')}</span>
          <span className="s2 mut">{say('slotFree')}</span>
          <input
            id={id}
            className="inp"
            maxLength={100}
            value={label}
            autoFocus
            onChange={({ target }) => setLabel(target.value)}
          />
        </label>
      )}
      <div className="row">
        <button type="submit" className="btn pri" disabled={isBusy || label.trim() === ''}>
          {label.trim() === '' ? say('slotChoose') : say('slotDo', { slot: label.trim() })}
        </button>
        <button type="button" className="btn q" onClick={onClose}>
          {say('keep')}
        </button>
      </div>
    </form>
  )
}
