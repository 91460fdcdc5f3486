import { useEffect, useRef } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

type Props = {
  total: number
  chosen: number
  /** How many are tried out; the last column says what would become of them. */
  tried: number
  isAll: boolean
  isDisabled: boolean
  onAll: () => void
  onNone: () => void
}

/** The names of the columns, and a box that chooses all that are shown, whether read yet or not. */
export function TableHead({ total, chosen, tried, isAll, isDisabled, onAll, onNone }: Props) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && !isAll
  }, [chosen, isAll])
  const label = isAll ? say('chooseNone') : say('chooseAll', { count: total, n: sayCount(total, language) })
  return (
    <tr>
      <th scope="col" data-label={label}>
        <input
          ref={box}
          type="checkbox"
          className="cbx"
          aria-label={label}
          title={label}
          checked={isAll}
          disabled={isDisabled}
          onChange={isAll ? onNone : onAll}
        />
      </th>
      <th scope="col">{say('person')}</th>
      <th scope="col">{say('department')}</th>
      <th scope="col">{say('option')}</th>
      <th scope="col">{say('slotAsked')}</th>
      <th scope="col" className="r">
        {say('amount')}
      </th>
      <th scope="col" className="r" aria-sort="descending">
        {say('waiting')}
      </th>
      <th scope="col">
        {tried === 0 ? say('state') : sayWhatIf('column', { count: tried, n: sayCount(tried, language) })}
      </th>
    </tr>
  )
}
