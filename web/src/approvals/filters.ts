import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { paths } from '../paths.ts'

/** Which of the pending are looked at. Empty text stands for "without a department" and "without a slot". */
export type Filters = {
  q: string
  options: string[]
  departments: string[]
  slots: string[]
  /** At least so many days; undefined lets all through. */
  waitingDays: number | undefined
}

type Search = { q?: string; event_option_id?: string; department?: string; slot?: string; waiting_days_min?: string }

/** The filters as they stand in the address, and how to change them there. */
export function useFilters(eventId: string) {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const { q, event_option_id: options, department, slot, waiting_days_min: days } = search
  const filters = useMemo(
    () => readFilters({ q, event_option_id: options, department, slot, waiting_days_min: days }),
    [q, options, department, slot, days],
  )
  const set = (change: Partial<Filters>) =>
    void navigate({
      to: paths.approvals(eventId),
      search: writeFilters({ ...filters, ...change }),
      replace: true,
      resetScroll: false,
    })
  return { filters, set, clear: () => set(noFilters), count: countFilters(filters) }
}

const noFilters: Filters = { q: '', options: [], departments: [], slots: [], waitingDays: undefined }

export function readFilters(search: Search): Filters {
  const days = Number(search.waiting_days_min)
  return {
    q: search.q ?? '',
    options: split(search.event_option_id),
    departments: split(search.department),
    slots: split(search.slot),
    waitingDays: Number.isInteger(days) && days > 0 ? days : undefined,
  }
}

export function writeFilters({ q, options, departments, slots, waitingDays }: Filters): Search {
  return {
    ...(q === '' ? {} : { q }),
    ...(options.length === 0 ? {} : { event_option_id: join(options) }),
    ...(departments.length === 0 ? {} : { department: join(departments) }),
    ...(slots.length === 0 ? {} : { slot: join(slots) }),
    ...(waitingDays === undefined ? {} : { waiting_days_min: String(waitingDays) }),
  }
}

/** The same filters in the words of the API. */
export function queryOf({ q, options, departments, slots, waitingDays }: Filters) {
  return {
    status_filter: 'PENDING' as const,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(options.length === 0 ? {} : { event_option_id: options }),
    ...(departments.length === 0 ? {} : { department: departments }),
    ...(slots.length === 0 ? {} : { slot: slots }),
    ...(waitingDays === undefined ? {} : { waiting_days_min: waitingDays }),
  }
}

/** The same for the list as a file, oldest first as it is shown. */
export function fileQueryOf(filters: Filters) {
  const { waiting_days_min: days, ...query } = queryOf(filters)
  return { ...query, ...(days === undefined ? {} : { waiting_days_min: String(days) }), order: 'oldest' }
}

function countFilters({ q, options, departments, slots, waitingDays }: Filters): number {
  return [q !== '', options.length > 0, departments.length > 0, slots.length > 0, waitingDays !== undefined].filter(
    Boolean,
  ).length
}

/** Several values share one parameter; a label may hold any letter, so the two that mean something here are escaped. */
const join = (values: string[]) =>
  values
    .map((value) => (value === '' ? '-' : value === '-' ? '%2D' : value.replaceAll('%', '%25').replaceAll('|', '%7C')))
    .join('|')

const split = (text: string | undefined) =>
  text === undefined || text === ''
    ? []
    : text
        .split('|')
        .map((part) => (part === '-' ? '' : part.replaceAll('%7C', '|').replaceAll('%2D', '-').replaceAll('%25', '%')))
