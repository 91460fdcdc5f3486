import peopleSheet from '../people/people.css?inline'
import desksSheet from './desks.css?inline'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { DeskDialog } from './DeskDialog.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { Tablets } from './Tablets.tsx'
import { desksQuery } from './desks-query.ts'
import type { DeskOf } from './desks-query.ts'
import { useDesksWords } from './words.ts'

type Open = { what: 'new' } | { what: 'edit' | 'enrol' | 'tablets'; desk: DeskOf } | undefined

/** The desks of an event, and the tablets at them. */
export function DesksPage() {
  useSheets(peopleSheet, desksSheet)
  const say = useDesksWords()
  const mayManage = useMay('event.manage')
  const mayCollect = useMay('collection.collect')
  const { eventId = '' } = useParams({ strict: false })
  const { data: event, error, refetch } = useEvent(eventId)
  if (!mayManage && !mayCollect) return <Empty>{say('notAllowed')}</Empty>
  if (event) return <Desks key={event.id} event={event} />
  return (
    <div className="ppl">
      <header className="hd">
        <h1>{say('title')}</h1>
      </header>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />}
    </div>
  )
}

function Desks({ event }: { event: Schema<'Event'> }) {
  const say = useDesksWords()
  const mayManage = useMay('event.manage')
  const [open, setOpen] = useState<Open>()
  const desks = useQuery(desksQuery(event.id))
  const close = () => setOpen(undefined)
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <div className="row acts">
          <a className="btn" href={paths.desk}>
            <IconDeviceTablet className="ic" aria-hidden /> {say('open')}
          </a>
          {mayManage && (
            <button type="button" className="btn pri" onClick={() => setOpen({ what: 'new' })}>
              <IconPlus className="ic" aria-hidden /> {say('add')}
            </button>
          )}
        </div>
      </header>
      <p className="mut lead">{say('text')}</p>
      {desks.error && <ErrorNote error={desks.error} onRetry={() => void desks.refetch()} />}
      {desks.isPending && <Skeleton height={120} />}
      {desks.data?.items.length === 0 && <Empty>{say('empty')}</Empty>}
      {desks.data && desks.data.items.length > 0 && (
        <div className="dskt">
          <table className="tb">
            <thead>
              <tr>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('location')}</th>
                <th scope="col">{say('handsOut')}</th>
                <th scope="col">{say('onTable')}</th>
                <th scope="col">{say('tablets')}</th>
                <th scope="col">
                  <span className="sr">{say('edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {desks.data.items.map((desk) => (
                <DeskRow key={desk.id} desk={desk} mayManage={mayManage} onOpen={setOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.what === 'new' && <DeskDialog event={event} onClose={close} />}
      {open?.what === 'edit' && <DeskDialog event={event} desk={open.desk} onClose={close} />}
      {open?.what === 'enrol' && <EnrolDialog desk={open.desk} onClose={close} />}
      {open?.what === 'tablets' && <Tablets desk={open.desk} zone={event.timezone} onClose={close} />}
    </div>
  )
}

type RowProps = { desk: DeskOf; mayManage: boolean; onOpen: (open: Open) => void }

function DeskRow({ desk, mayManage, onOpen }: RowProps) {
  const say = useDesksWords()
  const language = useLanguage()
  const counted = desk.options.filter(({ counted: count }) => count !== null)
  const names = desk.options.map(({ option_name }) => option_name).join(', ')
  return (
    <tr>
      <th scope="row" className="tr" title={desk.name}>
        {desk.name}
      </th>
      <td className="tr" title={desk.location ?? undefined}>
        {desk.location ?? '–'}
      </td>
      <td className="tr" title={names}>
        {desk.options.length === 0 ? say('everything') : names}
      </td>
      <td>
        {counted.length === 0 && '–'}
        {counted.map((option) => (
          <span key={option.event_option_id} className="cntd">
            {say('left', {
              left: sayCount(option.left_on_table ?? 0, language),
              counted: sayCount(option.counted ?? 0, language),
              option: option.option_name,
            })}
          </span>
        ))}
      </td>
      <td>
        <button
          type="button"
          className="btn sm"
          aria-label={say('tabletsOf', { desk: desk.name })}
          onClick={() => onOpen({ what: 'tablets', desk })}
        >
          {desk.devices_count === 0 ? say('none') : say('count', { count: desk.devices_count })}
        </button>
      </td>
      <td className="r">
        {mayManage && (
          <span className="row acts">
            <button
              type="button"
              className="btn sm"
              aria-label={say('enrolTitle', { desk: desk.name })}
              onClick={() => onOpen({ what: 'enrol', desk })}
            >
              {say('enrol')}
            </button>
            <button
              type="button"
              className="btn sm"
              aria-label={say('editOf', { desk: desk.name })}
              onClick={() => onOpen({ what: 'edit', desk })}
            >
              {say('edit')}
            </button>
          </span>
        )}
      </td>
    </tr>
  )
}
