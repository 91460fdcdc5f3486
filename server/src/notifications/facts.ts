/** What a notice says, kept with it as it was when it happened. Instants are ISO 8601, as in JSON. */
export type Facts = {
  event?: EventFacts | undefined
  option?: string | undefined
  amountMinor?: number | undefined
  slot?: SlotFacts | null | undefined
  previousSlot?: string | null | undefined
  notes?: string | null | undefined
  /** What there is instead, the nearest first. */
  alternatives?: AlternativeFacts[] | undefined
  /** Until when an offer holds. */
  offerExpiresAt?: string | null | undefined
  counts?: { waiting?: number; late?: number; asked?: number; approved?: number } | undefined
  budget?: { committedMinor: number; totalMinor: number } | undefined
  /** Sent to try a text out: the values are examples, and this is the text. */
  trial?: { subject: string; body: string } | undefined
}

export type EventFacts = {
  name: string
  slug: string
  currency: string
  timezone: string
  startsAt: string | null
  endsAt: string | null
  venue: string | null
}
export type SlotFacts = { label: string; location: string | null; startsAt: string | null; endsAt: string | null }
export type AlternativeFacts = { optionId: string; name: string; left: number; priceMinor: number }
