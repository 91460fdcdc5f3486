import { expect, test } from 'vitest'
import { differencesOf, mergeDrafts } from './differences.ts'
import { emptyFields, emptyRow } from './draft.ts'
import type { Draft, EventFields, Row } from './draft.ts'

const row = (id: string, change: Partial<Row> = {}): Row => ({ ...emptyRow(), key: id, id, option_name: id, ...change })
const draft = (fields: Partial<EventFields> = {}, rows: Row[] = [row('mug'), row('cap')]): Draft => ({
  fields: { ...emptyFields({ currency: 'EUR', timezone: 'UTC' }), name: 'Gala', venue: 'Hall', ...fields },
  rows,
})

test('what only one of us changed is no question; both changes are kept', () => {
  const theirs = draft({ venue: 'Barn' })
  const mine = draft({ name: 'Ball' })
  expect(differencesOf(draft(), theirs, mine)).toEqual([])
  expect(mergeDrafts(draft(), theirs, mine, {}).fields).toMatchObject({ name: 'Ball', venue: 'Barn' })
})

test('what both changed to the same is no question either', () => {
  expect(differencesOf(draft(), draft({ name: 'Ball' }), draft({ name: 'Ball' }))).toEqual([])
})

test('what both changed differently is asked, and the choice counts', () => {
  const [theirs, mine] = [draft({ name: 'Fair' }), draft({ name: 'Ball' })]
  expect(differencesOf(draft(), theirs, mine)).toMatchObject([{ field: 'name', theirs: 'Fair', mine: 'Ball' }])
  expect(mergeDrafts(draft(), theirs, mine, { name: 'theirs' }).fields.name).toBe('Fair')
  expect(mergeDrafts(draft(), theirs, mine, { name: 'mine' }).fields.name).toBe('Ball')
})

test('options are compared field by field, and new ones of both stay', () => {
  const theirs = draft({}, [row('mug', { total_available: '5' }), row('cap'), row('pen')])
  const mine = draft({}, [
    row('mug', { total_available: '7', cost_per_unit: '2' }),
    row('cap'),
    { ...emptyRow(), option_name: 'bag' },
  ])
  expect(differencesOf(draft(), theirs, mine)).toMatchObject([
    { option: 'mug', field: 'total_available', theirs: '5', mine: '7' },
  ])
  const merged = mergeDrafts(draft(), theirs, mine, { 'mug total_available': 'theirs' })
  expect(merged.rows.map(({ option_name: name }) => name)).toEqual(['mug', 'cap', 'pen', 'bag'])
  expect(merged.rows[0]).toMatchObject({ total_available: '5', cost_per_unit: '2' })
})

test('an option that they removed while I changed it is asked about; kept, it is added anew', () => {
  const theirs = draft({}, [row('cap')])
  const mine = draft({}, [row('mug', { total_available: '7' }), row('cap')])
  expect(differencesOf(draft(), theirs, mine)).toMatchObject([{ kind: 'removed', by: 'them', option: 'mug' }])
  expect(mergeDrafts(draft(), theirs, mine, { mug: 'theirs' }).rows).toHaveLength(1)
  expect(mergeDrafts(draft(), theirs, mine, { mug: 'mine' }).rows[1]).toMatchObject({ id: null, total_available: '7' })
})

test('an option that I removed while they changed it is asked about', () => {
  const theirs = draft({}, [row('mug', { total_available: '5' }), row('cap')])
  const mine = draft({}, [row('mug', { isRemoved: true }), row('cap')])
  expect(differencesOf(draft(), theirs, mine)).toMatchObject([{ kind: 'removed', by: 'me' }])
  expect(mergeDrafts(draft(), theirs, mine, { mug: 'mine' }).rows[0]).toMatchObject({ isRemoved: true })
  expect(mergeDrafts(draft(), theirs, mine, { mug: 'theirs' }).rows[0]).toMatchObject({ isRemoved: false })
})
