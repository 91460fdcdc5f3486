import { expect, test } from 'vitest'
import { followBegin, moveDates } from './clone-draft.ts'
import { emptyFields, emptyRow } from './draft.ts'
import type { Draft } from './draft.ts'

const first: Draft = {
  fields: {
    ...emptyFields({ currency: 'EUR', timezone: 'Europe/Amsterdam' }),
    event_date: '2027-05-21 09:00',
    registration_start_date: '2027-03-01 09:00',
    registration_end_date: '2027-04-30 18:00',
  },
  rows: [{ ...emptyRow('TRACK'), key: 'walk', starts_at: '2027-05-21 10:00', ends_at: '' }],
}

test('dates move by days of the calendar and keep their hours; what is empty stays empty', () => {
  const { fields, rows } = moveDates(first, 364)
  expect(fields).toMatchObject({
    event_date: '2028-05-19 09:00',
    registration_end_date: '2028-04-28 18:00',
    ends_at: '',
  })
  expect(rows[0]).toMatchObject({ starts_at: '2028-05-19 10:00', ends_at: '' })
})

test('when the beginning of a copy moves, the other dates follow', () => {
  const { fields, rows } = followBegin(first, first, '2027-05-28 09:00')
  expect(fields).toMatchObject({
    registration_start_date: '2027-03-08 09:00',
    registration_end_date: '2027-05-07 18:00',
  })
  expect(rows[0]).toMatchObject({ starts_at: '2027-05-28 10:00' })
})

test('a date that was changed by hand stays', () => {
  const before = { ...first, fields: { ...first.fields, registration_end_date: '2027-05-01 12:00' } }
  const { fields } = followBegin(first, before, '2027-05-28 09:00')
  expect(fields).toMatchObject({
    registration_start_date: '2027-03-08 09:00',
    registration_end_date: '2027-05-01 12:00',
  })
})

test('a year that is still being typed moves nothing', () => {
  const { fields } = followBegin(first, first, '0002-05-28 09:00')
  expect(fields).toMatchObject({ event_date: '0002-05-28 09:00', registration_end_date: '2027-04-30 18:00' })
})
