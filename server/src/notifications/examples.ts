import type { NoticeKind } from '@allot/contract'
import type { Facts } from './facts.ts'

/** What a text is tried out with: everything a message can name. */
export const exampleFacts: Facts = {
  event: {
    name: 'Annual Day',
    slug: 'annual-day',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    startsAt: '2027-05-21T07:00:00.000Z',
    endsAt: '2027-05-21T16:00:00.000Z',
    venue: 'Harbour Hall',
  },
  option: 'Merino Hoodie',
  amountMinor: 7_400,
  slot: {
    label: 'North Gate 11:30',
    location: 'North Gate',
    startsAt: '2027-05-21T09:30:00.000Z',
    endsAt: '2027-05-21T10:00:00.000Z',
  },
  previousSlot: 'South Gate 10:00',
  notes: 'All sizes are taken; the T-shirt is still there.',
  alternatives: [
    { optionId: '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e', name: 'Cotton T-Shirt', left: 164, priceMinor: 2_850 },
  ],
  offerExpiresAt: '2027-05-20T10:00:00.000Z',
  counts: { waiting: 12, late: 4, asked: 31, approved: 22 },
  budget: { committedMinor: 9_096_000, totalMinor: 10_000_000 },
}
/** The same, with what such a message has and no more. */
export function exampleFactsOf(kind: NoticeKind): Facts {
  const { previousSlot, notes, alternatives, ...facts } = exampleFacts
  if (kind === 'slot_changed') return { ...facts, previousSlot }
  if (kind === 'registration_rejected') return { ...facts, notes, alternatives }
  return kind === 'registration_cancelled' ? { ...facts, notes } : facts
}

export const exampleToken = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
