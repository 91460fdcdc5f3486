/** What the example should look like once it has happened: every figure, and the people a newcomer meets by name. */
import type { Calendar } from './calendar.ts'

export const capacity = 20
export const [ines, priya] = ['Ines Vasquez', 'Priya Raman']

export type Outcome = 'approved' | 'pending' | 'cancelled' | 'rejected'
type OptionRow = {
  name: string
  about: string
  hours?: [from: string, to: string]
  costMinor: number
  total: number
  ends: Record<Outcome, number>
}

/** What each option costs and how its requests end. The cancelled ones add up to 3,512.00. */
const rows = {
  summit: row('Leadership Summit', 'Talks and tables with the board', 380_00, 120, [96, 27, 2, 6], ['10:00', '16:00']),
  walk: row('Wetlands Walk', 'Guided, 6 km, in any weather', 140_00, 80, [51, 14, 3, 4], ['10:00', '13:00']),
  repair: row('Repair Workshop', 'Mend, sew and solder', 210_00, 60, [60, 9, 2, 5], ['10:00', '12:30']),
  family: row(
    'Family Programme',
    'For children from 4 to 12, with you',
    85_00,
    150,
    [88, 26, 6, 3],
    ['11:00', '15:00'],
  ),
  hoodie: row('Merino Hoodie', 'Sizes XS to 3XL', 74_00, 150, [141, 34, 4, 7]),
  shirt: row('Cotton T-Shirt', 'Organic, sizes XS to 5XL', 18_50, 400, [236, 41, 16, 2]),
  bottle: row('Steel Bottle', '0.7 litre', 24_00, 300, [118, 22, 11, 1]),
  daypack: row('Canvas Daypack', '18 litres, waxed', 62_00, 120, [74, 19, 3, 3]),
  voucher: row('Book Voucher', 'For any bookshop in the country', 40_00, 200, [126, 12, 9, 2]),
}
export type OptionKey = keyof typeof rows
export const optionKeys = Object.keys(rows) as OptionKey[]
export const optionRows: Record<OptionKey, OptionRow> = rows

function row(
  name: string,
  about: string,
  costMinor: number,
  total: number,
  [approved, pending, cancelled, rejected]: [approved: number, pending: number, cancelled: number, rejected: number],
  hours?: [from: string, to: string],
): OptionRow {
  return { name, about, costMinor, total, ends: { approved, pending, cancelled, rejected }, ...(hours && { hours }) }
}

/** People per half hour from 09:00: given a seat, and asking for one. Three slots are full and still asked for. */
const places = {
  'Main Hall': [
    [6, 8, 11, 17, 20, 20, 20, 19, 15, 18, 19, 15, 13, 11, 9, 5],
    [1, 1, 2, 2, 0, 0, 4, 1, 2, 2, 1, 1, 1, 4, 2, 1],
  ],
  'Library Foyer': [
    [5, 7, 11, 14, 18, 20, 15, 17, 13, 17, 17, 13, 12, 10, 7, 5],
    [0, 2, 4, 6, 2, 0, 5, 3, 1, 3, 2, 6, 3, 6, 0, 0],
  ],
  'North Gate': [
    [5, 8, 13, 14, 20, 11, 20, 16, 13, 17, 17, 16, 14, 11, 8, 5],
    [1, 2, 2, 0, 3, 4, 7, 4, 4, 2, 3, 4, 2, 1, 2, 1],
  ],
  Courtyard: [
    [4, 7, 10, 12, 17, 16, 17, 16, 13, 15, 16, 12, 10, 8, 7, 4],
    [0, 3, 0, 2, 3, 4, 3, 4, 3, 4, 4, 5, 3, 3, 1, 2],
  ],
  'Riverside Desk': [
    [5, 6, 9, 11, 14, 18, 13, 15, 12, 12, 14, 11, 12, 8, 7, 4],
    [0, 0, 2, 4, 3, 2, 4, 5, 3, 4, 6, 6, 4, 4, 0, 3],
  ],
}

/** Every slot of the day, with how many people it ends up with. */
export const seats = Object.entries(places).flatMap(([place, [given = [], asked = []]]) =>
  given.map((approved, index) => {
    const time = `${String(9 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`
    return { label: `${place} ${time}`, place, time, approved, pending: asked[index] ?? 0 }
  }),
)
export const fullSlots = seats.filter((seat) => seat.approved === capacity).map((seat) => seat.label)

/** Slots the oldest requests ask for, beside those of the nine people named for them: seventeen together. */
export const wantedSlots = [
  'Library Foyer 12:00',
  'Library Foyer 13:30',
  'Library Foyer 14:30',
  'Riverside Desk 11:00',
  'Riverside Desk 13:00',
  'Riverside Desk 14:00',
  'Courtyard 11:30',
  'Courtyard 13:00',
]

/** Thousands committed by the end of each day, from opening to yesterday; fastest once the budget was raised. */
export const committedByDay = [
  0, 0, 0, 0, 1.4, 1.4, 1.4, 2.8, 3.5, 4.2, 5, 5.9, 6.1, 7.2, 9.4, 10.8, 12.4, 14.2, 16.2, 17.4, 19.7, 23.2, 25.8, 28.7,
  31.6, 34.8, 37.2, 40.5, 44.7, 48.2, 51.5, 54.8, 58.1, 60.4, 63.4, 67.2, 69.9, 72.4, 74.7, 76.9, 77.9, 79.8, 82.3,
  83.8, 85.1, 86.2, 87.3, 87.3, 88.1, 89.8, 91,
]

export const cancelNotes = ['Asked by mail to give the place back', 'Left the organisation', 'Ill, rang the office']
export const rejectNotes = [
  'Asked to be left out',
  'No longer in this team',
  'Kept for volunteers',
  'On leave that day',
]

/** One request on its way through the plan; what is not set yet is filled in by a later step. */
export type Ask = {
  option: OptionKey
  outcome: Outcome
  name?: string
  slot?: string
  askedAt?: Date
  decidedAt?: Date
  decidedBy?: string
  cancelledAt?: Date
  note?: string
}

export function namedAsks(calendar: Calendar): Ask[] {
  return [
    ...oldestThatDoNotFit(calendar),
    ...oldestThatFit(calendar),
    ...lastMinutes(calendar),
    ...atNorthGateAtNoon(calendar),
  ]
}

const pending = (name: string, option: OptionKey, slot: string, askedAt: Date): Ask => {
  return { name, option, slot, askedAt, outcome: 'pending' }
}

/** Thirteen of the oldest forty-eight requests: approved oldest first, one lacks a slot, six stock and six money. */
function oldestThatDoNotFit({ age }: Calendar): Ask[] {
  return [
    pending('Yuki Tanaka', 'family', 'North Gate 12:00', age(11, 0.5)),
    pending('Li Wei', 'repair', 'Library Foyer 14:30', age(8, 0.3)),
    pending('Frieda Baumgartner', 'hoodie', 'North Gate 14:00', age(5, -0.08)),
    pending('Ibrahim Diallo', 'hoodie', 'Riverside Desk 14:00', age(4, 0.5)),
    pending('Jo Park', 'repair', 'North Gate 12:30', age(4, 0.5)),
    pending('Katarzyna Nowak', 'summit', 'Library Foyer 12:00', age(4, 0.4)),
    pending('Lucía Ortega', 'summit', 'Riverside Desk 12:30', age(4, 0.4)),
    pending('Moana Tāwhiri', 'summit', 'North Gate 12:30', age(4, 0.3)),
    pending('Odile Marchand', 'hoodie', 'North Gate 14:30', age(3, 0.9)),
    pending('Per Håkansson', 'repair', 'North Gate 12:30', age(3, 0.9)),
    // North Gate 12:30 has room for four more, and four ask already: Nikhil asks for the half hour after.
    pending('Nikhil Rao', 'summit', 'North Gate 13:00', age(3, 0.8)),
    pending('Quentin Dubois', 'summit', 'Riverside Desk 13:00', age(3, 0.8)),
    pending('Ruth Abebe', 'summit', 'Main Hall 13:30', age(3, 0.8)),
  ]
}

/** Nine of the other thirty-five, which fit. */
export function oldestThatFit({ age }: Calendar): Ask[] {
  return [
    pending('Amara Okafor', 'daypack', 'Courtyard 13:30', age(11, 0.3)),
    pending('Nguyễn Thị Mai', 'summit', 'Riverside Desk 12:00', age(11, 0.3)),
    pending('Mateusz Wójcik', 'summit', 'Courtyard 12:00', age(11, 0.3)),
    pending('Chloé Lefèvre', 'summit', 'Courtyard 14:30', age(11, 0.3)),
    pending('Fatima Al-Sayed', 'summit', 'Main Hall 13:00', age(10, 0.3)),
    pending('Diego Fuentes', 'summit', 'Riverside Desk 14:30', age(10, 0.3)),
    pending('Aoife Ní Bhriain', 'hoodie', 'North Gate 14:30', age(10, 0.3)),
    pending('Lars van den Heuvel', 'daypack', 'North Gate 12:30', age(10, 0.3)),
    pending('Oluwaseun Adebayo', 'summit', 'North Gate 14:00', age(9, 0.3)),
  ]
}

/** The last hour and a half: all that was committed and given back in it, and the newest requests. */
function lastMinutes({ age, minutesAgo }: Calendar): Ask[] {
  const approved = (minutes: number, decidedBy: string, name: string, option: OptionKey): Ask => {
    return { name, option, askedAt: age(2, 0.3), decidedAt: minutesAgo(minutes), decidedBy, outcome: 'approved' }
  }
  return [
    { ...approved(0.5, priya, 'Jonas Lindqvist', 'hoodie'), slot: 'Library Foyer 12:00', askedAt: age(11, 0.3) },
    { option: 'summit', slot: 'Main Hall 13:30', askedAt: minutesAgo(1), outcome: 'pending' },
    { ...approved(3, priya, 'Dmitri Volkov', 'walk'), outcome: 'rejected', note: 'Two tracks at once' },
    approved(5, ines, 'Thandiwe Khumalo', 'family'),
    { name: 'Owen Gruffydd', option: 'summit', outcome: 'cancelled', cancelledAt: minutesAgo(8) },
    approved(9, priya, 'Zoë Ångström', 'bottle'),
    pending('Bartholomew Featherstonehaugh-Cavendish', 'voucher', 'Main Hall 10:30', minutesAgo(12)),
    { ...approved(21, priya, 'Kwame Mensah', 'summit'), slot: 'North Gate 14:00' },
    approved(34, ines, 'Elif Yıldız', 'daypack'),
    approved(34, ines, 'Rafael Monteiro', 'daypack'),
    approved(52, priya, 'Fatima Al-Sayed', 'voucher'),
    approved(70, priya, 'Bartholomew Featherstonehaugh-Cavendish', 'walk'),
    { name: 'Mei-Ling Chen', option: 'shirt', outcome: 'cancelled', cancelledAt: minutesAgo(87) },
  ]
}

/** Some of the twenty people of North Gate 12:00. Chloé was given the last place there, today. */
function atNorthGateAtNoon({ age, lastSession }: Calendar): Ask[] {
  const approved = (name: string, option: OptionKey, slot = 'North Gate 12:00'): Ask => {
    return { name, option, slot, outcome: 'approved' }
  }
  return [
    { ...approved('Chloé Lefèvre', 'hoodie'), askedAt: age(5, 0.8), decidedAt: lastSession.at, decidedBy: priya },
    approved('Hamza Qureshi', 'shirt'),
    approved('Wanjiru Kamau', 'family'),
    approved('Pavel Novák', 'bottle'),
    approved('Sanne Visser', 'voucher'),
    approved('Katarzyna Nowak', 'daypack'),
    approved('Emeka Nwosu', 'shirt'),
    approved('Yuki Tanaka', 'shirt'),
    approved('Nguyễn Thị Mai', 'bottle'),
    approved('Li Wei', 'hoodie'),
    approved('Mateusz Wójcik', 'daypack', 'Library Foyer 11:30'),
  ]
}
