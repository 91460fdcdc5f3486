import { describe, expect, test } from 'vitest'
import type { Json } from '../src/testing/reply.ts'
import { drawPlan, faultNames } from './plan.ts'
import { replay } from './reference.ts'
import { runPlan } from './run.ts'

describe('a plan', () => {
  test('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => drawPlan(seed, 500, faultNames)
    expect(draw(7)).toEqual(draw(7))
    expect(draw(8).steps).not.toEqual(draw(7).steps)
  })

  test('lets each fault strike that is asked for, and leaves room behind it', () => {
    const { faults } = drawPlan(3, 200, faultNames)
    expect(new Set(faults.map(({ name }) => name))).toEqual(new Set(faultNames))
    expect(faults.every(({ before }) => before < 200)).toBe(true)
    expect(drawPlan(3, 200, []).faults).toEqual([])
  })
})

describe('the simple-minded reference', () => {
  const option = 'the mug'
  const trail = (...entries: object[]) =>
    replay(
      [
        { action: 'event.created', subject_id: 'event', detail: { event_budget_amount: 10 } },
        { action: 'option.created', subject_id: option, detail: { total_available: 1 } },
        ...entries,
      ].map((entry, index) => ({
        entry_no: index + 1,
        created_at: '2027-05-21T10:00:00Z',
        ...entry,
      })) as unknown as Json[],
    ).faults
  const step = (id: string, from: string | null, to: string, amount = 500, person = id) => ({
    action: `registration.${to.toLowerCase()}`,
    subject_id: id,
    from_status: from,
    to_status: to,
    detail: { user_id: person, event_option_id: option, amount_minor: amount, slot_id: null },
  })
  const story = [step('ann', null, 'PENDING'), step('ann', 'PENDING', 'APPROVED'), step('ann', 'APPROVED', 'CANCELLED')]

  test('believes what is right', () => {
    expect(trail(...story, step('bob', null, 'PENDING'), step('bob', 'PENDING', 'APPROVED'))).toEqual([])
  })

  test.each([
    [
      'more given than there is',
      [
        step('ann', null, 'PENDING'),
        step('ann', 'PENDING', 'APPROVED'),
        step('bob', null, 'PENDING'),
        step('bob', 'PENDING', 'APPROVED'),
      ],
    ],
    ['more spent than there is', [step('ann', null, 'PENDING', 1_001), step('ann', 'PENDING', 'APPROVED', 1_001)]],
    ['a step that there is not', [...story, step('ann', 'CANCELLED', 'APPROVED')]],
    ['a step from where it was not', [step('ann', null, 'PENDING'), step('ann', 'APPROVED', 'CANCELLED')]],
    ['one person with two', [step('ann', null, 'PENDING', 500, 'ann'), step('again', null, 'PENDING', 500, 'ann')]],
    ['a missing entry', [{ ...story[0], entry_no: 4 }]],
  ])('finds %s', (_, entries) => {
    expect(trail(...entries)).not.toEqual([])
  })
})

test(
  'a short run with servers, worker and PostgreSQL killed and lines cut breaks nothing',
  { timeout: 180_000 },
  async () => {
    const faults = ['kill-server', 'kill-worker', 'kill-postgres', 'cut'] as const
    const { broken, acknowledged, struck, messages } = await runPlan({ seed: 1, operations: 120, faults, clients: 8 })
    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThan(40)
    expect(struck.kills).toBeGreaterThanOrEqual(3)
    expect(messages.distinct).toBe(messages.due)
  },
)
