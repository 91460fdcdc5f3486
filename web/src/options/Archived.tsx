import type { Schema } from '../api.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { useRestore } from './use-archive.ts'
import { useOptionWords } from './words.ts'

/** What is archived can be brought back. */
export function Archived({ event }: { event: Schema<'Event'> }) {
  const say = useOptionWords()
  const restore = useRestore(event.id)
  const archived = event.options.filter((option) => !option.is_active)
  if (archived.length === 0) return null
  return (
    <details className="ogold">
      <summary>{say('archivedOnes', { count: archived.length })}</summary>
      <ul>
        {archived.map((option) => (
          <li key={option.id} className="row">
            <span className="tr" title={option.option_name}>
              {option.option_name}
            </span>
            <button type="button" className="btn sm" disabled={restore.isPending} onClick={() => restore.run(option)}>
              {say('bringBack')}
            </button>
          </li>
        ))}
      </ul>
      {restore.error && <ErrorNote error={restore.error} />}
    </details>
  )
}
