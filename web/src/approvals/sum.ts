import type { Counts, Stock } from './counts.ts'
import { minor, slotStock } from './counts.ts'
import type { Row } from './row.ts'

export type Share = { id: string; name: string; chosen: number; stock: Stock; left: number }
export type Sum = {
  count: number
  amountMinor: number
  leftMinor: number
  options: Share[]
  slots: Share[]
  /** Whether all that is chosen is there, of everything; only then is it certain that every approval goes through. */
  fits: boolean
}

/**
 * Adds up what is chosen, beside what is left. It is a sum and no more: which of them fit when they do not all fit is
 * for the server to say, one by one.
 */
export function sumUp(rows: Iterable<Row>, counts: Counts): Sum {
  const options = new Map<string, Share>()
  const slots = new Map<string, Share>()
  let amountMinor = 0
  let count = 0
  const add = (shares: Map<string, Share>, id: string, name: string, stock: Stock) => {
    const share = shares.get(id) ?? { id, name, chosen: 0, stock, left: Math.max(0, stock.total - stock.committed) }
    shares.set(id, { ...share, chosen: share.chosen + 1 })
  }
  for (const row of rows) {
    count += 1
    amountMinor += minor(row.amount_committed, counts.currency)
    const option = counts.option(row.event_option_id)
    if (option) {
      add(options, row.event_option_id, row.option_name, {
        committed: option.committed_count,
        total: option.total_available,
      })
    }
    const label = row.preferred_pickup_slot
    const slot = slotStock(label, counts)
    if (slot && label !== null) add(slots, label, label, slot)
  }
  const leftMinor = Math.max(0, counts.moneyMinor.total - counts.moneyMinor.committed)
  const mostChosen = (a: Share, b: Share) => b.chosen - a.chosen || a.name.localeCompare(b.name)
  const shares = { options: [...options.values()].sort(mostChosen), slots: [...slots.values()].sort(mostChosen) }
  const fits =
    amountMinor <= leftMinor && [...shares.options, ...shares.slots].every(({ chosen, left }) => chosen <= left)
  return { count, amountMinor, leftMinor, ...shares, fits }
}
