import { describe, expect, test } from 'vitest'
import { findLedgerErrors, ledgerText } from './ledger.ts'
import type { LedgerEntry } from './ledger.ts'
import { clock, givenGala } from './testing.ts'

const entry = (
  entryNo: number,
  amountMinor: number,
  balanceMinor: number,
  said: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  eventId: 'gala',
  entryNo,
  registrationId: 'ann/mug',
  kind: amountMinor < 0 ? 'RELEASE' : 'COMMIT',
  amountMinor,
  balanceMinor,
  actorId: 'olga',
  at: clock('12:00'),
  ...said,
})

describe('a ledger adds up', () => {
  test('when numbers have no gaps and each balance is the one before plus the amount', () => {
    expect(findLedgerErrors([])).toEqual([])
    expect(findLedgerErrors([entry(1, 5, 5), entry(2, 7, 12), entry(3, -5, 7), entry(4, -7, 0)])).toEqual([])
  })

  test('an amount of nothing may be committed and released', () => {
    expect(findLedgerErrors([entry(1, 0, 0), entry(2, 0, 0, { kind: 'RELEASE' })])).toEqual([])
  })

  test('and can be taken up in the middle, where the balance and number before are given', () => {
    const page = [entry(8, 5, 25), entry(9, -20, 5)]
    expect(findLedgerErrors(page, 20, 7)).toEqual([])
    expect(findLedgerErrors(page)).toHaveLength(2)
  })

  test('as the rules themselves post it', () => {
    const gala = givenGala({ budgetMinor: 11 })
    gala.register('ann')
    gala.register('bob')
    gala.approve('ann')
    gala.approve('bob')
    gala.cancel('ann')
    const entries = gala.postings().map((posting, index) => entry(index + 1, 0, 0, posting))

    expect(entries.map(({ kind, amountMinor, balanceMinor }) => [kind, amountMinor, balanceMinor])).toEqual([
      ['COMMIT', 5, 5],
      ['COMMIT', 5, 10],
      ['RELEASE', -5, 5],
    ])
    expect(findLedgerErrors(entries)).toEqual([])
  })
})

describe('a ledger does not add up', () => {
  test.each([
    { fault: 'starts late', entries: [entry(2, 5, 5)], says: ['entry 2 stands where 1 should'] },
    {
      fault: 'has a gap, which is said once',
      entries: [entry(1, 5, 5), entry(3, 5, 10), entry(4, 5, 15)],
      says: ['entry 3 stands where 2 should'],
    },
    {
      fault: 'has a number twice',
      entries: [entry(1, 5, 5), entry(1, 5, 10)],
      says: ['entry 1 stands where 2 should'],
    },
    {
      fault: 'has a balance one too high, which is said once',
      entries: [entry(1, 5, 5), entry(2, 5, 11), entry(3, 5, 16)],
      says: ['entry 2 has the balance 11, its amounts add up to 10'],
    },
    {
      fault: 'has a balance one too low',
      entries: [entry(1, 5, 4)],
      says: ['entry 1 has the balance 4, its amounts add up to 5'],
    },
    {
      fault: 'commits less than nothing',
      entries: [entry(1, 5, 5), entry(2, -1, 4, { kind: 'COMMIT' })],
      says: ['entry 2 is a COMMIT of -1'],
    },
    {
      fault: 'releases more than nothing',
      entries: [entry(1, 1, 1, { kind: 'RELEASE' })],
      says: ['entry 1 is a RELEASE of 1'],
    },
    {
      fault: 'gives back more than was taken',
      entries: [entry(1, 5, 5), entry(2, -6, -1)],
      says: ['entry 2 leaves a balance of -1'],
    },
  ])('when it $fault', ({ entries, says }) => {
    expect(findLedgerErrors(entries)).toEqual(says)
  })
})

describe('the text a hash is taken over', () => {
  test('is written out here, because no chain would hold any more if it changed', () => {
    expect(ledgerText(entry(3, -1850, 40))).toBe(
      '["gala",3,"ann/mug","RELEASE",-1850,40,"olga","2027-04-30T12:00:00.000Z"]',
    )
  })

  test('differs when any part of the entry differs', () => {
    const others: Partial<LedgerEntry>[] = [
      { eventId: 'ball' },
      { entryNo: 2 },
      { registrationId: 'bob/mug' },
      { kind: 'RELEASE' },
      { amountMinor: 6 },
      { balanceMinor: 6 },
      { actorId: 'otto' },
      { at: clock('12:00:00.001') },
    ]
    const texts = [{}, ...others].map((said) => ledgerText(entry(1, 5, 5, said)))
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('cannot be made the same by moving a quote or a comma from one part to the next', () => {
    const one = ledgerText(entry(1, 5, 5, { eventId: 'a","b', registrationId: 'c' }))
    expect(one).not.toBe(ledgerText(entry(1, 5, 5, { eventId: 'a', registrationId: 'b","c' })))
  })
})
