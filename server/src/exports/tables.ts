import { exportFilters } from '@allot/contract'
import type { ExportInput, ExportKind } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { z } from 'zod'
import { readBooks } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { isToBeDrawn } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import { readVariance } from '../events/variance.ts'
import { ledgerTable } from '../ledger/ledger-table.ts'
import { ledgerFilterOf } from '../ledger/ledger.routes.ts'
import type { Actor } from '../platform/actor.ts'
import { column, csvFile, moneyColumn, pickColumns, timeColumn } from '../platform/csv.ts'
import type { CsvTerms, Table } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import type { ExportedFile } from '../platform/exports.ts'
import { invalid } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { Problem } from '../platform/problem.ts'
import type { Permission } from '../platform/roles.ts'
import { xlsxFile } from '../platform/xlsx.ts'
import { countByStatus, hasCounter, totalOf } from '../registrations/registration-search.sql.ts'
import { registrationTable } from '../registrations/registration-table.ts'
import { filterOf } from '../registrations/registrations.routes.ts'
import { withoutTurns } from '../waitlist/waitlist-view.ts'
import { listEntries } from '../waitlist/waitlist.sql.ts'
import type { EntryRow } from '../waitlist/waitlist.sql.ts'
import { countCollections, readCollections } from './exports.sql.ts'
import type { CollectionRow } from './exports.sql.ts'

/** Which permission reads each kind, as it does the list that it is of. */
export const readers: Record<ExportKind, readonly [Permission, ...Permission[]]> = {
  registrations: ['registration.read'],
  ledger: ['ledger.read'],
  budget: ['ledger.read'],
  collections: ['registration.read'],
  waitlist: ['registration.read'],
  all: ['registration.read', 'ledger.read'],
}

/** @throws Problem FORBIDDEN where somebody may not read all that a kind is made of */
export function checkReader(actor: Pick<Actor, 'role'>, kind: ExportKind): void {
  if (readers[kind].every((permission) => hasPermission(actor.role, permission))) return
  throw new Problem('FORBIDDEN', `The role ${actor.role} may not do this; it needs ${readers[kind].join(' and ')}.`)
}

type Filters = { [Kind in ExportKind]: z.output<(typeof exportFilters)[Kind]> }
type SheetKind = Exclude<ExportKind, 'all'>

/** What is asked for: a kind with its filter, which columns of it, and how it is written. */
export type FileTerms<Kind extends ExportKind = ExportKind> = {
  kind: Kind
  format: 'csv' | 'xlsx'
  filter: Filters[Kind]
  columns?: readonly string[] | undefined
} & Partial<{ [Term in keyof CsvTerms]: CsvTerms[Term] | undefined }>

/** How many rows there will be, where a counter knows; and who is told of those that were read. */
export type Progress = { total: number | null; count: (rows: number) => void }

/** Reads what was asked for as a job, as the query of the list would be read. @throws Problem INVALID in words */
export function termsOf({ kind, format, columns, filter, bom, delimiter }: ExportInput): FileTerms {
  const parsed = exportFilters[kind].safeParse(filter ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
    const message = issue?.code === 'unrecognized_keys' ? `is no filter of ${kind}` : (issue?.message ?? 'is not right')
    throw invalid(['body.filter', name].filter((part) => part !== undefined).join('.'), message)
  }
  return { kind, format, filter: parsed.data, columns, bom, delimiter }
}

/** A file of an event, for whoever may see it. @throws Problem EVENT_NOT_FOUND, or INVALID where a column is unknown */
export async function openFile(
  tx: Tx,
  actor: Actor,
  eventId: string,
  terms: FileTerms,
  where: 'query.columns' | 'body.columns',
  tell?: (progress: Progress['total']) => (rows: number) => void,
): Promise<ExportedFile> {
  const key = { tenantId: actor.tenantId, eventId }
  const event = await findVisibleEvent(tx, actor, eventId)
  const kinds: readonly SheetKind[] =
    terms.kind === 'all' ? ['registrations', 'ledger', 'budget', 'collections'] : [terms.kind]
  const opened = await Promise.all(
    kinds.map((kind) => openTable(tx, key, event, kind, terms.kind === 'all' ? defaultsOf(kind) : terms.filter)),
  )
  const totals = opened.map(({ total }) => total)
  const count = tell?.(totals.includes(null) ? null : totals.reduce<number>((sum, one) => sum + (one ?? 0), 0))
  const sheets = opened.map(({ table }, index) => ({
    title: kinds[index] ?? '',
    table: pickColumns(table, terms.columns, where),
  }))
  const [first] = sheets
  if (!first) throw new Error('a file without a table')
  if (terms.format === 'csv') {
    return csvFile(first.table, { bom: terms.bom ?? true, delimiter: terms.delimiter ?? 'comma' }, count)
  }
  const name = terms.kind === 'all' ? `${event.slug}-workbook` : first.table.name
  return xlsxFile({ name, sheets, timezone: event.timezone }, count)
}

function defaultsOf(kind: SheetKind): Filters[SheetKind] {
  return exportFilters[kind].parse({})
}

type Opened = { table: Table<never>; total: number | null }

async function openTable(
  tx: Tx,
  key: EventKey,
  event: EventWithMoney,
  kind: SheetKind,
  given: Filters[ExportKind],
): Promise<Opened> {
  // The kind says which filter it is; a union of pairs would say the same at greater length.
  const filter = given as Filters[never]
  const opened = await openers[kind](tx, key, event, filter)
  return opened as Opened
}

const openers: {
  [Kind in SheetKind]: (
    tx: Tx,
    key: EventKey,
    event: EventWithMoney,
    filter: Filters[Kind],
  ) => Promise<{ table: unknown; total: number | null }>
} = {
  registrations: async (tx, key, event, query) => {
    const filter = filterOf(query)
    const total = hasCounter(filter) ? totalOf(await countByStatus(tx, key), filter.status) : null
    return { table: await registrationTable(tx, key, event, filter, query.order), total }
  },
  ledger: async (tx, key, event, query) => {
    const heads = await readBooks(tx, key)
    const count = heads?.ledger_count ?? 0
    const isAll = Object.values(query).every((one) => one === undefined)
    return { table: await ledgerTable(tx, key, event, count, ledgerFilterOf(query)), total: isAll ? count : null }
  },
  budget: (tx, key, event) => budgetTable(tx, key, event),
  collections: async (tx, key, { slug }, query) => {
    const filter = { deskId: query.desk_id, optionIds: query.event_option_id, undone: query.undone }
    const isAll = Object.values(query).every((one) => one === undefined)
    const total = isAll ? await countCollections(tx, key) : null
    return { table: collectionTable(tx, key, slug, filter), total }
  },
  waitlist: async (tx, key, event, query) => ({
    table: waitlistTable(tx, key, event, { state: query.state, optionId: query.event_option_id }),
    total: null,
  }),
}

type BudgetLine = {
  line: 'budget' | 'option'
  name: string
  option_type: string | null
  total_available: number | null
  committed_count: number | null
  held_count: number | null
  available: number | null
  budget: number | null
  committed: number
  left: number | null
  requested: number | null
  utilization_percentage: number
}

/** The budget as one line, and each option as another. */
async function budgetTable(
  tx: Tx,
  key: EventKey,
  event: EventWithMoney,
): Promise<{ table: Table<BudgetLine>; total: number }> {
  const report = await readVariance(tx, key, event)
  const { currency, slug } = event
  const whole: BudgetLine = {
    line: 'budget',
    name: report.event_name,
    option_type: null,
    total_available: null,
    committed_count: report.approved_registrations_count,
    held_count: null,
    available: null,
    budget: report.total_budget,
    committed: report.budget_committed,
    left: report.budget_available,
    requested: report.pending_amount,
    utilization_percentage: report.utilization_percentage,
  }
  const lines = [whole].concat(
    report.option_variance.map((option) => ({
      line: 'option',
      name: option.option_name,
      option_type: option.option_type,
      total_available: option.total_available,
      committed_count: option.committed_count,
      held_count: option.held_count,
      available: option.available_slots,
      budget: null,
      committed: option.amount_committed,
      left: null,
      requested: null,
      utilization_percentage: option.utilization_percentage,
    })),
  )
  const money = (name: string, read: (line: BudgetLine) => number | null) => ({
    ...moneyColumn<BudgetLine>(name, currency, () => 0),
    read,
  })
  const table: Table<BudgetLine> = {
    name: `${slug}-budget`,
    columns: [
      column('line', ({ line }) => line),
      column('name', ({ name }) => name),
      column('option_type', (line) => line.option_type),
      money('budget', (line) => line.budget),
      money('committed', (line) => line.committed),
      money('available', (line) => line.left),
      money('requested', (line) => line.requested),
      column('currency', () => currency),
      column('total_available', (line) => line.total_available),
      column('committed_count', (line) => line.committed_count),
      column('held_count', (line) => line.held_count),
      column('available_count', (line) => line.available),
      column('utilization_percentage', (line) => line.utilization_percentage),
    ],
    readRows: async (after, limit) => {
      const from = after === undefined ? 0 : lines.indexOf(after) + 1
      return lines.slice(from, from + limit)
    },
  }
  return { table, total: lines.length }
}

function collectionTable(
  tx: Tx,
  key: EventKey,
  slug: string,
  filter: Parameters<typeof readCollections>[2],
): Table<CollectionRow> {
  return {
    name: `${slug}-collections`,
    columns: [
      timeColumn('collected_at', (row) => row.collected_at),
      column('person_name', (row) => row.person_name),
      column('person_email', (row) => row.person_email),
      column('person_department', (row) => row.person_department),
      column('option_name', (row) => row.option_name),
      column('option_type', (row) => row.option_type),
      column('pickup_slot', (row) => row.slot),
      column('desk_name', (row) => row.desk_name),
      column('collected_by_name', (row) => row.collected_by_name),
      column('device_name', (row) => row.device_name),
      column('was_offline', (row) => String(row.is_offline)),
      column('slot_was_overridden', (row) => String(row.is_slot_overridden)),
      timeColumn('undone_at', (row) => row.undone_at),
      column('undone_by_name', (row) => row.undone_by_name),
      column('undone_reason', (row) => row.undone_reason),
      column('id', (row) => row.id),
      column('registration_id', (row) => row.registration_id),
    ],
    readRows: (after, limit) => readCollections(tx, key, filter, after, limit),
  }
}

function waitlistTable(
  tx: Tx,
  key: EventKey,
  event: EventWithMoney,
  filter: Parameters<typeof listEntries>[2],
): Table<EntryRow> {
  const { slug, currency } = event
  const inTurn = isToBeDrawn(event) ? withoutTurns : (row: EntryRow) => row
  return {
    name: `${slug}-waitlist`,
    columns: [
      column('position', (row) => row.position),
      column('person_name', (row) => row.person_name),
      column('person_email', (row) => row.person_email),
      column('person_department', (row) => row.person_department),
      column('option_names', (row) => row.option_names.join(' | ')),
      column('preferred_pickup_slot', (row) => row.preferred_slot),
      column('priority', (row) => row.priority),
      column('state', (row) => (row.is_waiting ? 'waiting' : 'offered')),
      timeColumn('joined_at', (row) => row.joined_at),
      timeColumn('offered_at', (row) => row.offered_at),
      timeColumn('offer_expires_at', (row) => row.offer_expires_at),
      moneyColumn('amount', currency, (row) => fromMinor(row.amount_minor, currency)),
      column('currency', () => currency),
      column('registration_id', (row) => row.registration_id),
      column('user_id', (row) => row.user_id),
    ],
    readRows: async (after, limit) => {
      const { rows } = await listEntries(tx, key, filter, { after: after?.registration_id, skip: 0, limit })
      return rows.map(inTurn)
    },
  }
}
