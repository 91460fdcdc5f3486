/** A slot as its place sees it: from when to when it may have how many people there. */
export type Attendance = { startsAt: Date; endsAt: Date; capacity: number }

/** When most people may be at a place, and how many. */
export type Crowd = { at: Date; people: number }

/**
 * Finds the moment at which the slots of a place together take more people than it has room for.
 *
 * @param room how many people fit at once
 * @returns the moment with most people, the first of several; undefined where they always fit
 * @see docs/invariants.md: P2
 */
export function findCrowd(slots: readonly Attendance[], room: number): Crowd | undefined {
  const steps = slots
    .flatMap(({ startsAt, endsAt, capacity }) => [
      { at: startsAt.getTime(), by: capacity },
      { at: endsAt.getTime(), by: -capacity },
    ])
    // Who leaves makes room for who comes at the same moment.
    .toSorted((a, b) => a.at - b.at || a.by - b.by)
  let people = 0
  let most: Crowd | undefined
  for (const { at, by } of steps) {
    people += by
    if (people > room && people > (most?.people ?? 0)) most = { at: new Date(at), people }
  }
  return most
}
