import { useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayMoney } from '../ui/format.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import { Sheet } from './Sheet.tsx'
import { isLive, mineQuery } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { sayWhereabouts, whereaboutsOf } from './where.ts'
import { useMineWords } from './words.ts'

type Props = { registration: Registration; event: Schema<'Event'>; onClose: () => void }

/** Before something is given back: exactly what, and that it cannot be undone. */
export function CancelSheet({ registration, event, onClose }: Props) {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const client = useQueryClient()
  const path = { event_id: event.id, registration_id: registration.id }
  const cancel = useAction(
    (body: Schema<'RegistrationChange'>, headers) =>
      take(api.PUT('/events/{event_id}/registrations/{registration_id}', { params: { path }, headers, body })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['event', event.id] })
        void client.invalidateQueries({ queryKey: mineQuery.queryKey })
        onClose()
      },
    },
  )
  // Somebody may have decided meanwhile: then there is nothing left to cancel.
  if (!isLive(registration)) return null
  const { option_name: option } = registration
  const isApproved = registration.status === 'APPROVED'
  const isWaiting = registration.status === 'WAITLISTED'
  const withdraw = isWaiting ? sayWaiting('leave') : say('withdraw')
  const title = isWaiting ? sayWaiting('leaveTitle') : say('withdrawTitle')
  return (
    <Sheet title={isApproved ? say('cancelTitle', { option }) : title} onClose={onClose}>
      {isApproved ? (
        <GivenBack registration={registration} event={event} />
      ) : (
        <p className="mp">{isWaiting ? sayWaiting('leaveText', { option }) : say('withdrawText', { option })}</p>
      )}
      {cancel.error && <ErrorNote error={cancel.error} />}
      <div className="stack">
        <button
          type="button"
          className="btn lg danger full"
          disabled={cancel.isPending}
          onClick={() => cancel.run({ status: 'CANCELLED' })}
        >
          {cancel.isPending ? say('cancelling') : isApproved ? say('cancel', { option }) : withdraw}
        </button>
        <button type="button" className="btn lg full" onClick={onClose}>
          {say('keepIt')}
        </button>
      </div>
    </Sheet>
  )
}

function GivenBack({ registration, event }: Pick<Props, 'registration' | 'event'>) {
  const say = useMineWords()
  const language = useLanguage()
  const whereabouts = whereaboutsOf(registration, event)
  const where = sayWhereabouts(whereabouts, event.timezone, language, (from, to) => say('timeRange', { from, to }))
  const amount = registration.amount_committed
  return (
    <>
      <p className="mp">{say('cancelGives')}</p>
      <ul className="gives">
        <li>
          <Mark kind="left" />
          {say('givesOption', { option: registration.option_name })}
        </li>
        {whereabouts.kind === 'slot' && (
          <li>
            <Mark kind="left" />
            {say('givesSlot', { where })}
          </li>
        )}
        {amount > 0 && (
          <li>
            <Mark kind="left" />
            {say('givesAmount', { amount: sayMoney(amount, event.currency, language) })}
          </li>
        )}
      </ul>
      <p className="mp">{say('cancelFinal')}</p>
    </>
  )
}
