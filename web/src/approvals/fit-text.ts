import { sayCount, sayMoney } from '../ui/format.ts'
import type { Fit, Given } from './trial.ts'

/** A trial's word on one request, before it is said: which sentence, and what stands in it. */
export type FitText = {
  head: 'money' | 'places' | 'stock' | 'slot' | undefined
  key: 'fits' | 'fitsIn' | 'money' | `${'full' | 'given'}${Others}` | 'slotFull' | 'own' | 'answered' | undefined
  values: Record<string, string | number>
  /** In the server's words, where there is no sentence for it here. */
  message?: string
}

/** Whether others of the trial have some of it, and come before. */
type Others = '' | 'Earlier' | 'Others'

export function fitText(fit: Exclude<Fit, { kind: 'unread' }>, currency: string, language: string): FitText {
  const money = (amount: number) => sayMoney(amount, currency, language)
  const figures = ({ committed, total, toOthers }: Given) => ({
    committed: sayCount(committed, language),
    total: sayCount(total, language),
    count: toOthers,
    n: sayCount(toOthers, language),
  })
  switch (fit.kind) {
    case 'fits':
      return fit.slot === undefined
        ? { head: undefined, key: 'fits', values: {} }
        : { head: undefined, key: 'fitsIn', values: { slot: fit.slot } }
    case 'money':
      return { head: 'money', key: 'money', values: { needed: money(fit.needed), left: money(fit.left) } }
    case 'option': {
      const { toOthers, areEarlier } = fit.stock
      const others: Others = toOthers === 0 ? '' : areEarlier ? 'Earlier' : 'Others'
      const values = figures(fit.stock)
      return fit.isTrack
        ? { head: 'places', key: `full${others}`, values }
        : { head: 'stock', key: `given${others}`, values }
    }
    case 'slot':
      return { head: 'slot', key: 'slotFull', values: { ...figures(fit.stock), slot: fit.label } }
    case 'other':
      return otherText(fit.code, fit.message)
  }
}

function otherText(code: string, message: string): FitText {
  switch (code) {
    case 'OWN_REGISTRATION':
      return { head: undefined, key: 'own', values: {} }
    case 'INVALID_TRANSITION':
    case 'REGISTRATION_NOT_FOUND':
      return { head: undefined, key: 'answered', values: {} }
    default:
      return { head: undefined, key: undefined, values: {}, message }
  }
}
