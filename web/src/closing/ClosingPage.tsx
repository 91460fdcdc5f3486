import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconDownload } from '@tabler/icons-react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { Closing } from './Closing.tsx'
import { Findings, Groups, Hours, Earlier } from './Report.tsx'
import { reportQuery } from './closing-query.ts'
import type { Report } from './closing-query.ts'
import closingSheet from './closing.css?inline'
import { useClosingWords } from './words.ts'

/** The evening after: the event in figures, what stands out, and its books closed. */
export function ClosingPage() {
  useSheets(closingSheet)
  const say = useClosingWords()
  const mayRead = useMay('registration.read')
  const { eventId = '' } = useParams({ strict: false }) as { eventId?: string }
  const { data: event, error: eventError, refetch: readEvent } = useEvent(eventId)
  const { data: report, error, refetch } = useQuery({ ...reportQuery(eventId), enabled: mayRead })
  if (!mayRead) return <Empty>{say('notAllowed')}</Empty>
  return (
    <div className="clo">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <Prints eventId={eventId} />
      </header>
      {eventError && <ErrorNote error={eventError} onRetry={() => void readEvent()} />}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!report && !error && <Skeleton height={240} />}
      {report && <Figures report={report} />}
      {event && <Closing event={event} />}
      {report && <Rest report={report} event={event} />}
    </div>
  )
}

/** What is printed; each only for who may read it. */
function Prints({ eventId }: { eventId: string }) {
  const say = useClosingWords()
  const mayManage = useMay('event.manage')
  const mayCollect = useMay('collection.collect')
  const files = [
    { href: paths.reportPdf(eventId), says: say('report'), isThere: true },
    { href: paths.badgesPdf(eventId), says: say('badges'), isThere: mayManage },
    { href: paths.pickupListPdf(eventId), says: say('pickup'), isThere: mayCollect },
  ]
  return files
    .filter(({ isThere }) => isThere)
    .map(({ href, says }) => (
      <a key={href} className="btn" href={href} download>
        <IconDownload className="ic" aria-hidden />
        {says}
      </a>
    ))
}

function Figures({ report }: { report: Report }) {
  const say = useClosingWords()
  const language = useLanguage()
  const money = (amount: number) => sayMoney(amount, report.currency, language)
  const { participants, cost_per_participant: cost } = report
  const open = Math.max(0, report.committed - report.spent)
  const told = { spent: money(report.spent), open: money(open), budget: money(report.budget) }
  return (
    <>
      <div className="clofigs">
        <Figure label={say('budget')} value={money(report.budget)} />
        <Figure label={say('planned')} value={money(report.planned)} note={say('plannedNote')} />
        <Figure label={say('committed')} mark="approved" value={money(report.committed)} />
        <Figure
          label={say('spent')}
          value={money(report.spent)}
          note={say('unspent', { amount: money(report.budget - report.spent) })}
        />
        <Figure
          label={say('each')}
          value={cost === null ? '–' : money(cost)}
          note={
            participants === 0
              ? say('nobody')
              : say('people', { count: participants, shown: sayCount(participants, language) })
          }
        />
      </div>
      <AllotmentBar
        committed={Math.min(report.spent, report.budget)}
        pending={open}
        total={report.budget}
        size="md"
        label={say('money', told)}
      />
    </>
  )
}

function Rest({ report, event }: { report: Report; event: Schema<'Event'> | undefined }) {
  const say = useClosingWords()
  const options = report.options.map((one) => ({ ...one, key: one.event_option_id, limit: one.total }))
  const slots = report.slots.map((one) => ({ ...one, key: one.slot_id, limit: one.capacity }))
  const departments = report.departments.map((one) => ({ ...one, key: one.name ?? '' }))
  return (
    <>
      <Findings report={report} />
      <Hours report={report} />
      <div className="clocols">
        <Groups title={say('byOption')} head={say('option')} lines={options} currency={report.currency} />
        <Groups title={say('byDepartment')} head={say('department')} lines={departments} currency={report.currency} />
      </div>
      <Groups title={say('bySlot')} head={say('slot')} lines={slots} currency={report.currency} />
      <Earlier report={report} zone={event?.timezone ?? 'UTC'} />
    </>
  )
}
