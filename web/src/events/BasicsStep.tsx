import { useId } from 'react'
import type { Schema } from '../api.ts'
import { CLONE_DAYS, followBegin } from './clone-draft.ts'
import type { Draft } from './draft.ts'
import { AreaField, SelectField, TextField } from '../ui/Fields.tsx'
import { MomentField } from './MomentField.tsx'
import { useSayWrong } from './say-wrong.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

const kinds = ['ANNUAL_DAY', 'GIFTING', 'CONFERENCE', 'WORKSHOP', 'SOCIAL', 'OTHER'] as const
export const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

type Props = { studio: Studio; first: Draft; copyOf: Schema<'Event'> | undefined }

export function BasicsStep({ studio, first, copyOf }: Props) {
  const say = useStudioWords()
  const wrong = useSayWrong(studio)
  const listId = useId()
  const { fields } = studio.draft
  const zone = fields.timezone.trim()
  const bind = (name: 'name' | 'description' | 'venue' | 'timezone') => ({
    value: fields[name],
    onChange: (value: string) => studio.setField(name, value),
    onLeave: () => studio.touch(name),
    error: wrong(name),
  })
  const moment = (name: 'event_date' | 'ends_at' | 'registration_start_date' | 'registration_end_date') => ({
    value: fields[name],
    zone,
    onChange: (value: string) => studio.setField(name, value),
    onLeave: () => studio.touch(name),
    error: wrong(name),
  })
  return (
    <>
      <h1 tabIndex={-1}>{say('basicsTitle')}</h1>
      <p className="mut lead">{say('basicsText')}</p>
      {copyOf && <p className="note">{say('cloned', { name: copyOf.name, count: CLONE_DAYS })}</p>}
      <div className="sform">
        <TextField label={say('name')} most={200} {...bind('name')} />
        <SelectField
          label={say('kind')}
          value={fields.event_type}
          onChange={(value) => studio.setField('event_type', value)}
          options={kinds.map((kind) => [kind, say(kind)] as const)}
        />
        <TextField label={say('venue')} most={500} {...bind('venue')} />
        <TextField label={say('timezone')} hint={say('timezoneText')} most={64} list={listId} {...bind('timezone')} />
        <datalist id={listId}>
          {zones.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div className="wide">
          <AreaField label={say('description')} most={10_000} {...bind('description')} />
        </div>
        <MomentField
          label={say('begins')}
          {...moment('event_date')}
          onChange={(value) =>
            copyOf
              ? studio.setDraft((before) => followBegin(first, before, value))
              : studio.setField('event_date', value)
          }
        />
        <MomentField label={say('ends')} usualTime="18:00" {...moment('ends_at')} />
        <MomentField label={say('opens')} hint={say('opensText')} {...moment('registration_start_date')} />
        <MomentField
          label={say('closes')}
          hint={say('closesText')}
          usualTime="18:00"
          {...moment('registration_end_date')}
        />
      </div>
    </>
  )
}
