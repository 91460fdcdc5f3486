import type { LiveJob } from '@allot/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { MOST_AT_ONCE, approvalOf, inOrder } from './batch.ts'
import type { BatchRow, Terms } from './batch.ts'
import type { Filters } from './filters.ts'
import { readRefused } from './follow-job.ts'
import { useAfterChanges } from './queries.ts'
import type { Row } from './row.ts'
import { fitsOf, groupsOf } from './trial.ts'
import type { Fit, Groups } from './trial.ts'
import { tryOut } from './try-out.ts'
import type { Question, Trial } from './try-out.ts'

/** Whoever chooses one after the other is not asked about each. */
const CHOOSING_MS = 250
/** When others change what it was counted from, a trial is counted anew so often at most; a job is work for the server. */
const ANEW_MS = 2_000
const JOB_ANEW_MS = 10_000

const noRows: ReadonlyMap<string, BatchRow> = new Map()

export type TrialState = {
  /** The result on screen: of what is chosen now, or, for a moment, of what was chosen before. */
  trial: Trial | undefined
  /** Whether it is about what is chosen now. */
  isCurrent: boolean
  isCounting: boolean
  error: unknown
  retry: () => void
  /** How far the job is that a large trial becomes. */
  progress: LiveJob | undefined
  fits: ReadonlyMap<string, Fit>
  groups: Groups
  refusedRow: (id: string) => BatchRow | undefined
  /** Reads more of those who are refused. */
  readMore: () => void
}

/**
 * What would come of approving what is chosen, kept in step with the choice and with what others do. The result before
 * stays until there is a new one.
 *
 * @param whole the filters, where what is chosen is exactly what they find
 */
export function useTrial(
  eventId: string,
  chosen: ReadonlyMap<string, Row>,
  whole: Filters | undefined,
  terms: Terms,
  isEnabled: boolean,
): TrialState {
  const question = useQuestion(chosen, whole, terms, isEnabled)
  const [rested] = useDebouncedValue(question, CHOOSING_MS)
  const asked = rested?.round === question?.round ? rested : undefined
  const [progress, setProgress] = useState<LiveJob | undefined>(undefined)

  const query = useQuery({
    queryKey: ['what-if', eventId, question?.round, asked?.id],
    queryFn:
      asked === undefined
        ? skipToken
        : ({ signal }) => {
            setProgress(undefined)
            return tryOut(eventId, asked, setProgress, signal)
          },
    placeholderData: (before) => (before?.question.round === question?.round ? before : undefined),
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  const trial = question === undefined ? undefined : query.data
  const size = chosen.size
  const refetch = () => {
    if (question !== undefined && asked === question && !query.isFetching) void query.refetch()
  }
  useAfterChanges(eventId, size > MOST_AT_ONCE ? JOB_ANEW_MS : ANEW_MS, refetch)

  const jobId = trial?.kind === 'job' ? trial.jobId : undefined
  const pages = useInfiniteQuery({
    queryKey: ['job-refused', jobId],
    queryFn: jobId === undefined ? skipToken : ({ pageParam, signal }) => readRefused(jobId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    gcTime: 0,
    enabled: (trial?.summary.refused ?? 0) > 0,
  })
  const refused = useMemo(() => {
    const rows = trial?.kind === 'job' ? pages.data?.pages.flatMap(({ items }) => items) : trial?.rows
    if (!rows) return noRows
    return new Map(rows.filter(({ outcome }) => outcome === 'REFUSED').map((row) => [row.registration_id, row]))
  }, [trial, pages.data])
  const isComplete = trial !== undefined && (trial.kind === 'whole' || refused.size >= trial.summary.refused)
  const { fits, groups } = useMemo(() => {
    if (!trial) return { fits: new Map<string, Fit>(), groups: groupsOf([], new Map()) }
    const { summary, question: of } = trial
    const all = fitsOf({ summary, refused, requests: of.requests, isComplete, moves: of.terms.moves })
    return { fits: all, groups: groupsOf(of.requests, all) }
  }, [trial, refused, isComplete])

  const readMore = () => {
    if (pages.hasNextPage && !pages.isFetching && !pages.isError) void pages.fetchNextPage()
  }
  return {
    trial,
    isCurrent: trial !== undefined && trial.question === question,
    isCounting: question !== undefined && (asked !== question || query.isFetching),
    error: query.error ?? pages.error,
    retry: () => void (pages.isError ? pages.refetch() : query.refetch()),
    progress: query.isFetching ? progress : undefined,
    fits,
    groups,
    refusedRow: (id) => refused.get(id),
    readMore,
  }
}

/**
 * What is to be asked, made anew only where the choice or the terms changed. A choice that begins with nobody chosen is a
 * round of its own: it has nothing to do with the results before.
 */
function useQuestion(
  chosen: ReadonlyMap<string, Row>,
  whole: Filters | undefined,
  terms: Terms,
  isEnabled: boolean,
): Question | undefined {
  const last = useRef<{ id: number; round: number; isOpen: boolean }>({ id: 0, round: 0, isOpen: false })
  return useMemo(() => {
    const isOpen = isEnabled && chosen.size > 0
    const { id, round, isOpen: wasOpen } = last.current
    last.current = { id: id + 1, round: isOpen && !wasOpen ? round + 1 : round, isOpen }
    if (!isOpen) return undefined
    const rows = [...chosen.values()]
    const input = approvalOf(rows, whole, terms)
    return { id: last.current.id, round: last.current.round, input, requests: inOrder(rows, terms.order), terms }
  }, [chosen, whole, terms, isEnabled])
}
