import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideAll, findConflicts } from './allocation.ts'
import { planBatch } from './batch.ts'
import { fitOf } from './fit.ts'
import { largestFit } from './largest-fit.ts'
import { aRegistration, aSnapshot, always, anOption, clock, givenGala, noon, openList, organizer } from './testing.ts'
import { doOverlap } from './time.ts'

const from = (starts: string, ends: string) => ({ startsAt: clock(starts), endsAt: clock(ends) })
const track = (id: string, starts: string, ends: string, said = {}) =>
  anOption({ id, type: 'TRACK', priceMinor: 0, takesPlace: from(starts, ends), ...said })
const talk = track('talk', '09:00', '10:00')
const lab = track('lab', '09:30', '10:30')
const walk = track('walk', '10:00', '11:00')
const open = anOption({ id: 'open', type: 'TRACK', priceMinor: 0 })

describe('two periods', () => {
  test.each([
    ['the same', from('09:00', '10:00'), true],
    ['one within the other', from('09:15', '09:45'), true],
    ['one around the other', from('08:00', '11:00'), true],
    ['a minute of both', from('09:59', '11:00'), true],
    ['one ends as the other begins', from('10:00', '11:00'), false],
    ['one begins as the other ends', from('08:00', '09:00'), false],
    ['an instant within the other', from('09:30', '09:30'), false],
    ['a day apart', from('19:00', '20:00'), false],
  ])('%s', (_, other, isShared) => {
    expect(doOverlap(from('09:00', '10:00'), other)).toBe(isShared)
    expect(doOverlap(other, from('09:00', '10:00'))).toBe(isShared)
  })
})

describe('a track while another goes on', () => {
  test('who asked for the talk cannot ask for the lab, and hears which track it is and what they may have', () => {
    const gala = givenGala({ options: [talk, lab, walk, open] })
    expect(gala.register('ann', { option: 'talk' })).toBe('registered')
    expect(gala.register('ann', { option: 'lab' })).toBe('TIME_OVERLAP')
    expect(gala.last()).toMatchObject({
      refusal: {
        headline: {
          optionId: 'lab',
          overlapping: [{ optionId: 'talk', optionName: 'talk', registrationId: 'ann-1', ...talk.takesPlace }],
          // The walk begins when the talk is over, and what has no time is never at the same time.
          alternativeOptions: [
            { optionId: 'walk', left: 3 },
            { optionId: 'open', left: 3 },
          ],
        },
      },
    })
    expect(gala.register('bob', { option: 'lab' })).toBe('registered')
    expect(gala.register('ann', { option: 'walk' })).toBe('registered')
    expect(gala.register('ann', { option: 'open' })).toBe('registered')
  })

  test('an alternative is nothing that the person has, nothing at the same time, nothing full, and no mug', () => {
    const late = track('late', '10:30', '12:00')
    const full = track('full', '12:00', '13:00', { total: 1 })
    const gone = track('gone', '12:00', '13:00', { isActive: false })
    const gala = givenGala({ options: [talk, lab, walk, late, full, gone, open, anOption()] })
    gala.register('bob', { option: 'full' })
    gala.approve('bob')
    gala.register('ann', { option: 'talk' })
    gala.register('ann', { option: 'walk' })
    expect(gala.register('ann', { option: 'lab' })).toBe('TIME_OVERLAP')
    expect(gala.last()).toMatchObject({
      refusal: {
        headline: {
          overlapping: [{ optionId: 'talk' }, { optionId: 'walk' }],
          alternativeOptions: [{ optionId: 'open' }],
        },
      },
    })
  })

  test('an item is at no time, and giving it up makes none', () => {
    const mug = anOption({ takesPlace: undefined })
    const gala = givenGala({ options: [talk, lab, mug] })
    gala.register('ann', { option: 'talk' })
    expect(gala.register('ann', { option: 'mug' })).toBe('registered')
    gala.cancel('ann')
    expect(gala.register('ann', { option: 'lab' })).toBe('TIME_OVERLAP')
  })

  test('after giving up the talk the lab can be had', () => {
    const gala = givenGala({ options: [talk, lab] })
    gala.register('ann', { option: 'talk' })
    gala.approve('ann')
    expect(gala.register('ann', { option: 'lab' })).toBe('TIME_OVERLAP')
    gala.cancel('ann')
    expect(gala.register('ann', { option: 'lab' })).toBe('registered')
    expect(gala.approve('ann')).toBe('approved')
  })

  test('it comes last: who hears of it hears of all else that is short before it', () => {
    const gala = givenGala({ options: [talk, { ...lab, total: 1, priceMinor: 9 }], budgetMinor: 9 })
    gala.register('bob', { option: 'lab' })
    gala.approve('bob')
    gala.register('ann', { option: 'talk' })
    expect(gala.register('ann', { option: 'lab' })).toBe('BUDGET_EXHAUSTED, INVENTORY_EXHAUSTED, TIME_OVERLAP')
  })

  test('asking whether it would work says the same', () => {
    const live = { ann: [{ registrationId: 'r1', optionId: 'talk', optionType: 'TRACK' as const }] }
    const snapshot = aSnapshot({ options: [talk, lab], live })
    const wish = { option: lab, slot: null, amountMinor: 0 }
    expect(findConflicts(snapshot, { ...wish, personId: 'ann' }, noon)).toMatchObject([{ type: 'TIME_OVERLAP' }])
    expect(findConflicts(snapshot, { ...wish, personId: 'bob' }, noon)).toEqual([])
    expect(findConflicts(snapshot, wish, noon)).toEqual([])
  })
})

describe('tracks whose times are changed', () => {
  test('where two overlap by now, neither is approved until one of them is given up', () => {
    const gala = givenGala({ options: [talk, walk] })
    gala.register('ann', { option: 'talk' })
    gala.register('ann', { option: 'walk' })
    gala.change({ options: [talk, { ...walk, takesPlace: from('09:59', '11:00') }] })
    expect(gala.approve('ann')).toBe('TIME_OVERLAP')
    gala.change({ options: [talk, walk] })
    expect(gala.approve('ann')).toBe('approved')
  })

  test('a batch leaves out whom it cannot approve, and so does the largest set', () => {
    const registrations = [
      aRegistration({ id: 'r1', personId: 'ann', optionId: 'talk', amountMinor: 0 }),
      aRegistration({ id: 'r2', personId: 'ann', optionId: 'lab', amountMinor: 0 }),
      aRegistration({ id: 'r3', personId: 'bob', optionId: 'lab', amountMinor: 0 }),
    ]
    const live = {
      ann: registrations
        .slice(0, 2)
        .map(({ id, optionId }) => ({ registrationId: id, optionId, optionType: 'TRACK' as const })),
    }
    const snapshot = aSnapshot({ options: [talk, lab], registrations, live })
    const approvals = registrations.map(({ id }) => ({ registrationId: id }))
    const { problem } = fitOf(snapshot, approvals)
    expect([...largestFit(problem).admitted].map((index) => problem.candidates[index]?.id)).toEqual(['r3'])
    const batch = { action: 'approve', order: 'oldest_first', mode: 'best_effort', approvals } as const
    const { rows } = planBatch(snapshot, { ...batch, actor: organizer('olga') }, noon)
    expect(rows.map(({ decision }) => decision.outcome)).toEqual(['refused', 'refused', 'approved'])
  })
})

describe('the waitlist', () => {
  const waitlist = { policy: openList, isUnderWay: true, places: [] }
  const one = { total: 1 }

  test('who has the talk cannot wait for the lab; who waits for it and takes the talk comes up when they give that up', () => {
    const gala = givenGala({ options: [talk, { ...lab, ...one }], waitlist })
    gala.register('bob', { option: 'lab' })
    gala.approve('bob')
    gala.register('eve', { option: 'talk' })
    expect(gala.wait('eve', { options: ['lab'] })).toBe('TIME_OVERLAP')

    expect(gala.wait('ann', { options: ['lab'] })).toBe('waitlisted')
    const waiting = gala.world().registrations.find(({ status }) => status === 'WAITLISTED')
    const statusOfWait = () => gala.world().registrations.find(({ id }) => id === waiting?.id)?.status
    expect(gala.register('ann', { option: 'talk' })).toBe('registered')
    gala.cancel('bob')
    expect(statusOfWait()).toBe('WAITLISTED')
    gala.cancel('ann')
    expect(statusOfWait()).toBe('PENDING')
  })

  test('an offer is not accepted while the person has another track at that time', () => {
    const policy = { ...openList, promotion: 'offer' } as const
    const gala = givenGala({ options: [talk, { ...lab, ...one }], waitlist: { ...waitlist, policy } })
    gala.register('bob', { option: 'lab' })
    gala.approve('bob')
    gala.wait('ann', { options: ['lab'] })
    const offered = gala.registrationOf('ann')?.id ?? ''
    gala.cancel('bob')
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'WAITLISTED', isPromised: true })
    gala.register('ann', { option: 'talk' })
    const accept = { kind: 'accept', registrationId: offered, actor: { id: 'ann' } } as const
    expect(gala.decide(accept)).toEqual(['TIME_OVERLAP'])
    gala.cancel('ann')
    expect(gala.decide(accept)).toEqual(['offer_accepted'])
  })
})

test('however people ask, nobody ever has two tracks at once, and only that keeps them apart (T1)', () => {
  const hour = fc.integer({ min: 0, max: 5 })
  const time = fc.tuple(hour, fc.integer({ min: 0, max: 3 })).map(([starts, long]) => ({
    startsAt: clock(`0${starts}:00`),
    endsAt: clock(`0${starts + long}:00`),
  }))
  const tracks = fc
    .array(fc.option(time, { nil: undefined }), { minLength: 2, maxLength: 4 })
    .map((times) =>
      times.map((takesPlace, index) => anOption({ id: `t${index}`, type: 'TRACK', total: 99, takesPlace })),
    )
  const asked = fc.array(
    fc.record({
      person: fc.constantFrom('ann', 'bob'),
      option: fc.nat({ max: 3 }),
      verb: fc.constantFrom('register', 'register', 'approve', 'cancel'),
    }),
    { maxLength: 20 },
  )
  always(fc.tuple(tracks, asked), ([options, asks]) => {
    const gala = givenGala({ options, budgetMinor: 1_000 })
    for (const { person, option, verb } of asks) {
      const wanted = options[option]
      if (verb !== 'register') {
        if (verb === 'approve') gala.approve(person)
        else gala.cancel(person)
        continue
      }
      if (!wanted) continue
      const mine = gala
        .world()
        .registrations.filter(({ personId, status }) => personId === person && ['PENDING', 'APPROVED'].includes(status))
      const isThere = mine.some(({ optionId }) => optionId === wanted.id)
      const isBusy = mine.some(({ optionId }) => {
        const held = options.find(({ id }) => id === optionId)?.takesPlace
        const minutes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
          Array.from({ length: (+endsAt - +startsAt) / 60_000 }, (_, minute) => +startsAt + minute * 60_000)
        const times = new Set(held ? minutes(held) : [])
        return wanted.takesPlace !== undefined && minutes(wanted.takesPlace).some((minute) => times.has(minute))
      })
      const expected = isThere ? 'ALREADY_REGISTERED' : isBusy ? 'TIME_OVERLAP' : 'registered'
      expect(gala.register(person, { option: wanted.id })).toBe(expected)
    }
  })
})

test('two that ask in one batch for two tracks at once get the first of them', () => {
  const gala = givenGala({ options: [talk, lab] })
  const asks = [gala.toRegister('ann', { option: 'talk' }), gala.toRegister('ann', { option: 'lab' })]
  expect(decideAll(gala.snapshot(), asks, noon).decisions.map(({ outcome }) => outcome)).toEqual([
    'registered',
    'refused',
  ])
})
