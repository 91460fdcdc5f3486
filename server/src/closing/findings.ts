import type { FindingView } from '@allot/contract'

/** What findings are drawn from; amounts in major units. */
export type Figures = {
  eventId: string
  isOver: boolean
  budget: number
  spent: number
  uncollectedAmount: number
  approved: number
  collected: number
  pending: number
  scans: { scans: number; refused: number; findings: number }
  options: { id: string; name: string; total: number; asked: number; approved: number; waiting: number }[]
  slots: { id: string; name: string; capacity: number; asked: number; approved: number }[]
  sayMoney(amount: number): string
}

/** From this share on something is worth a line: less is what any event has. */
const MANY = 0.1
const FEW = 0.5

/**
 * What stands out, as the figures have it: the heaviest first, and nothing that they do not show. Each says where its
 * rows are.
 */
export function findFindings(figures: Figures): FindingView[] {
  const { eventId } = figures
  const outcomes = (query: string) => `/events/${eventId}/outcomes?${query}`
  const registrations = (query: string) => `/events/${eventId}/registrations?${query}`
  return [
    ...ofMoney(figures),
    ...ofPeople(figures, outcomes, registrations),
    ...figures.options.flatMap((option) => ofOption(option, registrations)),
    ...figures.slots.flatMap((slot) => ofSlot(slot, outcomes)),
    ...ofDesks(figures),
  ]
}

const plain = { subject: null, of: null, amount: null, rows: null }

function ofMoney({ isOver, budget, spent, eventId, sayMoney }: Figures): FindingView[] {
  const left = Math.round((budget - spent) * 1000) / 1000
  if (!isOver || left <= budget * MANY) return []
  const message = `${sayMoney(left)} of ${sayMoney(budget)} was not spent.`
  return [{ ...plain, kind: 'MONEY_UNSPENT', count: 0, amount: left, message, rows: `/events/${eventId}/ledger` }]
}

function ofPeople(
  { isOver, approved, collected, pending, uncollectedAmount }: Figures,
  outcomes: (query: string) => string,
  registrations: (query: string) => string,
): FindingView[] {
  const missing = approved - collected
  const findings: FindingView[] = []
  if (isOver && approved > 0 && collected === 0) {
    const message = 'Nothing was scanned: what was handed out is not known.'
    findings.push({
      ...plain,
      kind: 'NOTHING_COLLECTED',
      count: approved,
      message,
      rows: outcomes('became=uncollected'),
    })
  } else if (isOver && missing > approved * MANY) {
    const message = `${missing} of ${approved} approved were not collected.`
    const rows = outcomes('became=missing')
    findings.push({
      ...plain,
      kind: 'NO_SHOWS',
      count: missing,
      of: approved,
      amount: uncollectedAmount,
      message,
      rows,
    })
  }
  if (isOver && pending > 0) {
    const message = `${pending} who asked never had an answer.`
    findings.push({
      ...plain,
      kind: 'UNDECIDED',
      count: pending,
      message,
      rows: registrations('status_filter=PENDING'),
    })
  }
  return findings
}

function ofOption(option: Figures['options'][number], registrations: (query: string) => string): FindingView[] {
  const { name: subject, total, asked, approved, waiting } = option
  const about = { ...plain, subject, rows: registrations(`event_option_id=${option.id}`) }
  if (asked === 0)
    return [{ ...about, kind: 'NOBODY_ASKED', count: 0, of: total, message: `Nobody asked for ${subject}.` }]
  const findings: FindingView[] = []
  if (approved < total * FEW) {
    const message = `${approved} of ${total} of ${subject} were given: there were too many.`
    findings.push({ ...about, kind: 'OVERSUPPLY', count: total - approved, of: total, message })
  }
  const short = Math.max(asked - total, waiting)
  if (short > total * MANY) {
    const message = `${asked} asked for ${total} of ${subject}.`
    findings.push({ ...about, kind: 'SHORT_SUPPLY', count: short, of: total, message })
  }
  return findings
}

function ofSlot(
  { id, name: subject, capacity, asked, approved }: Figures['slots'][number],
  outcomes: (query: string) => string,
): FindingView[] {
  const about = { ...plain, subject, of: capacity, rows: outcomes(`slot_id=${id}`) }
  if (asked > capacity * (1 + MANY)) {
    return [
      { ...about, kind: 'SLOT_OVERRUN', count: asked, message: `${asked} wanted ${subject}, which takes ${capacity}.` },
    ]
  }
  if (approved >= capacity * MANY) return []
  return [
    { ...about, kind: 'SLOT_EMPTY', count: approved, message: `${approved} had ${subject}, which takes ${capacity}.` },
  ]
}

function ofDesks({ scans }: Figures): FindingView[] {
  const findings: FindingView[] = []
  if (scans.refused > scans.scans * MANY) {
    const message = `${scans.refused} of ${scans.scans} scans were refused.`
    findings.push({ ...plain, kind: 'SCANS_REFUSED', count: scans.refused, of: scans.scans, message })
  }
  if (scans.findings > 0) {
    const message = `${scans.findings} things were handed out that somebody has to look at.`
    findings.push({ ...plain, kind: 'DESK_FINDINGS', count: scans.findings, message })
  }
  return findings
}
