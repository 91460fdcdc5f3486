import { useState } from 'react'
import { useMay, useMe } from '../session/session.ts'
import { Alternatives, ConflictNote } from '../ui/Conflict.tsx'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { Instead } from './Instead.tsx'
import { NewCode } from './NewCode.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { SlotForm } from './SlotForm.tsx'
import { conflictsOf } from './conflicts.ts'
import { useDecide } from './decide.ts'
import type { Change } from './decide.ts'
import type { Registration } from './registrations-query.ts'
import { useTell } from './tell.tsx'
import { useRegistrationWords } from './words.ts'

type Open = { form: 'reject' | 'cancel' | 'slot' | 'code' } | { form: 'instead'; optionId: string } | undefined

/** What can be done with a registration by the person who looks at it, and what came of it. */
export function Actions({ registration, currency }: { registration: Registration; currency: string }) {
  const say = useRegistrationWords()
  const mayDecide = useMay('registration.decide')
  const mayManage = useMay('event.manage')
  const { user } = useMe()
  const [open, setOpen] = useState<Open>()
  const { status, person, user_id: personId } = registration
  const tell = useTell()
  const before = registration.assigned_pickup_slot ?? registration.preferred_pickup_slot
  const decide = useDecide(registration, (after, change) => {
    setOpen(undefined)
    // A move can be moved back; a decision is final, and asked for its reason beforehand instead.
    const canUndo = change.status === undefined && before !== null
    tell(sayDone(after, change), canUndo ? () => decide.run(slotChange(status, before)) : undefined)
  })
  const sayDone = (after: Registration, change: Change) => {
    if (change.status === 'APPROVED') return say('didApprove', { person: person.name })
    if (change.status === 'REJECTED') return say('didReject', { person: person.name })
    if (change.status === 'CANCELLED') return say('didCancel', { person: person.name })
    return say('didMove', { person: person.name, slot: after.pickup?.label ?? '' })
  }

  const isOwn = personId === user.id
  if (status === 'REJECTED' || status === 'CANCELLED') return <p className="s3 mut">{say('final')}</p>
  if (!mayDecide) return null
  // A sole owner may decide on their own; whether they are the only one, the server knows.
  const canDecide = !isOwn || user.role === 'owner'
  const conflicts = conflictsOf(decide.error)
  const toggle = (form: 'reject' | 'cancel' | 'slot' | 'code') => {
    decide.reset()
    setOpen(open?.form === form ? undefined : { form })
  }
  return (
    <section className="rga" aria-label={say('decided')}>
      <div className="row">
        {status === 'PENDING' && canDecide && (
          <button
            type="button"
            className="btn pri"
            disabled={decide.isPending}
            onClick={() => decide.run({ status: 'APPROVED' })}
          >
            {say('approve')}
          </button>
        )}
        <button type="button" className="btn" aria-expanded={open?.form === 'slot'} onClick={() => toggle('slot')}>
          {say('slotTitle')}
        </button>
        {mayManage && status === 'APPROVED' && (
          <button type="button" className="btn" aria-expanded={open?.form === 'code'} onClick={() => toggle('code')}>
            {say('newQr')}
          </button>
        )}
        {canDecide && (
          <button
            type="button"
            className="btn dng"
            aria-expanded={open?.form === 'reject'}
            onClick={() => toggle('reject')}
          >
            {say('reject')}
          </button>
        )}
        <button
          type="button"
          className="btn dng"
          aria-expanded={open?.form === 'cancel'}
          onClick={() => toggle('cancel')}
        >
          {say('cancel')}
        </button>
      </div>
      {!canDecide && <p className="s2 dim">{say('own')}</p>}

      {conflicts.map((conflict) => (
        <Note key={conflict.conflict_type} kind="bad">
          <ConflictNote conflict={conflict} />
          <Alternatives
            conflict={conflict}
            onChoose={(choice) => {
              if (choice.kind === 'option') setOpen({ form: 'instead', optionId: choice.id })
              else
                decide.run(
                  status === 'PENDING'
                    ? { status: 'APPROVED', assigned_pickup_slot: choice.label }
                    : slotChange(status, choice.label),
                )
            }}
          />
        </Note>
      ))}
      {decide.error && conflicts.length === 0 && <ErrorNote error={decide.error} />}

      {(open?.form === 'reject' || open?.form === 'cancel') && (
        <ReasonForm
          key={open.form}
          kind={open.form}
          registration={registration}
          currency={currency}
          isBusy={decide.isPending}
          onDecide={decide.run}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.form === 'slot' && (
        <SlotForm
          registration={registration}
          isBusy={decide.isPending}
          onChoose={(label) => decide.run(slotChange(status, label))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.form === 'code' && (
        <NewCode
          registration={registration}
          onDone={() => {
            setOpen(undefined)
            tell(say('didQr', { person: person.name }))
          }}
        />
      )}
      {open?.form === 'instead' && (
        <Instead registration={registration} optionId={open.optionId} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

/** An approved one is given another slot; of a pending one it is the wish that changes. */
function slotChange(status: Registration['status'], label: string): Change {
  return status === 'APPROVED' ? { assigned_pickup_slot: label } : { preferred_pickup_slot: label }
}
