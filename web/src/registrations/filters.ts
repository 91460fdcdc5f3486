import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Schema } from '../api.ts'

export type Status = Schema<'Registration'>['status']
export const statuses = ['WAITLISTED', 'PENDING', 'APPROVED', 'REJECTED', 'CANCELLED'] as const

/** What a list of registrations is narrowed to. Empty text stands for people without a department or a slot. */
export type Filters = {
  q: string
  status: Status | undefined
  options: string[]
  departments: string[]
  slots: string[]
  order: 'newest' | 'oldest'
}

type Search = Record<string, string | undefined>

/** The filters as the address has them, and a way to change them: only what narrows stands in the address. */
export function useFilters() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const filters = useMemo(() => readFilters(search), [search])
  const change = (change: Partial<Filters>) =>
    void navigate({ to: '.', search: writeFilters({ ...filters, ...change }) as never, replace: true })
  return { filters, change }
}

export function readFilters(search: Search): Filters {
  return {
    q: search.q ?? '',
    status: statuses.find((status) => status === search.status),
    options: split(search.option),
    departments: split(search.department),
    slots: split(search.slot),
    order: search.order === 'oldest' ? 'oldest' : 'newest',
  }
}

export function writeFilters({ q, status, options, departments, slots, order }: Filters): Search {
  const all = {
    q,
    status: status ?? '',
    option: join(options),
    department: join(departments),
    slot: join(slots),
    order: order === 'oldest' ? order : '',
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

export function countFilters({ q, status, options, departments, slots }: Filters): number {
  return [q !== '', status !== undefined, options.length > 0, departments.length > 0, slots.length > 0].filter(Boolean)
    .length
}

export const noFilters: Omit<Filters, 'order'> = { q: '', status: undefined, options: [], departments: [], slots: [] }

/** The query of the API for them. */
export function queryOf({ q, status, options, departments, slots }: Filters) {
  return {
    ...(q === '' ? {} : { q }),
    ...(status === undefined ? {} : { status_filter: status }),
    ...(options.length === 0 ? {} : { event_option_id: options }),
    ...(departments.length === 0 ? {} : { department: departments }),
    ...(slots.length === 0 ? {} : { slot: slots }),
  }
}

/** Several values in one: a bar between them, `~` before what is not meant as one. */
function join(values: readonly string[]): string {
  return values.map((value) => (value === '' ? '~e' : value.replaceAll('~', '~t').replaceAll('|', '~p'))).join('|')
}

function split(text: string | undefined): string[] {
  if (text === undefined || text === '') return []
  return text.split('|').map((value) => (value === '~e' ? '' : value.replaceAll('~p', '|').replaceAll('~t', '~')))
}
