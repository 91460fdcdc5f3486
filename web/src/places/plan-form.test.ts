import { expect, test } from 'vitest'
import { readPlan } from './plan-form.ts'
import type { PlanFields } from './plan-form.ts'

const fields: PlanFields = {
  locationId: 'gate',
  from: '2027-05-21',
  to: '',
  opens: '09:00',
  closes: '17:00',
  pauseFrom: '',
  pauseTo: '',
  minutes: '30',
  people: '20',
}
const read = (more: Partial<PlanFields>) => readPlan({ ...fields, ...more }, 'en')

test('one day, or all from one to another; midnight is the end of the day', () => {
  expect(read({})).toMatchObject({ plan: { days: ['2027-05-21'], breaks: [], slot_minutes: 30 } })
  expect(read({ to: '2027-05-23', closes: '00:00', pauseFrom: '12:30', pauseTo: '13:00' })).toMatchObject({
    plan: {
      days: ['2027-05-21', '2027-05-22', '2027-05-23'],
      opening: [{ from: '09:00', to: '24:00' }],
      breaks: [{ from: '12:30', to: '13:00' }],
    },
  })
})

test.each<[Partial<PlanFields>, keyof PlanFields]>([
  [{ from: '' }, 'from'],
  [{ to: '2027-05-20' }, 'to'],
  [{ to: '2027-07-22' }, 'to'],
  [{ opens: '' }, 'opens'],
  [{ closes: '09:00' }, 'closes'],
  [{ pauseTo: '13:00' }, 'pauseFrom'],
  [{ pauseFrom: '12:00' }, 'pauseTo'],
  [{ minutes: '4' }, 'minutes'],
  [{ minutes: '121' }, 'minutes'],
  [{ people: '0' }, 'people'],
])('%o is said to be wrong', (more, wrong) => {
  expect(read(more)).toEqual({ wrong })
})
