import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { MoneyInput } from './MoneyInput.tsx'
import { Frame, SelectField, useField } from '../ui/Fields.tsx'
import { readMoney } from './read-number.ts'
import { useSayWrong } from './say-wrong.ts'
import { useEventNow } from './use-event-now.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

export const currencies = Intl.supportedValuesOf('currency')

export function BudgetStep({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const language = useLanguage()
  const wrong = useSayWrong(studio)
  const { fields } = studio.draft
  const event = useEventNow(studio)
  const error = wrong('event_budget_amount')
  const { id, described, className } = useField({ error })
  const currencyName = new Intl.DisplayNames(language, { type: 'currency', fallback: 'code' })
  const nameOf = (code: string) => currencyName.of(code) ?? code
  const committed = event?.budget_committed ?? 0
  const pending = event?.summary?.pending_amount ?? 0
  const budget = readMoney(fields.event_budget_amount, language) ?? 0
  return (
    <>
      <h1 tabIndex={-1}>{say('budgetTitle')}</h1>
      <p className="mut lead">{say('budgetText')}</p>
      <div className="sform">
        <Frame id={id} label={say('amount')} error={error}>
          <MoneyInput
            {...described}
            className={`${budget < committed ? 'inp err' : className} tall hugein`}
            value={fields.event_budget_amount}
            currency={fields.currency}
            onChange={(value) => studio.setField('event_budget_amount', value)}
            onLeave={() => studio.touch('event_budget_amount')}
          />
        </Frame>
        {event === undefined ? (
          <SelectField
            label={say('currency')}
            hint={say('currencyText')}
            value={fields.currency}
            onChange={(value) => studio.setField('currency', value)}
            options={currencies.map((code) => [code, `${code} · ${nameOf(code)}`] as const)}
            error={wrong('currency')}
          />
        ) : (
          <p className="mut">{say('currencyFixed', { currency: nameOf(event.currency) })}</p>
        )}
      </div>
      {event !== undefined && committed + pending > 0 && (
        <div className="now">
          {budget >= committed && <AllotmentBar committed={committed} pending={pending} total={budget} size="md" />}
          <p className="s3 mut">
            {say('committedNow', {
              amount: sayMoney(committed, event.currency, language),
              pending: sayMoney(pending, event.currency, language),
            })}
          </p>
        </div>
      )}
    </>
  )
}
