import type { BatchRow, BatchSummary, Move } from './batch.ts'
import type { Row } from './row.ts'

/** What would become of one request: it fits, or the first thing that stands in its way. Amounts in major units. */
export type Fit =
  | { kind: 'fits'; slot: string | undefined }
  | { kind: 'money'; needed: number; left: number }
  | { kind: 'option'; isTrack: boolean; stock: Given }
  | { kind: 'slot'; label: string; stock: Given }
  | { kind: 'other'; code: string; message: string }
  /** That part of the answer has not been read yet. */
  | { kind: 'unread' }

/** What is given of something limited: in all, and of that to others of the same trial, who come before or not. */
export type Given = { committed: number; total: number; toOthers: number; areEarlier: boolean }

const UNREAD: Fit = { kind: 'unread' }
const FITS: Fit = { kind: 'fits', slot: undefined }

type Answer = {
  summary: BatchSummary
  /** Whoever is refused, as far as it was read. */
  refused: ReadonlyMap<string, BatchRow>
  /** Requests as the trial comes to them, and whether all who are refused were read. */
  requests: readonly Row[]
  isComplete: boolean
  moves: readonly Move[]
}

/** What would become of each; where not all of it was read, only up to the last one refused is it known who fits. */
export function fitsOf({ summary, refused, requests, isComplete, moves }: Answer): Map<string, Fit> {
  const options = new Map(summary.totals.options.map((one) => [one.option_id, one]))
  const slots = new Map(summary.totals.slots.map((one) => [one.label, one]))
  const moved = new Map(moves.flatMap(({ slot, ids }) => ids.map((id) => [id, slot] as const)))
  const read = isComplete ? requests.length : 1 + requests.findLastIndex(({ id }) => refused.has(id))
  const areEarlier = summary.mode !== 'largest_fit'
  const fits = new Map<string, Fit>()
  for (const [index, request] of requests.entries()) {
    const row = refused.get(request.id)
    const slot = moved.get(request.id)
    if (row) fits.set(request.id, whyNot(row, request, slot ?? request.preferred_pickup_slot))
    else if (index >= read) fits.set(request.id, UNREAD)
    else fits.set(request.id, slot === undefined ? FITS : { kind: 'fits', slot })
  }
  return fits

  function whyNot({ code, message }: BatchRow, request: Row, label: string | null): Fit {
    const option = options.get(request.event_option_id)
    const slot = slots.get(label ?? '')
    if (code === 'BUDGET_EXHAUSTED') {
      return { kind: 'money', needed: request.amount_committed, left: summary.totals.budget.available_after }
    }
    if (code === 'INVENTORY_EXHAUSTED' && option) {
      return {
        kind: 'option',
        isTrack: option.option_type === 'TRACK',
        stock: given(option, option.total_available, areEarlier),
      }
    }
    if (code === 'SLOT_CONFLICT' && slot)
      return { kind: 'slot', label: slot.label, stock: given(slot, slot.capacity, areEarlier) }
    return { kind: 'other', code: code ?? '', message: message ?? '' }
  }
}

function given({ committed_before, committed_after }: Totals, total: number, areEarlier: boolean): Given {
  return { committed: committed_after, total, toOthers: committed_after - committed_before, areEarlier }
}
type Totals = { committed_before: number; committed_after: number }

export type Groups = { refused: Row[]; fitting: Row[]; unread: Row[] }

/** Those who do not fit, by reason once all reasons are known, and those who do; each in the order of the trial. */
export function groupsOf(requests: readonly Row[], fits: ReadonlyMap<string, Fit>): Groups {
  const groups: Groups = { refused: [], fitting: [], unread: [] }
  for (const request of requests) {
    const kind = fits.get(request.id)?.kind
    if (kind === undefined) continue
    groups[kind === 'fits' ? 'fitting' : kind === 'unread' ? 'unread' : 'refused'].push(request)
  }
  if (groups.unread.length === 0) groups.refused.sort((a, b) => rankOf(fits.get(a.id)) - rankOf(fits.get(b.id)))
  return groups
}

/** What can be helped most easily comes first: another slot, something else, more money. */
const ranks = { slot: 0, option: 1, money: 2, other: 3, fits: 4, unread: 5 } as const

const rankOf = (fit: Fit | undefined) => (fit ? ranks[fit.kind] : ranks.unread)

export type Reason = 'money' | 'stock' | 'slot' | 'else'

/** How many are refused for what, in that order; codes that are rare count together. */
export function reasonsOf(refusals: readonly { code: string; count: number }[]): { reason: Reason; count: number }[] {
  const counts: Record<Reason, number> = { money: 0, stock: 0, slot: 0, else: 0 }
  for (const { code, count } of refusals) counts[reasonOf(code)] += count
  return (Object.keys(counts) as Reason[]).flatMap((reason) =>
    counts[reason] === 0 ? [] : [{ reason, count: counts[reason] }],
  )
}

function reasonOf(code: string): Reason {
  switch (code) {
    case 'BUDGET_EXHAUSTED':
      return 'money'
    case 'INVENTORY_EXHAUSTED':
      return 'stock'
    case 'SLOT_CONFLICT':
      return 'slot'
    default:
      return 'else'
  }
}

/** How many of those refused come before this one and miss the very same. */
export function countAhead(refused: readonly Row[], fits: ReadonlyMap<string, Fit>, request: Row): number {
  const fit = fits.get(request.id)
  if (fit?.kind !== 'option' && fit?.kind !== 'slot') return 0
  const before = refused.slice(
    0,
    refused.findIndex(({ id }) => id === request.id),
  )
  return before.filter((other) => {
    const known = fits.get(other.id)
    if (fit.kind === 'slot') return known?.kind === 'slot' && known.label === fit.label
    return known?.kind === 'option' && other.event_option_id === request.event_option_id
  }).length
}
