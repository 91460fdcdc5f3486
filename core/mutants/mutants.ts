import { batchMutants } from './batch-mutants.ts'
import { inFile } from './mutant.ts'
import type { Mutant } from './mutant.ts'
import { waitlistMutants } from './waitlist-mutants.ts'

/**
 * The rules, each time with one thing wrong: a check left out, a boundary moved, a counter forgotten. For each there is
 * a test that must turn red (mutants.test.ts sees to it); a rule that nothing here breaks is a rule that nothing keeps.
 */
export const mutants: Mutant[] = [
  // Window, budget, stock, slot -------------------------------------------------------------------------------------

  ...inFile('conflicts.ts', 'conflicts.test.ts', {
    'one may register before it opens': ['now < event.opensAt', 'false'],
    'it opens a moment late': ['now < event.opensAt', 'now <= event.opensAt'],
    'one may register after it closes': ['now > event.closesAt', 'false'],
    'it closes a moment early': ['now > event.closesAt', 'now >= event.closesAt'],
    'an archived event takes registrations': ['!event.isActive', 'false'],
    'a draft takes registrations': ['!event.isPublished', 'false'],
    'the last cent cannot be spent': ['amountMinor <= availableMinor', 'amountMinor < availableMinor'],
    'one cent too much can be spent': ['amountMinor <= availableMinor', 'amountMinor <= availableMinor + 1'],
    'an overspent budget refuses even what is free': [
      'Math.max(0, money.budgetMinor - money.committedMinor - promisedMinor)',
      'money.budgetMinor - money.committedMinor - promisedMinor',
    ],
    'what others asked for keeps one from being approved': [
      'const isNew = queuedIn === undefined\n  const promised =',
      'const isNew = true\n  const promised =',
    ],
    'money that others asked for keeps one from being approved': [
      'const isNew = queuedIn === undefined\n  const promisedMinor',
      'const isNew = true\n  const promisedMinor',
    ],
    'a wait in one slot counts in every slot': [
      'const isNew = slot.id !== queuedIn',
      'const isNew = queuedIn === undefined',
    ],
    'a wait in a slot is not converted': ['const isNew = slot.id !== queuedIn', 'const isNew = true'],
    'an archived slot is kept open for who waits in it': ['isNew || !slot.isActive ?', 'isNew ?'],
  }),
  ...inFile('snapshot.ts', 'conflicts.test.ts', {
    'a hold on stock holds nothing': ['heldOf(option, holdsStock(option, policy))', 'heldOf(option, false)'],
    'a hold on a slot holds nothing': ["heldOf(slot, policy.slot === 'hold')", 'heldOf(slot, false)'],
    'a hold on money holds nothing': ["policy.budget === 'hold' ?", 'false ?'],
    'stock is held where it is only checked': ['heldOf(option, holdsStock(option, policy))', 'heldOf(option, true)'],
    'a place is held where it is only checked': ["heldOf(slot, policy.slot === 'hold')", 'heldOf(slot, true)'],
    'money is held where it is only checked': ["policy.budget === 'hold' ?", 'true ?'],
    'requests are counted past what a number can hold': [
      'Number.MAX_SAFE_INTEGER - money.pendingMinor',
      'Number.MAX_SAFE_INTEGER',
    ],
    'the option’s own word on holding is not heard': ['(option.holdStock ?? policy.stock)', 'policy.stock'],
    'an archived slot has room': ['slot.isActive ? Math.max', 'slot ? Math.max'],
  }),
  ...inFile('conflicts.ts', 'allocation.test.ts', {
    'the budget is not looked at': [
      '[checkBudget, checkStock, checkSlot, checkOverlap]',
      '[checkStock, checkSlot, checkOverlap]',
    ],
    'the stock is not looked at': [
      '[checkBudget, checkStock, checkSlot, checkOverlap]',
      '[checkBudget, checkSlot, checkOverlap]',
    ],
    'the slot is not looked at': [
      '[checkBudget, checkStock, checkSlot, checkOverlap]',
      '[checkBudget, checkStock, checkOverlap]',
    ],
    'the order of precedence is turned': [
      '[checkBudget, checkStock, checkSlot, checkOverlap]',
      '[checkOverlap, checkSlot, checkStock, checkBudget]',
    ],
    'only the first thing that is short is named': [
      '(check) => check(snapshot, wish))',
      '(check) => check(snapshot, wish)).slice(0, 1)',
    ],
  }),
  ...inFile('conflicts.ts', 'overlap.test.ts', {
    'nobody is asked where else they are': ['checkSlot, checkOverlap]', 'checkSlot]'],
    'one track is in the way of itself': ['held.id === option.id || ', ''],
    'every other track is at the same time': [' || !isAtOnce(held, option)', ''],
    'what the person has is offered instead': [
      'findTracksBeside(snapshot, option, held)',
      'findTracksBeside(snapshot, option, [])',
    ],
  }),
  ...inFile('time.ts', 'overlap.test.ts', {
    'where one ends, nothing can begin': [
      'return startsAt < Math.min(a.endsAt',
      'return startsAt <= Math.min(a.endsAt',
    ],
    'an earlier one does not reach into a later one': [
      'Math.max(a.startsAt.getTime(), b.startsAt.getTime())',
      'a.startsAt.getTime()',
    ],
  }),
  ...inFile('allocation.ts', 'overlap.test.ts', {
    'whoever asks is not asked where else they are': [
      'amountMinor, personId, queuedIn: undefined })]',
      'amountMinor, queuedIn: undefined })]',
    ],
    'approving does not ask where else somebody is': [
      'amountMinor, personId, queuedIn, isPromised })',
      'amountMinor, queuedIn, isPromised })',
    ],
  }),
  ...inFile('waitlist.ts', 'overlap.test.ts', {
    'one waits for a time at which one is elsewhere': ['if (overlap) return', 'if (false) return'],
    'one comes up while elsewhere': [
      'checkShares(snapshot, wishFor(waiting.personId, option, slot))',
      "checkShares(snapshot, wishFor('', option, slot))",
    ],
    'one accepts an offer while elsewhere': ['isAccepted ? overlapsOf(snapshot, before) : []', '[]'],
  }),
  ...inFile('fit.ts', 'overlap.test.ts', {
    'the largest set counts on people who are elsewhere': [
      'queuedIn: null }).length > 0) continue',
      'queuedIn: null }).length < 0) continue',
    ],
  }),
  ...inFile('allocation.ts', 'allocation.test.ts', {
    'the window comes last': [
      '[...closed, ...checkShares(snapshot, { option, slot, amountMinor, personId, queuedIn: undefined })]',
      '[...checkShares(snapshot, { option, slot, amountMinor, personId, queuedIn: undefined }), ...closed]',
    ],
    'the window is not looked at': ['const closed = checkWindow(snapshot, now)', 'const closed = []'],
    'asking first does not look at the window': ['[...checkWindow(snapshot, now), ...checkShares', '[...checkShares'],
  }),

  // A registration’s life --------------------------------------------------------------------------------------------

  ...inFile('allocation.ts', 'allocation.test.ts', {
    'approving checks nothing again': [
      '{ option, slot, amountMinor, personId, queuedIn, isPromised })',
      '{ option, slot, amountMinor, personId, queuedIn, isPromised }).slice(0, 0)',
    ],
    'approving counts one’s own hold against one': [
      '{ option, slot, amountMinor, personId, queuedIn, isPromised }',
      '{ option, slot, amountMinor, queuedIn: undefined, isPromised }',
    ],
    'approving asks whether there is money for the price of today': [
      '{ option, slot, amountMinor, personId, queuedIn, isPromised }',
      '{ option, slot, amountMinor: option.priceMinor, queuedIn, isPromised }',
    ],
    'approving commits the price of today': [
      'approved(noted, slot))\n}\n\nfunction',
      'approved({ ...noted, amountMinor: option.priceMinor }, slot))\n}\n\nfunction',
    ],
    'cancelling gives back the price of today': [
      '{ ...facts, status: to }',
      '{ ...facts, amountMinor: books.snapshot.options.get(before.optionId).priceMinor, status: to }',
    ],
    'approving does not listen which slot to give': ['given ?? preferred ?? null', 'preferred ?? given ?? null'],
    'approving gives no slot': ['assignedSlotId: slot?.id ?? null }\n', 'assignedSlotId: null }\n'],
    'one is moved into a full slot': ['const conflicts = checkSlot(books.snapshot,', 'const conflicts = [].filter('],
    'one who waits is moved': ["if (before.status !== 'APPROVED') {", 'if (false) {'],
    'one is moved to where one is': ['if (slot && slot.id !== before.assignedSlotId)', 'if (slot)'],
    'an unknown slot is ignored': ['request.slotLabel !== undefined && !slot', 'false'],
    'an archived option takes registrations': ['!option.isActive && closed.length === 0', 'false'],
    'one may register twice': ['blocking && closed.length === 0', 'false'],
    'notes are not kept': ['{ ...before, notes: request.notes }', 'before'],
  }),
  ...inFile('allocation.ts', 'registration.test.ts', {
    'any step leads anywhere': ['!canBecome(before.status, to)', 'false'],
    'the same decision again is refused': ['if (to !== before.status) {', 'if (request.to !== null) {'],
  }),
  ...inFile('registration.ts', 'registration.test.ts', {
    'what is cancelled comes back': ['CANCELLED: [],', "CANCELLED: ['APPROVED'],"],
    'what is rejected comes back': ['REJECTED: [],', "REJECTED: ['PENDING'],"],
    'what is approved cannot be rejected': ["APPROVED: ['REJECTED', 'CANCELLED']", "APPROVED: ['CANCELLED']"],
    'who waits has no place': ["status === 'PENDING' || status === 'APPROVED'", "status === 'APPROVED'"],
    'two for the same option are allowed': ['held.optionId === wanted.optionId ||', ''],
    '“one” allows several': ["limit === 'one' ||", ''],
    '“one per type” allows several': ["limit === 'one_per_type' && held.optionType === wanted.optionType", 'false'],
    '“one per option” allows one of a type': ["limit === 'one_per_type' && ", ''],
    'only the first of one’s registrations is looked at': ['live.find(', 'live.slice(0, 1).find('],
  }),
  ...inFile('allocation.ts', 'allocation.test.ts', {
    'one decides on one’s own registration': ["isOwn && !actor.isSoleOwner ? 'OWN_REGISTRATION' : null", 'null'],
    'the only owner can never be approved': ['isOwn && !actor.isSoleOwner', 'isOwn'],
    'members decide': ["if (!actor.canDecide) return 'NOT_YOURS'", ''],
    'nobody may give up their own': ["if (isOwn && to === 'CANCELLED') return null", ''],
    'anybody may cancel anybody’s': ["if (isOwn && to === 'CANCELLED')", "if (to === 'CANCELLED')"],
    'one may reject one’s own': ["if (isOwn && to === 'CANCELLED')", 'if (isOwn && to !== null)'],
  }),

  // Another slot by one's own wish -------------------------------------------------------------------------------------

  ...inFile('allocation.ts', 'move.test.ts', {
    'anybody moves anybody': ["if (!isOwn && !request.actor.canDecide) return refuse({ code: 'NOT_YOURS' })", ''],
    'what is given up is moved': ['if (!isLive(before.status)) return', 'if (false) return'],
    'moving to where one is takes another place': [
      'slot.id === (isApproved ? before.assignedSlotId : before.preferredSlotId)',
      'false',
    ],
    'one moves on the day itself': ['now >= dayBeginsAt', 'false'],
    'the day begins a moment late': ['now >= dayBeginsAt', 'now > dayBeginsAt'],
    'on the day nobody is moved, whoever decides': [
      'if (isOwn && isApproved && dayBeginsAt',
      'if (isApproved && dayBeginsAt',
    ],
    'who waits moves when registration is over': ['(!isApproved || !snapshot.event.isActive)', 'isApproved'],
    'one who has a place moves in an archived event': ['(!isApproved || !snapshot.event.isActive)', '!isApproved'],
    'one moves oneself into a full slot': [
      '...closed, ...checkSlot(snapshot, { option: null, slot, amountMinor: 0, queuedIn: undefined })',
      '...closed',
    ],
    'the place stays where it was': ['isApproved ? slot.id : before.assignedSlotId', 'before.assignedSlotId'],
    'who waits is given a place': ['isApproved ? slot.id : before.assignedSlotId', 'slot.id'],
    'the wish stays where it was': [
      '{ ...before, preferredSlotId: slot.id, assignedSlotId }',
      '{ ...before, assignedSlotId }',
    ],
  }),

  // The books ---------------------------------------------------------------------------------------------------------

  ...inFile('running-books.ts', 'running-books.test.ts', {
    'what a registration was is not taken back': ['if (before) count(before, -1)', ''],
    'what a registration becomes is not counted': ['count(after, 1)', ''],
    'the next request sees the money of before': [
      'event: given.event, money,',
      'event: given.event, money: given.money,',
    ],
    'the next request sees the options of before': [
      ' options, slots, registrations, live, waitlist }',
      ' options: given.options, slots, registrations, live, waitlist }',
    ],
    'the next request sees the slots of before': [
      ' options, slots, registrations, live, waitlist }',
      ' options, slots: given.slots, registrations, live, waitlist }',
    ],
    'the next request sees the registrations of before': ['registrations.set(after.id, after)', ''],
    'the next request does not know what the person has': ['live.set(after.personId, kept)', ''],
    'the caller’s money is changed': ['const money = { ...given.money }', 'const money = given.money'],
    'the caller’s options are changed': ['[id, { ...option }]', '[id, option]'],
    'the caller’s slots are changed': ['[id, { ...slot }]', '[id, slot]'],
    'money is not given back': [
      'money.committedMinor += committedMinor',
      'money.committedMinor += Math.max(0, committedMinor)',
    ],
    'stock is not given back': [
      'add(option, { committed, pending',
      'add(option, { committed: Math.max(0, committed), pending',
    ],
    'the place is not given back': ['    if (slot) {', '    if (slot && sign === 1) {'],
    'the place taken is the preferred one, not the one given': [
      '(isApproved ? registration.assignedSlotId : registration.preferredSlotId)',
      'registration.preferredSlotId',
    ],
    'what is pending is not counted while the batch goes on': [
      'add(option, { committed, pending',
      'add(option, { committed, pending: 0',
    ],
    'an option’s money is not counted': ['change.amountMinor += committedMinor', ''],
    'the report loses what is pending': ['changes.pendingMinor += pending * amountMinor', ''],
    'no state is ever left': ['changes.statuses[status] += sign', 'changes.statuses[status] += Math.max(0, sign)'],
    'a person counts once for each registration': ['!isGivenUp && held.length === 0', '!isGivenUp'],
    'people who have given up all still count': ['if (isGivenUp && kept.length === 0) changes.people -= 1', ''],
    'what is given up still stands in the way': ['isGivenUp ? others : [...others, own]', '[...others, own]'],
    'the balance is the one before': ['balanceMinor: committedBefore + amountMinor', 'balanceMinor: committedBefore'],
    'an archived slot is found by its label': ['.filter((slot) => slot.isActive)', ''],
  }),
  ...inFile('running-books.ts', 'allocation.test.ts', {
    'nothing is posted': ['if (wasApproved === isApproved) return null', 'return null'],
    'what is given back is not posted': ['if (wasApproved === isApproved) return null', 'if (!isApproved) return null'],
    'giving back is posted as taking': ['0 - after.amountMinor', 'after.amountMinor'],
    'giving back nothing is posted as -0': ['0 - after.amountMinor', '-after.amountMinor'],
  }),

  // The same promises in the small world ------------------------------------------------------------------------------

  ...inFile('running-books.ts', 'properties.test.ts', {
    'money is held without end': [
      'money.pendingMinor += pending * amountMinor',
      'money.pendingMinor += Math.max(0, pending) * amountMinor',
    ],
    'places are held without end': [
      'add(slot, { committed, pending,',
      'add(slot, { committed, pending: Math.max(0, pending),',
    ],
    'a place taken is not counted': ['add(slot, { committed,', 'add(slot, { committed: 0,'],
  }),
  ...inFile('conflicts.ts', 'properties.test.ts', {
    'one more than there are is given': ['const room = isNew ? inRow :', 'const room = isNew ? 1 : 1 +'],
    'one more finds a place': [
      'slot.capacity - slot.committed - promised\n',
      'slot.capacity - slot.committed - promised + 1\n',
    ],
  }),

  // What is offered instead -------------------------------------------------------------------------------------------

  ...inFile('alternatives.ts', 'alternatives.test.ts', {
    'options that have run out are offered': ['left === 0 || ', ''],
    'archived options are offered': ['!option.isActive || ', ''],
    'options of another type are offered': [
      'option.id !== wanted.id && option.type === wanted.type',
      'option.id !== wanted.id',
    ],
    'the option that has run out is offered': [
      'option.id !== wanted.id && option.type === wanted.type',
      'option.type === wanted.type',
    ],
    'the option that costs too much is offered': ['(option) => option.id !== wanted.id)', '() => true)'],
    'options beyond the budget are offered': ['option.priceMinor > affordableMinor || ', ''],
    'options for exactly the rest are not offered': [
      'option.priceMinor > affordableMinor',
      'option.priceMinor >= affordableMinor',
    ],
    'full slots are offered': ['left > 0 && slot.id !== wanted.id', 'slot.id !== wanted.id'],
    'the full slot itself is offered': ['left > 0 && slot.id !== wanted.id', 'left > 0'],
    'the nearest slot is not the first': ['a.far - b.far || ', ''],
    'slots without a time come first': ['Number.MAX_SAFE_INTEGER', '0'],
    'slots are a catalogue': ['.slice(0, MOST_ALTERNATIVES)', ''],
    'options are a catalogue': ['if (offers.length === MOST_ALTERNATIVES) break', ''],
    'eleven are offered': ['MOST_ALTERNATIVES = 10', 'MOST_ALTERNATIVES = 11'],
  }),

  // What adds up ------------------------------------------------------------------------------------------------------

  ...inFile('ledger.ts', 'ledger.test.ts', {
    'a gap is not noticed': ['entry.entryNo !== number', 'false'],
    'a wrong balance is not noticed': ['entry.balanceMinor !== balance', 'false'],
    'a balance below nothing is not noticed': ['entry.balanceMinor < 0', 'false'],
    'a wrong sign is not noticed': ['if (!fitsKind(entry))', 'if (false)'],
    'one fault makes all that follows one': ['balance = entry.balanceMinor', ''],
    'the hash does not cover the balance': [
      'amountMinor, balanceMinor, actorId, at.toISOString()',
      'amountMinor, actorId, at.toISOString()',
    ],
  }),
  ...inFile('variance.ts', 'variance.test.ts', {
    'a half is rounded down': ['+ BigInt(whole)) /', ') /'],
    'a share of nothing breaks the report': ['if (whole === 0) return 0', ''],
    'what is held is missing from the stock': [
      'availableSlots: option.total - option.committed',
      'availableSlots: roomInOption(option, policy)',
    ],
    'an archived option can be registered for': [
      'option.isActive ? roomInOption(option, policy) : 0',
      'roomInOption(option, policy)',
    ],
    'what is pending is called held where it is not': ['heldOf(option, holdsStock(option, policy))', 'option.pending'],
  }),
  ...inFile('money.ts', 'money.test.ts', {
    'too many decimals are cut off': ['if (fraction.length > decimals) return undefined', ''],
    'amounts have no end': [' || Math.abs(amount) > MOST_MONEY', ''],
    'amounts are multiplied and cut off': [
      "Number(whole + fraction.padEnd(decimals, '0'))",
      'Math.trunc(Math.abs(amount) * 10 ** decimals)',
    ],
    'a debt is read as a fortune': ["sign === '-' && minor !== 0 ? -minor : minor", 'minor'],
    'a debt is written as a fortune': ['minor < 0 ? -major : major', 'major'],
    'every currency has cents': ['decimalsOtherThan2.get(currency) ?? 2', '2'],
  }),
  ...inFile('time.ts', 'time.test.ts', {
    'an offset is a zone': ['if (!/^[A-Za-z]/.test(name)) return false', ''],
    'every zone is read as UTC': [
      "      timeZone,\n      weekday: 'short'",
      "      timeZone: 'UTC',\n      weekday: 'short'",
    ],
    'midnight is 24:00': ["minute: '2-digit',\n      hourCycle: 'h23'", "minute: '2-digit',\n      hourCycle: 'h24'"],
  }),
  ...waitlistMutants,
  ...batchMutants,
]
