/**
 * How many are before a row of the waitlist, and itself: its position from 1. Whoever has several wishes stands in the
 * list with the first of them.
 *
 * @param own what the row is called in the statement
 */
export function positionOf(own: string): string {
  return `(select count(*) from waitlist_wishes ahead
    where ahead.tenant_id = ${own}.tenant_id and ahead.event_id = ${own}.event_id and ahead.is_waiting
      and ahead.wish_no = 1 and ${isAhead('ahead', own)}) + 1`
}

/** Whether one row of the waitlist comes before another. */
export function isAhead(one: string, other: string): string {
  return `(${one}.priority > ${other}.priority
    or (${one}.priority = ${other}.priority and ${one}.rank < ${other}.rank))`
}
