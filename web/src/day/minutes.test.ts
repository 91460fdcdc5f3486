import { expect, test } from 'vitest'
import { countMinutes } from './minutes.ts'

const scan = (minute: string, count: number, desk = 'six') => ({
  minute: `2027-05-21T${minute}:00.000Z`,
  desk_id: desk,
  count,
})

test('each minute of the last hour has its place, the newest last; what is older or of another desk is left out', () => {
  const day = {
    now: '2027-05-21T12:30:40.000Z',
    scans: [scan('12:30', 4), scan('12:29', 3), scan('11:31', 1), scan('11:30', 9), scan('12:30', 7, 'four')],
  }
  const counts = countMinutes(day, 'six')
  expect(counts).toHaveLength(60)
  expect([counts[0], counts[1], counts[58], counts[59]]).toEqual([1, 0, 3, 4])
  expect(countMinutes(day, 'nobody').every((count) => count === 0)).toBe(true)
})
