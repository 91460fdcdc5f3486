import type { LogEntry } from './log.ts'

/** An entry that waits to be sent, with what people call it. */
export type Unsent = { leaseId: string; entry: LogEntry; personName: string; optionName: string }

/** What the server made of an entry that somebody should know of. */
export type Finding = { personName: string; optionName: string; at: string; message: string }

/** As many as the server takes at once. */
const MOST_AT_ONCE = 200

/**
 * What to send next: the oldest lease's entries, in order, as many as go at once. A lease that is finished stands
 * before the one that came after it, for what was done first is told first.
 */
export function nextBatch(unsent: readonly Unsent[]): { leaseId: string; entries: LogEntry[] } | undefined {
  const leaseId = unsent[0]?.leaseId
  if (leaseId === undefined) return undefined
  const entries = unsent.filter((one) => one.leaseId === leaseId).map(({ entry }) => entry)
  return { leaseId, entries: entries.toSorted((one, other) => one.seq - other.seq).slice(0, MOST_AT_ONCE) }
}

type Told = { seq: number; outcome: string; finding: string | null; message: string }

/**
 * What is left to send once the server has answered, and what somebody should know. An entry the server did not take
 * is not sent again: it would be refused again, and with it all behind it.
 */
export function applyTold(
  unsent: readonly Unsent[],
  leaseId: string,
  told: readonly Told[],
): { unsent: Unsent[]; findings: Finding[] } {
  const answers = new Map(told.map((one) => [one.seq, one]))
  const left: Unsent[] = []
  const findings: Finding[] = []
  for (const one of unsent) {
    const answer = one.leaseId === leaseId ? answers.get(one.entry.seq) : undefined
    if (!answer) left.push(one)
    else if (answer.finding !== null || !['COLLECTED', 'UNDONE'].includes(answer.outcome)) {
      const { personName, optionName, entry } = one
      findings.push({ personName, optionName, at: entry.at, message: answer.message })
    }
  }
  return { unsent: left, findings }
}

/** What the server already has is not sent again: after an answer that was lost, it says where it goes on. */
export function dropKnown(unsent: readonly Unsent[], leaseId: string, nextSeq: number): Unsent[] {
  return unsent.filter((one) => one.leaseId !== leaseId || one.entry.seq >= nextSeq)
}
