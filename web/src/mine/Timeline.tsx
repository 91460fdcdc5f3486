import { IconCheck } from '@tabler/icons-react'
import type { Schema } from '../api.ts'
import { sayMoment } from '../ui/format.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import { isLive, isOffered } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { sayWhereabouts, whereaboutsOf } from './where.ts'
import { useMineWords } from './words.ts'

type Step = { state: 'done' | 'now' | 'todo' | 'no'; title: string; text: string }

/** What happened, what happens now, and what comes after. */
export function Timeline({ registration, event }: { registration: Registration; event: Schema<'Event'> }) {
  const say = useMineWords()
  const steps = useSteps(registration, event)
  return (
    <>
      <h2>{say(isLive(registration) ? 'next' : 'happened')}</h2>
      <ol className="next">
        {steps.map(({ state, title, text }) => (
          <li key={title} className={state} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
            <i className="tk" aria-hidden>
              {state === 'done' && <IconCheck className="ic" />}
            </i>
            <div className="grow">
              <b>{title}</b>
              {text !== '' && <small>{text}</small>}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function useSteps(registration: Registration, event: Schema<'Event'>): Step[] {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const language = useLanguage()
  const moment = (at: string) => sayMoment(at, event.timezone, language)
  const {
    option_name: option,
    option_type: type,
    status,
    approved_at: approvedAt,
    approved_by_name: approver,
    collected_at: collectedAt,
    closed_by_name: closer,
  } = registration
  const where = whereaboutsOf(registration, event)
  const when = sayWhereabouts({ ...where, place: null }, event.timezone, language, (from, to) =>
    say('timeRange', { from, to }),
  )
  const asked: Step = { state: 'done', title: say('youAsked'), text: `${moment(registration.created_at)}. ${option}` }
  const approvedBy = approver ? say('approvedBy', { name: approver }) : say('organiserApproved')
  const closedBy = closer ? say('closedBy', { name: closer }) : ''
  const approved: Step[] = approvedAt === null ? [] : [{ state: 'done', title: approvedBy, text: moment(approvedAt) }]
  switch (status) {
    case 'WAITLISTED':
      return isOffered(registration)
        ? [asked, { state: 'now', title: sayWaiting('youDecide'), text: '' }]
        : [asked, { state: 'now', title: say('youWait'), text: say('waitlistedText') }]
    case 'PENDING':
      return [
        asked,
        { state: 'now', title: say('organiserDecides'), text: say('organiserDecidesText') },
        { state: 'todo', title: say('ifApproved'), text: say('ifApprovedText') },
      ]
    case 'REJECTED':
      return [asked, ...approved, { state: 'no', title: say('turnedDown'), text: closedBy }]
    case 'CANCELLED':
      return [asked, ...approved, { state: 'no', title: say('cancelled'), text: closedBy }]
    case 'APPROVED': {
      if (collectedAt !== null) {
        return [
          asked,
          ...approved,
          { state: 'done', title: say('youCollected', { option }), text: moment(collectedAt) },
        ]
      }
      const come: Step = {
        state: 'now',
        title: where.place === null ? say('comeThere') : say('comeTo', { place: where.place }),
        text: when === '' ? say('yoursRow') : say('showCode', { when }),
      }
      const last = type === 'INVENTORY' ? say('youGet', { option }) : say('youAreIn')
      return [asked, ...approved, come, { state: 'todo', title: last, text: say('codeStops') }]
    }
  }
}
