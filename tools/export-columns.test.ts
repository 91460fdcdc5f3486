import { expect, test } from 'vitest'
import { columns } from '../web/src/exports/columns.ts'
import { read } from './repository.ts'

const tables = {
  registrations: read('server/src/registrations/registration-table.ts'),
  ledger: read('server/src/ledger/ledger-table.ts'),
  waitlist: read('server/src/exports/tables.ts').split('function waitlistTable')[1] ?? '',
}

test.each(Object.entries(tables))('the columns of %s that can be chosen are those of its file', (kind, text) => {
  const names = [...text.matchAll(/[cC]olumn(?:<\w+>)?\('(\w+)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(10)
  expect(columns[kind as keyof typeof columns]).toEqual(names)
})
