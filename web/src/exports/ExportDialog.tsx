import { useQueryClient } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import type { ExportProps } from './ExportButton.tsx'
import { ExportList } from './ExportList.tsx'
import { columns } from './columns.ts'
import { useExportWords } from './words.ts'

type Kind = Schema<'NewExport'>['kind']
const delimiters = ['comma', 'semicolon', 'tab'] as const

/** Which file, in which form, with which columns; at once, or made in the background. */
export function ExportDialog({ eventId, kind: list, query, onClose }: ExportProps & { onClose: () => void }) {
  const say = useExportWords()
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>(list)
  const [wanted, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [delimiter, setDelimiter] = useState<(typeof delimiters)[number]>('comma')
  const [chosen, setChosen] = useState<readonly string[]>(columns[list])
  const start = useAction(
    (body: Schema<'NewExport'>, headers) =>
      take(api.POST('/events/{event_id}/exports', { params: { path: { event_id: eventId } }, body, headers })),
    { onDone: () => void client.invalidateQueries({ queryKey: eventKey(eventId, 'exports') }) },
  )
  const format = kind === 'all' ? 'xlsx' : wanted
  const isList = kind === list
  const names = isList && chosen.length < columns[list].length ? chosen : undefined
  const isCsv = format === 'csv'
  const filter = isList ? query : {}
  const href = paths.exportFile(eventId, kind, format, {
    ...filter,
    ...(names ? { columns: names.join(',') } : {}),
    ...(isCsv && delimiter !== 'comma' ? { delimiter } : {}),
  })
  const isReady = !isList || chosen.length > 0
  const startLater = () =>
    start.run({
      kind,
      format,
      filter: withoutNothing(filter),
      ...(names ? { columns: [...names] } : {}),
      ...(isCsv ? { delimiter } : {}),
    })
  return (
    <Dialog onClose={onClose} title={say('title')} size="lg">
      <div className="col dialog">
        <SelectField
          label={say('what')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={[list, 'budget', 'collections', 'all'].map((one) => [one, say(one as Kind)] as const)}
        />
        <SelectField
          label={say('format')}
          value={format}
          onChange={(value) => setFormat(value as typeof wanted)}
          options={(kind === 'all' ? (['xlsx'] as const) : (['xlsx', 'csv'] as const)).map(
            (one) => [one, say(one)] as const,
          )}
        />
        {isCsv && (
          <SelectField
            label={say('delimiter')}
            value={delimiter}
            onChange={(value) => setDelimiter(value as typeof delimiter)}
            options={delimiters.map((one) => [one, say(one)] as const)}
          />
        )}
        {isList && <Columns all={columns[list]} chosen={chosen} onChange={setChosen} />}
        {start.error && <ErrorNote error={start.error} />}
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {isReady && (
            <a className="btn pri" href={href} download>
              <IconDownload className="ic" aria-hidden />
              {say('download')}
            </a>
          )}
          <button type="button" className="btn" disabled={!isReady || start.isPending} onClick={startLater}>
            {say('later')}
          </button>
        </div>
        <p className="dim s2">{say('laterText')}</p>
        <ExportList eventId={eventId} />
      </div>
    </Dialog>
  )
}

type ColumnsProps = { all: readonly string[]; chosen: readonly string[]; onChange: (names: readonly string[]) => void }

/** By the names that stand in the file: what is chosen here is what is found there. */
function Columns({ all, chosen, onChange }: ColumnsProps) {
  const say = useExportWords()
  const toggle = (name: string) =>
    onChange(all.filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one))))
  const isAll = chosen.length === all.length
  return (
    <details>
      <summary>
        {say('columns')}: {isAll ? say('allColumns') : say('chosen', { count: chosen.length })}
      </summary>
      <div className="col" role="group" aria-label={say('columns')} style={{ maxBlockSize: 220, overflowY: 'auto' }}>
        <label className="row">
          <input type="checkbox" checked={isAll} onChange={() => onChange(isAll ? [] : all)} /> {say('allColumns')}
        </label>
        {all.map((name) => (
          <label className="row" key={name}>
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /> <code>{name}</code>
          </label>
        ))}
      </div>
      {chosen.length === 0 && <p className="neg s2">{say('noColumns')}</p>}
    </details>
  )
}

function withoutNothing(query: ExportProps['query']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
    ),
  )
}
