import type { Schema } from '../api.ts'

/** One request at the workbench, and what became of it since it was read. */
export type Row = Schema<'Registration'>
export type RowChange = 'new' | 'changed' | 'gone'
