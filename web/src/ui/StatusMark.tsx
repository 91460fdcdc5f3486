import { defineWords } from '../words.ts'

export type MarkKind =
  | 'approved'
  | 'pending'
  | 'held'
  | 'left'
  | 'cancelled'
  | 'rejected'
  | 'waiting'
  | 'draft'
  | 'collected'
  | 'over'

const marks: Record<MarkKind, string> = {
  approved: 'c',
  pending: 'p',
  held: 'h',
  left: 'a',
  cancelled: 'a',
  rejected: 'x',
  waiting: 'w',
  draft: 'w',
  collected: 'k',
  over: 'o',
}

const useWords = defineWords('status', {
  en: {
    WAITLISTED: 'On the waitlist',
    PENDING: 'Pending',
    APPROVED: 'Approved',
    REJECTED: 'Rejected',
    CANCELLED: 'Cancelled',
  },
  de: {
    WAITLISTED: 'Auf der Warteliste',
    PENDING: 'Offen',
    APPROVED: 'Zugesagt',
    REJECTED: 'Abgelehnt',
    CANCELLED: 'Storniert',
  },
})

export type Status = 'WAITLISTED' | 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED'

const kinds: Record<Status, MarkKind> = {
  WAITLISTED: 'waiting',
  PENDING: 'pending',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
}

/** A piece of the bar beside a word: never colour alone. */
export function Mark({ kind }: { kind: MarkKind }) {
  return <i className={`sw ${marks[kind]}`} aria-hidden />
}

/** A registration's state, as mark and word. */
export function StatusMark({ status, isHeld = false }: { status: Status; isHeld?: boolean }) {
  const say = useWords()
  const kind = status === 'PENDING' && isHeld ? 'held' : kinds[status]
  return (
    <span className="st">
      <Mark kind={kind} />
      {say(status)}
    </span>
  )
}
