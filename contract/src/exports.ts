import { z } from 'zod'
import { count, flag, id, instant, page, several } from './common.ts'
import * as examples from './export-examples.ts'
import { ledgerExportQuery } from './ledger.ts'
import { registrationExportQuery } from './registrations.ts'
import { waitlistQuery } from './waitlist.ts'

/** What of an event becomes a file; `all` is a workbook of all but the waitlist. */
export const exportKinds = ['registrations', 'ledger', 'budget', 'collections', 'waitlist', 'all'] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** So many columns no table here has. */
const MOST_COLUMNS = 100

const delimiter = z.enum(['comma', 'semicolon', 'tab'])
const columnName = z.string().regex(/^[a-z_]{1,60}$/, 'must be the name of a column, such as person_name')

const chosen = {
  columns: z
    .string()
    .max(2_000)
    .regex(/^[a-z_]+(,[a-z_]+)*$/, 'must be names of columns with commas between them, such as person_name,status')
    .transform((names) => names.split(','))
    .optional()
    .meta({ description: 'Only these columns, in this order: their names with commas between them' }),
}
const separated = {
  bom: flag.optional().meta({ description: 'Whether it begins with a byte order mark; it does unless said' }),
  delimiter: delimiter.optional().meta({ description: 'A comma, unless said' }),
}

const { skip: _skip, limit: _limit, cursor: _cursor, ...waitlistFilter } = waitlistQuery.shape
const collectionFilter = {
  desk_id: id.optional(),
  event_option_id: several(id),
  undone: flag.optional().meta({ description: 'Only those that were taken back, or only the others' }),
}

/** The filters of each kind, as its list on the screen has them. */
export const exportFilters = {
  registrations: registrationExportQuery,
  ledger: ledgerExportQuery,
  budget: z.strictObject({}),
  collections: z.strictObject(collectionFilter),
  waitlist: z.strictObject(waitlistFilter),
  all: z.strictObject({}),
} as const satisfies Record<ExportKind, z.ZodType>

export const exportQueries = {
  registrationsCsv: registrationExportQuery.extend({ ...chosen, ...separated }),
  registrationsXlsx: registrationExportQuery.extend(chosen),
  ledgerCsv: ledgerExportQuery.extend({ ...chosen, ...separated }),
  ledgerXlsx: ledgerExportQuery.extend(chosen),
  budgetCsv: z.strictObject({ ...chosen, ...separated }),
  budgetXlsx: z.strictObject(chosen),
  collectionsCsv: z.strictObject({ ...collectionFilter, ...chosen, ...separated }),
  collectionsXlsx: z.strictObject({ ...collectionFilter, ...chosen }),
  waitlistCsv: z.strictObject({ ...waitlistFilter, ...chosen, ...separated }),
  waitlistXlsx: z.strictObject({ ...waitlistFilter, ...chosen }),
} as const

export const exportInput = z
  .strictObject({
    kind: z.enum(exportKinds),
    format: z.enum(exportFormats),
    columns: z.array(columnName).min(1).max(MOST_COLUMNS).optional(),
    filter: z
      .record(z.string().max(100), z.union([z.string().max(2_000), z.array(z.string().max(2_000)).max(100)]))
      .optional()
      .meta({ description: 'The parameters of the list that this kind has, as they would stand in its query' }),
    bom: z.boolean().optional(),
    delimiter: delimiter.optional(),
  })
  .refine(({ kind, format }) => kind !== 'all' || format === 'xlsx', {
    path: ['format'],
    message: 'must be xlsx where all is asked for: comma-separated values have no sheets',
  })
  .refine(({ kind, columns }) => kind !== 'all' || columns === undefined, {
    path: ['columns'],
    message: 'must not stand where all is asked for: its sheets have columns of their own',
  })
  .meta({ id: 'NewExport', examples: [examples.exportInput] })
export type ExportInput = z.infer<typeof exportInput>

export const exportStatuses = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const
export type ExportStatus = (typeof exportStatuses)[number]

/** A file that is made while nobody waits for it. */
export const exportJob = z
  .object({
    id,
    event_id: id,
    kind: z.enum(exportKinds),
    format: z.enum(exportFormats),
    status: z.enum(exportStatuses),
    rows_done: count,
    rows_total: count.nullable().meta({ description: 'null where it is not known before all were looked at' }),
    file_name: z.string().nullable(),
    size_bytes: count,
    problem: z.string().nullable().meta({ description: 'Why it failed' }),
    created_by: id,
    created_by_name: z.string(),
    created_at: instant,
    finished_at: instant.nullable(),
    kept_until: instant.nullable().meta({ description: 'Until when the file can be had' }),
  })
  .meta({ id: 'Export', examples: [examples.exportJob] })
export type ExportView = z.infer<typeof exportJob>

export const exportParams = z.strictObject({ export_id: id })
export const exportListQuery = page.extend({ event_id: id.optional() })
