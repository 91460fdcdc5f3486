import { IconDots, IconGift, IconRoute, IconTrash } from '@tabler/icons-react'
import { Fragment, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { sayCount, sayMoney, sayPercent } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { majorOf } from './catalogue.ts'
import type { Line } from './catalogue.ts'
import type { Row } from './draft.ts'
import { MoneyInput } from './MoneyInput.tsx'
import { readCount } from './read-number.ts'
import { OptionMore } from './OptionMore.tsx'
import { useSayWrong } from './say-wrong.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { row: Row; studio: Studio; line: Line | undefined }

/** One option in the table; more about it unfolds below. */
export function OptionCells({ row, studio, line }: Props) {
  const say = useStudioWords()
  const language = useLanguage()
  const wrong = useSayWrong(studio)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { currency } = studio.draft.fields
  const name = row.option_name.trim() || say('unnamed')
  const saved = studio.base?.event.options.find((option) => option.id === row.id)
  const errors = (['option_name', 'total_available', 'cost_per_unit'] as const).flatMap((field) => {
    const said = wrong(`${row.key} ${field}`)
    return said === undefined ? [] : [{ field, said }]
  })
  const isBelow = (readCount(row.total_available) ?? Infinity) < (saved?.committed_count ?? 0)
  const isWrong = (field: string) =>
    errors.some((error) => error.field === field) || (isBelow && field === 'total_available')
  const bind = (field: 'option_name' | 'total_available' | 'cost_per_unit') => ({
    value: row[field],
    'aria-invalid': isWrong(field),
    ...(isWrong(field) ? { 'aria-describedby': `${id}e` } : {}),
    onLeave: () => studio.touch(`${row.key} ${field}`),
  })
  const drop = () => {
    if (row.id === null) studio.setRows((rows) => rows.filter(({ key }) => key !== row.key))
    else studio.setRow(row.key, { isRemoved: true })
  }
  if (row.isRemoved) return <RemovedCells name={name} onPutBack={() => studio.setRow(row.key, { isRemoved: false })} />
  const { onLeave, ...nameField } = bind('option_name')
  const { onLeave: onLeaveTotal, ...totalField } = bind('total_available')
  return (
    <Fragment>
      <tr data-row={row.key} className={errors.length > 0 || isOpen ? 'cont' : undefined}>
        <td>
          <input
            {...nameField}
            className={isWrong('option_name') ? 'inp sm nm err' : 'inp sm nm'}
            aria-label={say('nameOf')}
            title={row.option_name}
            maxLength={200}
            onChange={({ target }) => studio.setRow(row.key, { option_name: target.value })}
            onBlur={onLeave}
          />
        </td>
        <td className="mut">
          <Kind row={row} studio={studio} name={name} />
        </td>
        <td className="r" data-label={say('total')}>
          <input
            {...totalField}
            className={isWrong('total_available') ? 'inp sm num err' : 'inp sm num'}
            inputMode="numeric"
            maxLength={12}
            aria-label={say('totalOf', { option: name })}
            onChange={({ target }) => studio.setRow(row.key, { total_available: target.value })}
            onBlur={onLeaveTotal}
          />
        </td>
        <td className="r" data-label={say('cost')}>
          <MoneyInput
            {...bind('cost_per_unit')}
            className={isWrong('cost_per_unit') ? 'inp sm num w err' : 'inp sm num w'}
            currency={currency}
            aria-label={say('costOf', { option: name })}
            onChange={(value) => studio.setRow(row.key, { cost_per_unit: value })}
          />
        </td>
        <td className="r" data-label={say('ifAll')}>
          {line && sayMoney(majorOf(line.allMinor, currency), currency, language)}
        </td>
        <td className="r" data-label={say('expect')}>
          <TakeUp row={row} studio={studio} name={name} />
        </td>
        <td className="r nw">
          <button
            type="button"
            className="btn q sm"
            aria-expanded={isOpen}
            aria-label={say('more', { option: name })}
            onClick={() => setOpen(!isOpen)}
          >
            <IconDots className="ic" aria-hidden />
          </button>
          <button type="button" className="btn q sm" aria-label={`${say('remove')}: ${name}`} onClick={drop}>
            <IconTrash className="ic" aria-hidden />
          </button>
        </td>
      </tr>
      {errors.length > 0 && (
        <tr className="under">
          <td colSpan={7} id={`${id}e`} className="neg s2" role="alert">
            {errors.map(({ said }) => said).join(' ')}
          </td>
        </tr>
      )}
      {isOpen && (
        <tr className="under">
          <td colSpan={7}>
            {saved !== undefined && saved.committed_count > 0 && (
              <p className="s2 mut">{say('promised', { count: sayCount(saved.committed_count, language) })}</p>
            )}
            <OptionMore row={row} studio={studio} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

function RemovedCells({ name, onPutBack }: { name: string; onPutBack: () => void }) {
  const say = useStudioWords()
  return (
    <tr className="gonerow">
      <td colSpan={5}>
        <s>{name}</s> <span className="dim">{say('removed')}</span>
      </td>
      <td colSpan={2} className="r">
        <button type="button" className="btn sm" onClick={onPutBack}>
          {say('putBack')}
        </button>
      </td>
    </tr>
  )
}

/** A track or an item: chosen once, for the server keeps the kind of an option. */
function Kind({ row, studio, name }: { row: Row; studio: Studio; name: string }) {
  const say = useStudioWords()
  const Glyph = row.option_type === 'TRACK' ? IconRoute : IconGift
  if (row.id !== null) {
    return (
      <span className="nw">
        <Glyph className="ic dim" aria-hidden /> {say(row.option_type === 'TRACK' ? 'track' : 'item')}
      </span>
    )
  }
  return (
    <span className="row kindsel">
      <Glyph className="ic dim" aria-hidden />
      <select
        className="inp sm"
        aria-label={say('kindOf', { option: name })}
        value={row.option_type}
        onChange={({ target }) =>
          studio.setRow(row.key, { option_type: target.value === 'TRACK' ? 'TRACK' : 'INVENTORY' })
        }
      >
        <option value="TRACK">{say('track')}</option>
        <option value="INVENTORY">{say('item')}</option>
      </select>
    </span>
  )
}

function TakeUp({ row, studio, name }: { row: Row; studio: Studio; name: string }) {
  const say = useStudioWords()
  const language = useLanguage()
  const known = studio.takeUps[row.key] ?? 100
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      className="inp sm num"
      inputMode="numeric"
      maxLength={5}
      aria-label={say('expectOf', { option: name })}
      value={typed ?? sayPercent(known, 100, language)}
      onFocus={({ target }) => {
        flushSync(() => setTyped(String(known)))
        target.select()
      }}
      onChange={({ target }) => {
        setTyped(target.value)
        const percent = Number(target.value.replace('%', '').trim() || '100')
        if (Number.isInteger(percent) && percent >= 0 && percent <= 100) studio.setTakeUp(row.key, percent)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
