import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { Note } from '../ui/Notes.tsx'
import { BasicsStep } from './BasicsStep.tsx'
import { BudgetStep } from './BudgetStep.tsx'
import { CostAside } from './CostAside.tsx'
import { OptionsStep } from './OptionsStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RulesStep } from './RulesStep.tsx'
import { SlotsStep } from './SlotsStep.tsx'
import { StaleNote } from './StaleNote.tsx'
import { StudioFooter } from './StudioFooter.tsx'
import { StudioSteps } from './StudioSteps.tsx'
import type { Draft } from './draft.ts'
import type { Loaded } from './load-event.ts'
import { stepNames, stepOf } from './steps.ts'
import type { StepName } from './steps.ts'
import { useStudio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { studioKey: string; loaded: Loaded | null; draft: Draft; copyOf?: Schema<'Event'> }

export function StudioForm({ studioKey, loaded, draft, copyOf }: Props) {
  const say = useStudioWords()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { step?: string; from?: string }
  const studio = useStudio({ studioKey, loaded, draft })
  const step = stepOf(search.step)
  const eventId = studio.base?.event.id
  const page = useRef<HTMLDivElement>(null)
  // A step is a page of its own: one begins reading at its top, and a screen reader hears its name.
  useEffect(() => {
    page.current?.scrollTo(0, 0)
    page.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [step])

  const go = (to: StepName, at = loaded?.event.id) => {
    const path = at === undefined ? paths.newEvent : paths.studio(at)
    void navigate({ to: path, search: { ...search, step: to } })
  }
  const next = stepNames[stepNames.indexOf(step) + 1]
  const previous = stepNames[stepNames.indexOf(step) - 1]
  return (
    <div className="studio" ref={page}>
      <StudioSteps studio={studio} step={step} onGo={go} />
      <div className="stm">
        {studio.isBack && studio.isDirty && (
          <Note
            actions={
              <button type="button" className="btn sm" onClick={studio.startOver}>
                {say(studio.base ? 'startOver' : 'startAnew')}
              </button>
            }
          >
            {say('back')}
          </Note>
        )}
        {studio.stale ? (
          <StaleNote studio={studio} />
        ) : (
          <>
            {step === 'basics' && <BasicsStep studio={studio} first={draft} copyOf={loaded ? undefined : copyOf} />}
            {step === 'budget' && <BudgetStep studio={studio} />}
            {step === 'options' && <OptionsStep studio={studio} />}
            {step === 'slots' && <SlotsStep studio={studio} from={search.from} />}
            {step === 'rules' && <RulesStep studio={studio} />}
            {step === 'review' && <ReviewStep studio={studio} onGo={go} />}
            <StudioFooter studio={studio} step={step} previous={previous} next={next} onGo={go} />
          </>
        )}
      </div>
      <CostAside key={eventId ?? 'new'} studio={studio} />
    </div>
  )
}
