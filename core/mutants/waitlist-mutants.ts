import { inFile } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** Faults in the waitlist: who may join, who comes up when, and what they hold until they are decided. */
export const waitlistMutants: Mutant[] = [
  ...inFile('waitlist.ts', 'waitlist.test.ts', {
    'one may join a closed list': ['if (!snapshot.waitlist?.policy.isOpen)', 'if (false)'],
    'one may join after registration has closed': [
      'const [headline] = closed\n  if (headline)',
      'const [headline] = closed\n  if (headline && false)',
    ],
    'one may wait for what could be had': ['if (free) return', 'if (false) return'],
    'one may wait for what one has': ['if (blocking) return', 'if (false) return'],
    'an archived option is waited for': ['options.some((option) => !option.isActive)', 'false'],
    'waits keep nobody from waiting again': ['...(waitlist?.waits.get(personId) ?? [])', '...[]'],
    'anybody answers an offer': ['if (before.personId !== request.actor.id)', 'if (false)'],
    'what is not offered can be accepted': [
      "if (!isOffered(before)) return refuse({ code: 'NO_OFFER'",
      "if (false) return refuse({ code: 'NO_OFFER'",
    ],
    'an accepted offer holds nothing any more': [
      "{ ...before, status: 'PENDING', offerExpiresAt: null }",
      "{ ...before, status: 'PENDING', offerExpiresAt: null, isPromised: false }",
    ],
    'an offer lasts a moment longer': ['one.offerExpiresAt <= now', 'one.offerExpiresAt < now'],
    'offers never run out': ['one.offerExpiresAt <= now', 'false'],
    'an offer that is over goes on holding': [
      "{ ...before, status: 'CANCELLED', isPromised: false, offerExpiresAt: null }",
      "{ ...before, status: 'CANCELLED', offerExpiresAt: null }",
    ],
    'people come up in an archived event': ['!event.isActive ||', ''],
    'people come up in a draft': ['|| !event.isPublished', ''],
    'somebody comes up whom their limit forbids it': [
      '!findBlockingRegistration(',
      '!false && !((..._all: unknown[]) => undefined)(',
    ],
    'somebody with an offer is offered something again': [
      "before?.status !== 'WAITLISTED' || isOffered(before)",
      "before?.status !== 'WAITLISTED'",
    ],
    'an archived option comes up': ['option.isActive &&', ''],
    'more come up at once than may': ['promoted.length >= most', 'false'],
    'the price is that of joining': ['amountMinor: option.priceMinor, isPromised', 'isPromised'],
    'whoever comes up holds nothing': ['isPromised: true }\n', 'isPromised: false }\n'],
    'offers are made where nobody is to be asked': ["promotion === 'automatic'\n", "promotion !== 'automatic'\n"],
  }),
  ...inFile('waitlist.ts', 'waitlist.properties.test.ts', {
    'the first who does not fit keeps all others waiting': ['if (!option) continue', 'if (!option) break'],
  }),
  ...inFile('waitlist-policy.ts', 'waitlist.test.ts', {
    'priority counts for nothing': ['b.priority - a.priority || ', ''],
    'low priority comes first': ['b.priority - a.priority', 'a.priority - b.priority'],
    'who joined last comes first': ['a.rank - b.rank', 'b.rank - a.rank'],
  }),
  ...inFile('allocation.ts', 'waitlist.test.ts', {
    'offers run out only when somebody looks after them': ['if (behind === 0) add(expireOffers(books, now))', ''],
    'nobody comes up when something is freed': ["if ('before' in decision) settle(decisions.length)", ''],
    'nobody comes up by themselves': ['settle(0)\n', ''],
    'the rest has to wait behind whoever asks first': ['if (isCut) books.keepForWaiting()', ''],
    'approving from the list takes what is not there': [
      'wishes.find((wish) => conflictsOf(wish).length === 0)',
      'wishes.find(() => true)',
    ],
    'approving from the list is at the price of joining': [
      'const share = { ...noted, optionId: option.id, amountMinor: option.priceMinor }',
      'const share = { ...noted, optionId: option.id }',
    ],
    'somebody who waits is made to ask': ["to === 'PENDING' || !canBecome", '!canBecome'],
    'approved, it goes on being promised': [
      "isPromised: _promised, offerExpiresAt: _until, ...facts } = noted\n  return { ...facts, status: 'APPROVED'",
      "...facts } = noted\n  return { ...facts, status: 'APPROVED'",
    ],
  }),
  ...inFile('conflicts.ts', 'waitlist.test.ts', {
    'promised stock goes to whoever is approved first': ['isPromised ? 0 : (option.promised ?? 0)', '0'],
    'promised money goes to whoever is approved first': ['isPromised ? 0 : (money.promisedMinor ?? 0)', '0'],
    'a promised place goes to whoever is approved first': ['isPromised ? 0 : (slot.promised ?? 0)', '0'],
    'a promise stands in its own way': ['isPromised ? 0 : (option.promised ?? 0)', '(option.promised ?? 0)'],
  }),
  ...inFile('snapshot.ts', 'waitlist.test.ts', {
    'what is kept for those who wait is had by others': ['option.isKept ? 0 :', ''],
    'a promise holds only under the policy': ['isHeld ? pending : (promised ?? 0)', 'isHeld ? pending : 0'],
    'promised money is spent by others': [': (money.promisedMinor ?? 0)\n', ': 0\n'],
  }),
  ...inFile('running-books.ts', 'waitlist.test.ts', {
    'what is to be drawn by lot goes to whoever asks': [
      'if (waitlist?.isUnderWay === false) option.isKept = option.waiting > 0',
      '',
    ],
  }),
  ...inFile('running-books.ts', 'waitlist.properties.test.ts', {
    'an offer is not counted as asked for': [
      "if (!isLive(status) && status !== 'WAITLISTED') return",
      'if (!isLive(status)) return',
    ],
    'who waits is counted with nothing': ['return countWishes(registration, sign)', 'return'],
    'a wait is forgotten': ['if (isWaiting) entries.push', 'if (false) entries.push'],
    'whoever comes up is no person of the event': [
      'wasLive === isLive(after.status)',
      "wasLive === isLive(after.status) || before?.status === 'WAITLISTED'",
    ],
  }),
]
