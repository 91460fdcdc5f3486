import type { Row } from './draft.ts'
import { AreaField, SelectField } from '../ui/Fields.tsx'
import { MomentField } from './MomentField.tsx'
import { OverlapNote } from './OverlapNote.tsx'
import { PictureField } from './PictureField.tsx'
import { useSayWrong } from './say-wrong.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

/** What most options need no word about: a description, times, and whether asking for it holds it. */
export function OptionMore({ row, studio }: { row: Row; studio: Studio }) {
  const say = useStudioWords()
  const wrong = useSayWrong(studio)
  const saved = studio.base?.event.options.find(({ id }) => id === row.id)
  const zone = studio.draft.fields.timezone.trim()
  const moment = (field: 'starts_at' | 'ends_at') => ({
    value: row[field],
    zone,
    error: wrong(`${row.key} ${field}`),
    onChange: (value: string) => studio.setRow(row.key, { [field]: value }),
    onLeave: () => studio.touch(`${row.key} ${field}`),
  })
  return (
    <div className="sform">
      <div className="wide">
        <AreaField
          label={say('description')}
          rows={2}
          most={2000}
          value={row.description}
          onChange={(description) => studio.setRow(row.key, { description })}
          error={wrong(`${row.key} description`)}
        />
      </div>
      {row.option_type === 'TRACK' && (
        <>
          <MomentField label={say('begins')} {...moment('starts_at')} />
          <MomentField label={say('ends')} usualTime="17:00" {...moment('ends_at')} />
          {saved && (
            <div className="wide">
              <OverlapNote eventId={saved.event_id} optionId={saved.id} row={row} zone={zone} />
            </div>
          )}
        </>
      )}
      <SelectField
        label={say('held')}
        value={row.hold_stock}
        onChange={(hold_stock) => studio.setRow(row.key, { hold_stock })}
        options={[
          ['', say('heldAsEvent')],
          ['check', say('heldNo')],
          ['hold', say('heldYes')],
        ]}
      />
      {saved && (
        <div className="wide">
          <PictureField eventId={saved.event_id} optionId={saved.id} picture={saved.picture} />
        </div>
      )}
    </div>
  )
}
