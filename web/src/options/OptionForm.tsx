import { currencyDecimals, toMinor } from '@allot/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useTell } from '../registrations/tell.tsx'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useArchive } from './use-archive.ts'
import { useOptionWords } from './words.ts'

type Props = { event: Schema<'Event'>; option?: Schema<'Option'>; onClose: () => void }
type Draft = { name: string; stock: string; price: string; type: Schema<'Option'>['option_type'] }
type Faults = Partial<Record<'name' | 'stock' | 'price', ReactNode>>

/** An option where it stands: its name, how much there is, what each costs; or a new one. */
export function OptionForm({ event, option, onClose }: Props) {
  const say = useOptionWords()
  const language = useLanguage()
  const client = useQueryClient()
  const tell = useTell()
  const digits = currencyDecimals(event.currency)
  const [draft, setDraft] = useState<Draft>({
    name: option?.option_name ?? '',
    stock: option === undefined ? '' : String(option.total_available),
    price:
      option?.cost_per_unit === undefined || option.cost_per_unit === null ? '' : option.cost_per_unit.toFixed(digits),
    type: option?.option_type ?? 'INVENTORY',
  })
  const [wasAsked, setAsked] = useState(false)
  const onDone = () => {
    void client.invalidateQueries({ queryKey: eventKey(event.id) })
    onClose()
  }
  const save = useAction((body: Body, headers) => saveOption(event.id, option?.id, body, headers), { onDone })
  const archive = useArchive(event.id, tell, onDone)

  const { faults, body } = check()
  const isBelow =
    option !== undefined && save.error instanceof ApiError && save.error.problem.code === 'OPTION_OVERCOMMITTED'
  const shown = shownFaults()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setAsked(true)
    if (body) save.run(body)
  }

  function check(): { faults: Faults; body: Body | undefined } {
    const name = draft.name.trim()
    const stock = Number(draft.stock)
    const price = draft.price.trim() === '' ? 0 : Number(draft.price.replace(',', '.'))
    const committed = option?.committed_count ?? 0
    const isWhole = draft.stock.trim() !== '' && Number.isInteger(stock) && stock >= 1
    const faults: Faults = {
      ...(name === '' ? { name: say('nameNeeded') } : {}),
      ...(isWhole ? (stock < committed ? { stock: below(committed) } : {}) : { stock: say('stockNeeded') }),
      ...(price >= 0 && toMinor(price, event.currency) !== undefined ? {} : { price: say('priceNeeded', { digits }) }),
    }
    const isGood = Object.keys(faults).length === 0
    return {
      faults,
      body: isGood
        ? {
            option_name: name,
            total_available: stock,
            cost_per_unit: draft.price.trim() === '' ? null : price,
            option_type: draft.type,
          }
        : undefined,
    }
  }

  function below(committed: number): ReactNode {
    const count = sayCount(committed, language)
    return (
      <>
        {say('belowStock', { shown: count })}{' '}
        {option && (
          <Link to={paths.registrations(event.id)} search={{ status: 'APPROVED', option: option.id } as never}>
            {say('showThem', { shown: count })}
          </Link>
        )}
      </>
    )
  }

  function shownFaults(): Faults {
    const said = save.error instanceof ApiError ? (save.error.problem.errors ?? []) : []
    const at = (field: string) => said.find(({ path }) => path === `body.${field}`)?.message
    const server: Faults = {
      ...(at('option_name') === undefined ? {} : { name: at('option_name') }),
      ...(at('total_available') === undefined ? {} : { stock: at('total_available') }),
      ...(at('cost_per_unit') === undefined ? {} : { price: at('cost_per_unit') }),
      ...(isBelow ? { stock: below(option.committed_count) } : {}),
    }
    return {
      ...server,
      ...(wasAsked ? faults : faults.stock !== undefined && draft.stock !== '' ? { stock: faults.stock } : {}),
    }
  }

  const isNew = option === undefined
  const name = draft.name.trim()
  return (
    <form
      className={isNew ? 'og ogform ognew' : 'og ogform'}
      onSubmit={submit}
      noValidate
      aria-label={isNew ? say('addTitle') : say('edit', { name: option.option_name })}
    >
      {isNew && (
        <fieldset className="row">
          <legend className="sr">{say('kind')}</legend>
          {(['INVENTORY', 'TRACK'] as const).map((type) => (
            <label key={type} className={draft.type === type ? 'chip on' : 'chip'}>
              <input
                type="radio"
                className="sr"
                name="option-type"
                checked={draft.type === type}
                onChange={() => change({ type })}
              />
              {say(type === 'TRACK' ? 'track' : 'item')}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        label={say('name')}
        value={draft.name}
        fault={shown.name}
        onChange={(value) => change({ name: value })}
        maxLength={200}
        isFirst
      />
      <div className="row ogtwo">
        <Field
          label={say(draft.type === 'TRACK' ? 'places' : 'stock')}
          value={draft.stock}
          fault={shown.stock}
          inputMode="numeric"
          onChange={(value) => change({ stock: value })}
        />
        <Field
          label={say('price', { currency: event.currency })}
          value={draft.price}
          fault={shown.price}
          inputMode="decimal"
          onChange={(value) => change({ price: value })}
        />
      </div>
      {!isNew && option.committed_count > 0 && <p className="s2 dim">{say('oldPrice')}</p>}
      {save.error && Object.keys(shown).length === 0 && <ErrorNote error={save.error} />}
      {archive.error && <ErrorNote error={archive.error} />}
      <div className="row ogacts">
        <button type="submit" className="btn sm pri" disabled={save.isPending}>
          {isNew ? (name === '' ? say('addDoEmpty') : say('addDo', { name })) : say('save')}
        </button>
        <button type="button" className="btn sm q" onClick={onClose}>
          {say('keep')}
        </button>
        {!isNew && (
          <button
            type="button"
            className="btn sm q dng"
            disabled={archive.isPending}
            onClick={() => archive.run(option)}
          >
            {say('archive', { name: option.option_name })}
          </button>
        )}
      </div>
    </form>
  )
}

type Body = { option_name: string; total_available: number; cost_per_unit: number | null; option_type: Draft['type'] }

function saveOption(eventId: string, optionId: string | undefined, body: Body, headers: { 'Idempotency-Key': string }) {
  const { option_type: _fixed, ...change } = body
  return optionId === undefined
    ? take(api.POST('/events/{event_id}/options', { params: { path: { event_id: eventId } }, body, headers }))
    : take(
        api.PUT('/events/{event_id}/options/{option_id}', {
          params: { path: { event_id: eventId, option_id: optionId } },
          body: change,
          headers,
        }),
      )
}

type FieldProps = {
  label: string
  value: string
  fault: ReactNode
  onChange: (value: string) => void
  inputMode?: 'numeric' | 'decimal'
  maxLength?: number
  isFirst?: boolean
}

function Field({ label, value, fault, onChange, inputMode, maxLength, isFirst = false }: FieldProps) {
  const id = useId()
  return (
    <label className="ogfield" htmlFor={id}>
      <span className="s2 mut">{label}</span>
      <input
        id={id}
        className={fault === undefined ? 'inp sm' : 'inp sm err'}
        inputMode={inputMode}
        maxLength={maxLength}
        autoComplete="off"
        value={value}
        autoFocus={isFirst}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}f`}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault !== undefined && (
        <span className="s2 neg" id={`${id}f`} role="alert">
          {fault}
        </span>
      )}
    </label>
  )
}
