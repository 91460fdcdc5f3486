import { useNavigate } from '@tanstack/react-router'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { ImpactNote } from './ImpactNote.tsx'
import { RowError } from './save-draft.ts'
import { stepOfField } from './steps.ts'
import type { StepName } from './steps.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'
import { useImpact } from './use-impact.ts'

type Props = {
  studio: Studio
  step: StepName
  previous: StepName | undefined
  next: StepName | undefined
  onGo: (step: StepName, at?: string) => void
}

/** Back, on, and what stands in the way; an event that people see is saved when one says so, a draft at every step. */
export function StudioFooter({ studio, step, previous, next, onGo }: Props) {
  const say = useStudioWords()
  const navigate = useNavigate()
  const impacts = useImpact(studio)
  const { base, isDirty, isSaving, wrongs } = studio
  const isLive = base !== null && base.event.published
  const isRefused = impacts.some(({ isRefused }) => isRefused)
  const wrongHere = Object.keys(wrongs).some((at) => stepOfField(at) === step)
  const wrongElsewhere = [...new Set(Object.keys(wrongs).map(stepOfField))].filter((other) => other !== step)

  const goOn = () => {
    // What cannot be a draft yet is kept in the browser until it can.
    const isTooEarly = base === null && step === 'basics'
    if (wrongHere) return studio.tryNow()
    if (next === undefined) return undefined
    if (isTooEarly || !(isDirty || base === null)) return onGo(next)
    return studio.save((saved) => onGo(next, saved.event.id))
  }
  const leave = () => void navigate({ to: paths.events })
  return (
    <div className="stend">
      {studio.hasTried && wrongElsewhere.length > 0 && (
        <Note kind="wrn">
          {say('needsLook')}{' '}
          {wrongElsewhere.map((other) => (
            <button key={other} type="button" className="btn sm" onClick={() => onGo(other)}>
              {say(other)}
            </button>
          ))}
        </Note>
      )}
      {isDirty && <ImpactNote impacts={impacts} studio={studio} />}
      <SaveError studio={studio} step={step} />
      <div className="row sb stf">
        {previous === undefined ? (
          <span />
        ) : (
          <button type="button" className="btn" onClick={() => onGo(previous)}>
            <IconArrowLeft className="ic" aria-hidden />
            {say(previous)}
          </button>
        )}
        <span className="row">
          {isDirty && base !== null ? (
            <button type="button" className="btn q" disabled={isSaving || isRefused} onClick={() => studio.save(leave)}>
              {say('saveLeave')}
            </button>
          ) : (
            <button type="button" className="btn q" onClick={leave}>
              {say('leave')}
            </button>
          )}
          {isLive && isDirty ? (
            <button type="button" className="btn pri" disabled={isSaving || isRefused} onClick={() => studio.save()}>
              {say(isSaving ? 'saving' : 'save')}
            </button>
          ) : (
            next !== undefined && (
              <button type="button" className="btn pri" disabled={isSaving || isRefused} onClick={goOn}>
                {isSaving ? say('saving') : say(next)}
                <IconArrowRight className="ic" aria-hidden />
              </button>
            )
          )}
        </span>
      </div>
    </div>
  )
}

/** What the server said; what it said of a field on this step stands at the field, and only there. */
function SaveError({ studio, step }: { studio: Studio; step: StepName }) {
  const reason = studio.error instanceof RowError ? studio.error.reason : studio.error
  const fields = Object.keys(studio.refusals)
  if (!reason || (fields.length > 0 && fields.every((at) => stepOfField(at) === step))) return null
  // A refusal stays one however often it is asked for, unless it was for want of a session.
  const isFinal = reason instanceof ApiError && reason.problem.status < 500 && reason.problem.status !== 401
  return <ErrorNote error={reason} {...(isFinal ? {} : { onRetry: () => studio.save() })} />
}
