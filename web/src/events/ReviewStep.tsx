import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, take } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { sayDay, sayMoment, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useTell } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { isBlank, readMoment } from './draft.ts'
import { slotsQuery } from './load-event.ts'
import { useCatalogue } from './use-catalogue.ts'
import type { Base } from './save-draft.ts'
import type { StepName } from './steps.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { studio: Studio; onGo: (step: StepName) => void }

/** All of it once more, what to look at, and the button that lets people in. */
export function ReviewStep({ studio, onGo }: Props) {
  const say = useStudioWords()
  const looks = useLooks(studio)
  const { base } = studio
  return (
    <>
      <h1 tabIndex={-1}>{say(base?.event.published ? 'reviewTitleLive' : 'reviewTitle')}</h1>
      <Facts studio={studio} onGo={onGo} />
      <section className={looks.length > 0 ? 'note wrn looks' : 'note looks'}>
        <div className="grow">
          {looks.length > 0 ? <b>{say('toLookAt')}</b> : say('allGood')}
          <ul>
            {looks.map((look) => (
              <li key={look}>{look}</li>
            ))}
          </ul>
        </div>
      </section>
      {base && <Opening key={base.version} base={base} isReady={!studio.isDirty} />}
    </>
  )
}

function Facts({ studio, onGo }: Props) {
  const say = useStudioWords()
  const language = useLanguage()
  const { fields, rows } = studio.draft
  const zone = studio.wrongs.timezone ? 'UTC' : fields.timezone.trim()
  const id = studio.base?.event.id
  const slots = useQuery({ ...slotsQuery(id ?? ''), enabled: id !== undefined })
  const catalogue = useCatalogue(studio)
  const moment = (text: string) => {
    const at = readMoment(text, zone)
    return at ? sayMoment(at, zone, language) : say('notSaid')
  }
  const span = (from: string, to: string) => {
    if (from === '' && to === '') return say('notSaid')
    if (to === '') return moment(from)
    return from === '' ? `– ${moment(to)}` : `${moment(from)} – ${moment(to)}`
  }
  const defined = slots.data?.filter(({ is_defined: isDefined }) => isDefined).length ?? 0
  const lines: [StepName, string, string][] = [
    ['basics', say('name'), fields.name.trim() || say('notSaid')],
    ['basics', say('venue'), fields.venue.trim() || say('notSaid')],
    ['basics', say('begins'), span(fields.event_date, fields.ends_at)],
    ['basics', say('opens'), span(fields.registration_start_date, fields.registration_end_date)],
    ['budget', say('budget'), sayMoney(catalogue.major(catalogue.budgetMinor), fields.currency, language)],
    [
      'options',
      say('options'),
      rows
        .filter((row) => !row.isRemoved && !isBlank(row))
        .map(({ option_name: name, total_available: total }) => `${name} (${total})`)
        .join(', ') || say('none'),
    ],
    ['slots', say('slots'), defined === 0 ? say('noSlots') : say('slotCount', { count: defined })],
    ['rules', say('hold'), say(fields.hold_stock === 'hold' ? 'holdYes' : 'holdNo')],
    ['rules', say('limit'), say(fields.registration_limit as 'one')],
    [
      'rules',
      say('waitlist'),
      fields.waitlist_open === 'open' ? say(fields.waitlist_order as 'first_come') : say('waitlistIsClosed'),
    ],
  ]
  return (
    <dl className="rfacts">
      {lines.map(([step, label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span>{value}</span>
            <button
              type="button"
              className="btn q sm"
              aria-label={`${say('change')}: ${label}`}
              onClick={() => onGo(step)}
            >
              {say('change')}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What may be meant, and may not. */
function useLooks(studio: Studio): string[] {
  const say = useStudioWords()
  const language = useLanguage()
  const catalogue = useCatalogue(studio)
  const { fields, rows } = studio.draft
  const over = catalogue.allMinor - catalogue.budgetMinor
  const closes = studio.wrongs.timezone ? null : readMoment(fields.registration_end_date, fields.timezone.trim())
  return [
    studio.isDirty ? say('unsavedFirst') : '',
    rows.some((row) => !row.isRemoved && !isBlank(row)) ? '' : say('noOptions'),
    catalogue.budgetMinor === 0n && catalogue.allMinor > 0n ? say('noBudget') : '',
    over > 0n ? say('overBudget', { over: sayMoney(catalogue.major(over), fields.currency, language) }) : '',
    closes && new Date(closes) < new Date() ? say('closedAlready') : '',
  ].filter(Boolean)
}

/** Draft or open: the one change that people notice. */
function Opening({ base, isReady }: { base: Base; isReady: boolean }) {
  const say = useStudioWords()
  const tell = useTell()
  const language = useLanguage()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { event, version } = base
  const publish = useAction(
    (published: boolean, headers) =>
      take(
        api.PUT('/events/{event_id}', {
          params: { path: { event_id: event.id }, header: { 'If-Match': version } },
          body: { published },
          headers,
        }),
      ),
    {
      onDone: (_event, published) => {
        void client.invalidateQueries({ queryKey: ['events'] })
        void client.invalidateQueries({ queryKey: ['event', event.id] })
        tell(say(published ? 'published' : 'hidden', { name: event.name }))
        if (published) void navigate({ to: paths.overview(event.id) })
      },
      // Somebody changed it: it is read again, and shown as it is now before it is opened.
      onError: () => void client.invalidateQueries({ queryKey: ['event', event.id] }),
    },
  )
  const opens = event.registration_start_date
  const isLater = opens !== null && new Date(opens) > new Date()
  return (
    <div className="opening">
      {publish.error && <ErrorNote error={publish.error} />}
      {event.published ? (
        <>
          <div className="row">
            <Link className="btn" to={paths.eventPage(event.slug)}>
              {say('seePage')}
            </Link>
            <Link className="btn" to={paths.overview(event.id)}>
              {say('toOverview')}
            </Link>
            <button type="button" className="btn" disabled={publish.isPending} onClick={() => publish.run(false)}>
              {say('hide')}
            </button>
          </div>
          <p className="s2 dim">{say('hideText')}</p>
        </>
      ) : (
        <button
          type="button"
          className="btn pri lg"
          disabled={!isReady || publish.isPending}
          onClick={() => publish.run(true)}
        >
          {isLater ? say('publishLater', { day: sayDay(opens, event.timezone, language, false) }) : say('publish')}
        </button>
      )}
    </div>
  )
}
