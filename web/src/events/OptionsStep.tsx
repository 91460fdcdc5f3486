import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { emptyRow } from './draft.ts'
import type { Row } from './draft.ts'
import { HoldChoice } from './HoldChoice.tsx'
import { OptionCells } from './OptionCells.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import type { Studio } from './studio-state.ts'
import { useCatalogue } from './use-catalogue.ts'
import { useStudioWords } from './studio-words.ts'

export function OptionsStep({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const [isPasting, setPasting] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const { rows } = studio.draft
  const catalogue = useCatalogue(studio)
  const add = (more: Row[]) => {
    studio.setRows((known) => [...known, ...more])
    // The new line is where one goes on typing.
    setTimeout(() => table.current?.querySelector<HTMLInputElement>(`[data-row="${more[0]?.key}"] input`)?.focus())
  }
  return (
    <>
      <h1 tabIndex={-1}>{say('optionsTitle')}</h1>
      <p className="mut lead">{say('optionsText')}</p>
      <table className="tb cat" ref={table}>
        <thead>
          <tr>
            <th scope="col">{say('option')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col" className="r">
              {say('total')}
            </th>
            <th scope="col" className="r">
              {say('cost')}
            </th>
            <th scope="col" className="r">
              {say('ifAll')}
            </th>
            <th scope="col" className="r">
              {say('expect')}
            </th>
            <th scope="col">
              <span className="sr">{say('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OptionCells
              key={row.key}
              row={row}
              studio={studio}
              line={catalogue.lines.find((line) => line.row.key === row.key)}
            />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={7} className="mut">
                {say('empty')}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>
              <button
                type="button"
                className="btn q"
                onClick={() => add([emptyRow(rows.at(-1)?.option_type ?? 'TRACK')])}
              >
                <IconPlus className="ic" aria-hidden /> {say('addOption')}
              </button>
              <button type="button" className="btn q" onClick={() => setPasting(true)}>
                <IconFileImport className="ic" aria-hidden /> {say('paste')}
              </button>
            </td>
            <Sums studio={studio} />
            <td />
          </tr>
        </tfoot>
      </table>
      <HoldChoice studio={studio} />
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onRead={(more) => {
            setPasting(false)
            add(more)
          }}
        />
      )}
    </>
  )
}

function Sums({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const language = useLanguage()
  const { allMinor, expectedMinor, major } = useCatalogue(studio)
  const money = (minor: bigint) => sayMoney(major(minor), studio.draft.fields.currency, language)
  return (
    <>
      <td className="r b" data-label={say('ifAll')}>
        {money(allMinor)}
      </td>
      <td className="r b" data-label={say('expect')}>
        {money(expectedMinor)}
      </td>
    </>
  )
}
