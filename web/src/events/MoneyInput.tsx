import { useState } from 'react'
import { flushSync } from 'react-dom'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { moneyText, readMoney } from './read-number.ts'

type MoneyProps = {
  value: string
  currency: string
  onChange: (value: string) => void
  onLeave?: () => void
  className: string
  id?: string
  'aria-label'?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** An amount: said with its sign while one looks at it, plain while one types. */
export function MoneyInput({ value, currency, onChange, onLeave, ...rest }: MoneyProps) {
  const language = useLanguage()
  const [isTyping, setTyping] = useState(false)
  const amount = readMoney(value, language)
  const shown = isTyping || amount === undefined ? value : sayMoney(amount, currency, language)
  return (
    <input
      {...rest}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      value={shown}
      onFocus={({ target }) => {
        // At once, so that what is selected is the text one types over.
        flushSync(() => setTyping(true))
        target.select()
      }}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => {
        setTyping(false)
        // From now on it reads the same, whatever language it is looked at in.
        if (amount !== undefined && moneyText(amount) !== value) onChange(moneyText(amount))
        onLeave?.()
      }}
    />
  )
}
