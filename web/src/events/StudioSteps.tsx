import { useQuery } from '@tanstack/react-query'
import { IconCheck, IconCloudCheck, IconCloudOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { sayDay, sayMoney, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { isBlank, readMoment } from './draft.ts'
import { slotsQuery } from './load-event.ts'
import { readMoney } from './read-number.ts'
import { isStepDone, stepNames } from './steps.ts'
import type { StepName } from './steps.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { studio: Studio; step: StepName; onGo: (step: StepName) => void }

/** The steps at the side, each with what it says so far, and whether all of it is saved. */
export function StudioSteps({ studio, step, onGo }: Props) {
  const say = useStudioWords()
  const list = useRef<HTMLOListElement>(null)
  // On a phone the steps lie side by side: the one that is open is in sight.
  useEffect(() => {
    list.current?.querySelector('.cur')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [step])
  return (
    <nav className="steps" aria-label={say('steps')}>
      <ol ref={list}>
        {stepNames.map((name, index) => {
          const isDone = name !== step && isStepDone(studio, name)
          const isHere = name === step
          return (
            <li key={name} className={isHere ? 'cur' : isDone ? 'done' : undefined}>
              <button type="button" aria-current={isHere ? 'step' : undefined} onClick={() => onGo(name)}>
                <span className="n" aria-hidden>
                  {isDone ? <IconCheck className="ic" /> : index + 1}
                </span>
                <span className="grow">
                  {say(name)}
                  <small>
                    <Said studio={studio} step={name} />
                  </small>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <SavedLine studio={studio} />
    </nav>
  )
}

function Said({ studio, step }: { studio: Studio; step: StepName }) {
  const say = useStudioWords()
  const language = useLanguage()
  const { fields, rows } = studio.draft
  const eventId = studio.base?.event.id
  const slots = useQuery({ ...slotsQuery(eventId ?? ''), enabled: eventId !== undefined && step === 'slots' })
  switch (step) {
    case 'basics': {
      const begins = studio.wrongs.timezone ? null : readMoment(fields.event_date, fields.timezone)
      return [fields.name.trim(), begins ? sayDay(begins, fields.timezone, language, false) : '']
        .filter(Boolean)
        .join(', ')
    }
    case 'budget': {
      const amount = readMoney(fields.event_budget_amount, language)
      return amount === undefined ? '' : sayMoney(amount, fields.currency, language)
    }
    case 'options':
      return say('optionCount', { count: rows.filter((row) => !row.isRemoved && !isBlank(row)).length })
    case 'slots': {
      const defined = slots.data?.filter(({ is_defined: isDefined }) => isDefined).length
      if (defined === undefined) return ''
      return defined === 0 ? say('noSlots') : say('slotCount', { count: defined })
    }
    case 'rules':
      return say('who')
    case 'review': {
      const event = studio.base?.event
      if (!event) return ''
      return say(event.is_active ? (event.published ? 'isLive' : 'isDraft') : 'isArchived')
    }
  }
}

function SavedLine({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const language = useLanguage()
  const { base, isDirty, isSaving } = studio
  const home = Intl.DateTimeFormat().resolvedOptions().timeZone
  const time = base && sayTime(base.event.updated_at, home, language)
  const said = isSaving
    ? say('saving')
    : base === null
      ? say('notOnServer')
      : isDirty
        ? say('notSaved')
        : say(base.event.published ? 'savedLive' : 'savedAt', { time: time ?? '' })
  const Glyph = base === null || isDirty ? IconCloudOff : IconCloudCheck
  return (
    <p className="sv" role="status">
      <Glyph className="ic" aria-hidden /> {said}
    </p>
  )
}
