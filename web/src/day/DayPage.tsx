import peopleSheet from '../people/people.css?inline'
import daySheet from './day.css?inline'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { Collections } from './Collections.tsx'
import { DeskTable } from './DeskTable.tsx'
import { Findings } from './Findings.tsx'
import { SlotTable } from './SlotTable.tsx'
import { StockTable } from './StockTable.tsx'
import { dayQuery } from './day-query.ts'
import type { Day } from './day-query.ts'
import { useDayWords } from './words.ts'

/** How the day goes, as it goes: who came, who is expected, what is left, and what is out of order. */
export function DayPage() {
  useSheets(peopleSheet, daySheet)
  const say = useDayWords()
  const mayRead = useMay('registration.read')
  const mayCollect = useMay('collection.collect')
  const { eventId = '' } = useParams({ strict: false })
  const isAllowed = mayRead || mayCollect
  const day = useQuery({ ...dayQuery(eventId), enabled: isAllowed })
  if (!isAllowed) return <Empty>{say('notAllowed')}</Empty>
  return (
    <div className="ppl day">
      <header className="hd">
        <h1>{say('title')}</h1>
      </header>
      {day.error && <ErrorNote error={day.error} onRetry={() => void day.refetch()} />}
      {day.isPending && <Skeleton height={300} />}
      {day.data && (
        <>
          <Figures day={day.data} />
          <Findings eventId={eventId} day={day.data} />
          <DeskTable eventId={eventId} day={day.data} />
          <div className="daycols">
            <StockTable eventId={eventId} />
            <SlotTable day={day.data} />
          </div>
          <Collections eventId={eventId} zone={day.data.timezone} />
        </>
      )}
    </div>
  )
}

function Figures({ day }: { day: Day }) {
  const say = useDayWords()
  const language = useLanguage()
  const count = (number: number) => sayCount(number, language)
  const total = day.expected_now.reduce((sum, slot) => sum + slot.total, 0)
  const came = day.expected_now.reduce((sum, slot) => sum + slot.collected, 0)
  return (
    <div className="dayfigs">
      <section>
        <h2>{say('collected')}</h2>
        <b className="fig">{count(day.collected_total)}</b>
        <span className="mut">{say('collectedNote', { total: count(day.approved_total) })}</span>
        <AllotmentBar
          committed={Math.min(day.collected_total, day.approved_total)}
          pending={Math.max(0, day.approved_total - day.collected_total)}
          total={day.approved_total}
          label={say('label', { collected: day.collected_total, total: day.approved_total })}
        />
      </section>
      <section>
        <h2>{say('expectedNow')}</h2>
        <b className="fig">{count(total - came)}</b>
        <span className="mut">
          {day.expected_now.length === 0 ? say('noSlotNow') : say('expectedNote', { total: count(total) })}
        </span>
        {total > 0 && (
          <AllotmentBar
            holds
            committed={came}
            pending={total - came}
            total={total}
            label={say('label', { collected: came, total })}
          />
        )}
      </section>
      <section>
        <h2>{say('noShows')}</h2>
        <b className="fig">{count(day.no_shows)}</b>
        <span className="mut">{say('noShowsNote')}</span>
      </section>
      <section>
        <h2>{say('walkUps')}</h2>
        <b className="fig">{count(day.walk_ups)}</b>
        <span className="mut">{say('walkUpsNote')}</span>
      </section>
    </div>
  )
}
