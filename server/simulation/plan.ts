import { randomOf } from './random.ts'
import type { Random } from './random.ts'

/** How small the world is: what is wrong shows soonest where everything is nearly used up. */
export const world = { tenants: 2, events: 2, people: 16, options: 3, slots: 3 } as const

/** What a client does. Whom it is about is chosen among those it knows of then: `which` counts from the newest. */
export type Deed =
  | { kind: 'register'; person: number; option: number; slot: number | null; isOwn: boolean }
  | { kind: 'decide'; which: number; to: 'APPROVED' | 'REJECTED' | 'CANCELLED'; slot: number | null }
  | { kind: 'move'; which: number; slot: number }
  | { kind: 'wait'; person: number; option: number }
  | { kind: 'accept' | 'decline'; which: number }
  | { kind: 'batch'; whiches: number[]; action: 'approve' | 'cancel'; mode: BatchMode; isJob: boolean }
  | { kind: 'trial'; whiches: number[]; mode: BatchMode }
  | { kind: 'budget'; amount: number }
  | { kind: 'stock'; option: number; total: number }
  | { kind: 'capacity'; slot: number; capacity: number }
  | { kind: 'look'; at: 'variance' | 'registrations' | 'ledger' | 'waitlist' | 'jobs' }
  | { kind: 'trespass'; which: number }
export type BatchMode = 'best_effort' | 'all_or_nothing' | 'largest_fit'

/**
 * What becomes of its request: it is answered; its answer is not waited for, and it is sent again under its key; or it is
 * sent twice at once, to two servers.
 */
export type Fate = 'answered' | 'lost' | 'twice'

export type Step = { no: number; tenant: number; event: number; server: number; deed: Deed; fate: Fate }

export const faultNames = [
  'kill-server',
  'kill-worker',
  'kill-postgres',
  'cut',
  'half-open',
  'pause-server',
  'lock',
  'rush',
  'mail-gone',
  'hooks-gone',
] as const
export type FaultName = (typeof faultNames)[number]

/** A fault, and before which step it strikes. */
export type Fault = { before: number; name: FaultName; server: number }

export type Plan = { seed: number; steps: Step[]; faults: Fault[] }

/** How often each kind of deed is drawn. */
const weights: [Deed['kind'], number][] = [
  ['register', 30],
  ['decide', 34],
  ['move', 5],
  ['wait', 6],
  ['accept', 2],
  ['decline', 1],
  ['batch', 5],
  ['trial', 2],
  ['budget', 2],
  ['stock', 3],
  ['capacity', 2],
  ['look', 5],
  ['trespass', 3],
]

/** Draws what is done, and what goes wrong meanwhile: the same for the same numbers. */
export function drawPlan(seed: number, operations: number, faults: readonly FaultName[]): Plan {
  const random = randomOf(seed)
  const steps = Array.from({ length: operations }, (_, no): Step => {
    const deed = drawDeed(random)
    const fate = random.chance(0.12) ? 'lost' : random.chance(0.1) ? 'twice' : 'answered'
    // One event is hot: most of what goes wrong goes wrong where many want the same.
    const event = random.chance(0.7) ? 0 : random.below(world.events)
    return { no, tenant: random.chance(0.7) ? 0 : 1, event, server: random.below(2), deed, fate }
  })
  return { seed, steps, faults: drawFaults(random, operations, faults) }
}

/** Each fault that is asked for strikes at least once, and one strikes about every forty operations. */
function drawFaults(random: Random, operations: number, names: readonly FaultName[]): Fault[] {
  if (names.length === 0) return []
  const count = Math.max(names.length, Math.floor(operations / 40))
  const drawn = Array.from({ length: count }, (_, index): Fault => {
    const name = names[index] ?? random.pick(names)
    // Not right at the end: what comes after it is what shows whether it did harm.
    return { before: 5 + random.below(Math.max(1, operations - 10)), name, server: random.below(2) }
  })
  return drawn.sort((a, b) => a.before - b.before)
}

function drawDeed(random: Random): Deed {
  const kind = drawKind(random)
  const { people, options, slots } = world
  // Mostly what has just come about: there two clients meet.
  const which = () => (random.chance(0.7) ? random.below(6) : random.below(60))
  const slot = () => (random.chance(0.6) ? random.below(slots) : null)
  const mode = () => random.pick(['best_effort', 'best_effort', 'all_or_nothing', 'largest_fit'] as const)
  const whiches = () => Array.from({ length: 2 + random.below(9) }, which)
  switch (kind) {
    case 'register':
      return {
        kind,
        person: random.below(people),
        option: random.below(options),
        slot: slot(),
        isOwn: random.chance(0.3),
      }
    case 'decide': {
      const to = random.chance(0.62) ? 'APPROVED' : random.chance(0.75) ? 'CANCELLED' : 'REJECTED'
      return { kind, which: which(), to, slot: to === 'APPROVED' && random.chance(0.2) ? random.below(slots) : null }
    }
    case 'move':
      return { kind, which: which(), slot: random.below(slots) }
    case 'wait':
      return { kind, person: random.below(people), option: random.below(options) }
    case 'accept':
    case 'decline':
      return { kind, which: which() }
    case 'batch':
      return {
        kind,
        whiches: whiches(),
        action: random.chance(0.8) ? 'approve' : 'cancel',
        mode: mode(),
        isJob: random.chance(0.5),
      }
    case 'trial':
      return { kind, whiches: whiches(), mode: mode() }
    case 'budget':
      return { kind, amount: 20 + random.below(80) }
    case 'stock':
      return { kind, option: random.below(options), total: 1 + random.below(8) }
    case 'capacity':
      return { kind, slot: random.below(slots), capacity: 1 + random.below(6) }
    case 'look':
      return { kind, at: random.pick(['variance', 'registrations', 'ledger', 'waitlist', 'jobs'] as const) }
    case 'trespass':
      return { kind, which: which() }
  }
}

function drawKind(random: Random): Deed['kind'] {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  let left = random.below(sum)
  for (const [kind, weight] of weights) {
    left -= weight
    if (left < 0) return kind
  }
  return 'register'
}
