import { IconChevronDown, IconChevronRight, IconKey } from '@tabler/icons-react'
import { Fragment, useId, useState } from 'react'
import type { Slot } from '../options/slots-query.ts'
import { sayCount, sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { Hash } from './Hash.tsx'
import { Sentence } from './Sentence.tsx'
import type { AuditEntry } from './audit-query.ts'
import { useAuditWords } from './words.ts'

type Props = {
  entries: readonly AuditEntry[]
  zone: string
  slots: readonly Slot[] | undefined
  eventId: string | undefined
  onBy: (id: string) => void
}

/** Who did what, newest first; each entry opens to what it keeps. */
export function AuditTable({ entries, zone, slots, eventId, onBy }: Props) {
  const say = useAuditWords()
  return (
    <table className="tb au">
      <thead>
        <tr>
          <th scope="col" className="auc">
            <span className="sr">{say('details')}</span>
          </th>
          <th scope="col" className="aun" aria-sort="descending">
            {say('no')}
          </th>
          <th scope="col" className="aud">
            {say('time')}
          </th>
          <th scope="col">{say('what')}</th>
          <th scope="col" className="auh">
            {say('hash')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.entry_no} {...{ entry, zone, slots, eventId, onBy }} />
        ))}
      </tbody>
    </table>
  )
}

function Entry({ entry, zone, slots, eventId, onBy }: Omit<Props, 'entries'> & { entry: AuditEntry }) {
  const say = useAuditWords()
  const language = useLanguage()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <Fragment>
      <tr className={isOpen ? 'on' : ''}>
        <td className="auc">
          <button
            type="button"
            className="auo"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={say('open', { no: sayCount(entry.entry_no, language) })}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron className="ic" aria-hidden />
          </button>
        </td>
        <td className="dim aun">{entry.entry_no}</td>
        <td className="mut aud">
          <time dateTime={entry.created_at}>{sayMoment(entry.created_at, zone, language)}</time>
        </td>
        <td className="aus">
          <Sentence entry={entry} slots={slots} />
          {entry.api_key_id !== null && (
            <span className="dim s2">
              {' '}
              <IconKey className="ic" aria-hidden /> {say('byKey')}
            </span>
          )}
        </td>
        <td className="auh">
          <Hash hash={entry.hash} previous={entry.previous_hash} />
        </td>
      </tr>
      <tr id={id} hidden={!isOpen} className="aux">
        <td colSpan={5}>{isOpen && <EntryDetails entry={entry} eventId={eventId} onBy={onBy} />}</td>
      </tr>
    </Fragment>
  )
}
