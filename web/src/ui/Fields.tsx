import './fields.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type FieldProps = { label: string; hint?: ReactNode; error?: string | undefined }

/** What ties a field to its label, its hint and what is wrong with it. */
export function useField({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  const id = useId()
  const says = [hint === undefined ? '' : `${id}h`, error === undefined ? '' : `${id}e`].filter(Boolean).join(' ')
  return {
    id,
    described: { id, 'aria-invalid': error !== undefined, ...(says === '' ? {} : { 'aria-describedby': says }) },
    className: error === undefined ? 'inp' : 'inp err',
  }
}

export function Frame({ id, label, hint, error, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="sfl">
      <label htmlFor={id}>{label}</label>
      {children}
      {error !== undefined && (
        <p className="neg s2" id={`${id}e`}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p className="dim s2" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TextProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  most?: number
  type?: 'text' | 'email' | 'date' | 'time' | 'password'
  autoComplete?: string
  isNeeded?: boolean
  inputMode?: 'numeric' | 'decimal'
  list?: string
  isFirst?: boolean
  placeholder?: string
}

export function TextField({
  label,
  hint,
  error,
  value,
  onChange,
  onLeave,
  most,
  type = 'text',
  isFirst,
  isNeeded,
  autoComplete = 'off',
  ...rest
}: TextProps) {
  const { id, described, className } = useField({ hint, error })
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        {...described}
        {...rest}
        className={className}
        type={type}
        value={value}
        maxLength={most}
        autoComplete={autoComplete}
        autoFocus={isFirst}
        data-autofocus={isFirst}
        required={isNeeded}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onLeave}
      />
    </Frame>
  )
}

export function AreaField({
  label,
  hint,
  error,
  value,
  onChange,
  onLeave,
  most,
  rows = 4,
  placeholder,
}: TextProps & { rows?: number }) {
  const { id, described, className } = useField({ hint, error })
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...described}
        className={`${className} area`}
        rows={rows}
        value={value}
        maxLength={most}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onLeave}
      />
    </Frame>
  )
}

type SelectProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [value: string, label: string])[]
}

export function SelectField({ label, hint, error, value, onChange, options }: SelectProps) {
  const { id, described, className } = useField({ hint, error })
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select {...described} className={className} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}
