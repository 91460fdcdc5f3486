import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { facetsQuery } from '../approvals/queries.ts'
import type { Schema } from '../api.ts'
import { useMay } from '../session/session.ts'
import { Empty } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Archived } from './Archived.tsx'
import { OptionCard } from './OptionCard.tsx'
import { OptionForm } from './OptionForm.tsx'
import { useOptionWords } from './words.ts'

/** What there is to choose from: a grid of bars, each changed where it stands. */
export function OptionGrid({ event }: { event: Schema<'Event'> }) {
  const say = useOptionWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const mayRead = useMay('registration.read')
  const { data: facets } = useQuery({ ...facetsQuery(event.id), enabled: mayRead })
  const [open, setOpen] = useState<string>()
  const active = event.options.filter((option) => option.is_active)
  const asked = new Map(facets?.options.map(({ event_option_id: id, count }) => [id, count]))
  const sum = (read: (option: Schema<'Option'>) => number) =>
    sayCount(
      active.reduce((total, option) => total + read(option), 0),
      language,
    )
  const close = () => setOpen(undefined)
  return (
    <section className="pad" aria-labelledby="options-title">
      <div className="h2 opth">
        <h2 id="options-title">{say('options')}</h2>
        {active.length > 0 && (
          <span className="s2 dim">
            {say('optionsNote', {
              count: active.length,
              committed: sum(({ committed_count: committed }) => committed),
              total: sum(({ total_available: total }) => total),
            })}
          </span>
        )}
        {mayManage && (
          <button
            type="button"
            className="btn sm"
            aria-expanded={open === 'new'}
            onClick={() => setOpen(open === 'new' ? undefined : 'new')}
          >
            <IconPlus className="ic" aria-hidden />
            {say('add')}
          </button>
        )}
      </div>
      {open === 'new' && <OptionForm event={event} onClose={close} />}
      {active.length === 0 && open !== 'new' && (
        <Empty
          action={
            mayManage && (
              <button type="button" className="btn pri" onClick={() => setOpen('new')}>
                {say('addTitle')}
              </button>
            )
          }
        >
          {say('none')}
        </Empty>
      )}
      <div className="optgrid">
        {active.map((option) =>
          open === option.id ? (
            <OptionForm key={option.id} event={event} option={option} onClose={close} />
          ) : (
            <OptionCard
              key={option.id}
              event={event}
              option={option}
              asked={asked.get(option.id) ?? 0}
              onEdit={mayManage ? () => setOpen(option.id) : undefined}
            />
          ),
        )}
      </div>
      {mayManage && <Archived event={event} />}
    </section>
  )
}
