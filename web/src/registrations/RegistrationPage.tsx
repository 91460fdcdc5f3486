import approvalsSheet from '../approvals/approvals.css?inline'
import registrationsSheet from './registrations.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayMoment, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Actions } from './Actions.tsx'
import { LedgerLines, Timeline } from './History.tsx'
import { registrationQuery } from './registrations-query.ts'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

/** One registration: who, what, where, what happened to it, and what can be done. */
export function RegistrationPage() {
  useSheets(approvalsSheet, registrationsSheet)
  const say = useRegistrationWords()
  const { eventId = '', registrationId = '' } = useParams({ strict: false }) as {
    eventId?: string
    registrationId?: string
  }
  const { data: registration, error, refetch } = useQuery(registrationQuery(eventId, registrationId))
  const { data: event } = useEvent(eventId)
  return (
    <div className="rgp">
      <Link to={paths.registrations(eventId)} className="s3 rgback">
        <IconArrowLeft className="ic" aria-hidden /> {say('back')}
      </Link>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && (!registration || !event) && <Waiting />}
      {registration && event && <Whole registration={registration} zone={event.timezone} currency={event.currency} />}
    </div>
  )
}

type WholeProps = { registration: Registration; zone: string; currency: string }

function Whole({ registration, zone, currency }: WholeProps) {
  const say = useRegistrationWords()
  const mayReadLedger = useMay('ledger.read')
  const { person } = registration
  return (
    <>
      <header className="rgh">
        <h1>{person.name}</h1>
        <p className="sub">
          <StatusMark status={registration.status} />
          {person.department !== null && <span>{person.department}</span>}
          {person.email !== undefined && <a href={`mailto:${person.email}`}>{person.email}</a>}
        </p>
      </header>
      <Actions key={`${registration.id} ${registration.status}`} registration={registration} currency={currency} />
      <div className="rgcols">
        <Facts registration={registration} zone={zone} currency={currency} />
        {mayReadLedger && (
          <div className="col">
            <section>
              <h2>{say('happened')}</h2>
              <Timeline registration={registration} zone={zone} />
            </section>
            <section>
              <h2>{say('ledger')}</h2>
              <LedgerLines registration={registration} zone={zone} currency={currency} />
            </section>
          </div>
        )}
      </div>
    </>
  )
}

function Facts({ registration, zone, currency }: WholeProps) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const { assigned_pickup_slot: given, preferred_pickup_slot: asked, notes } = registration
  return (
    <dl className="rgfacts">
      <Fact name={say('option')}>{registration.option_name}</Fact>
      <Fact name={say('amount')} note={say('amountNote')}>
        {sayMoney(registration.amount_committed, currency, language)}
      </Fact>
      <Fact name={say('slotAsked')}>{asked ?? <span className="dim">{say('none')}</span>}</Fact>
      {registration.status === 'APPROVED' && (
        <Fact name={say('slotGiven')}>{given ?? <span className="dim">{say('none')}</span>}</Fact>
      )}
      {registration.collected_at !== null && (
        <Fact name={say('collectedAt')}>{sayMoment(registration.collected_at, zone, language)}</Fact>
      )}
      <Fact name={say('asked')}>{sayMoment(registration.created_at, zone, language)}</Fact>
      <Fact name={say('notes')}>
        {notes === null || notes === '' ? (
          <span className="dim">{say('none')}</span>
        ) : (
          <span className="rgnotes">{notes}</span>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  )
}

function Waiting() {
  return (
    <div className="rgh col" aria-hidden>
      <Skeleton width={260} height={26} />
      <Skeleton width={180} />
      <Skeleton width={320} height={120} />
    </div>
  )
}
