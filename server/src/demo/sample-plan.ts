/** What a sample event is made of: small enough to take in at a glance, with something of everything being short. */
export const samplePlan = {
  name: 'Sample: Summer Day',
  description:
    'Made up, to look around in. Its people are made up too, and cannot sign in. It is a draft, which only those who ' +
    'change events see; archive it when you have seen enough.',
  venue: 'Harbour Hall',
  /** In major units of whatever the currency is. */
  budget: 400,
  slotCapacity: 3,
  options: [
    { name: 'Hoodie', type: 'INVENTORY', total: 3, cost: 60 },
    { name: 'T-Shirt', type: 'INVENTORY', total: 20, cost: 15 },
    { name: 'Sailing Course', type: 'TRACK', total: 4, cost: 45 },
    { name: 'Harbour Tour', type: 'TRACK', total: 12, cost: 0 },
  ],
  /** Half hours at each place, from noon. */
  places: ['Entrance', 'Terrace'],
  halfHours: ['12:00', '12:30', '13:00', '13:30'],
  people: [
    { name: 'Ada Sample', department: 'Kitchen' },
    { name: 'Bruno Sample', department: 'Kitchen' },
    { name: 'Chidi Sample', department: 'Workshop' },
    { name: 'Dorothea Sample', department: 'Workshop' },
    { name: 'Emre Sample', department: 'Office' },
    { name: 'Fatou Sample', department: 'Office' },
    { name: 'Goran Sample', department: 'Office' },
    { name: 'Hanako Sample', department: 'Garden' },
    { name: 'Inés Sample', department: 'Garden' },
    { name: 'Jamal Sample', department: null },
    { name: 'Klára Sample', department: null },
    { name: 'Liam Sample', department: null },
  ],
  /** Who asks for what, and where to pick it up; the approved ones are approved in this order. */
  requests: [
    { person: 0, option: 'Hoodie', slot: 'Entrance 12:00', isApproved: true },
    { person: 0, option: 'Sailing Course', slot: null, isApproved: true },
    { person: 1, option: 'Hoodie', slot: 'Entrance 12:00', isApproved: true },
    { person: 2, option: 'T-Shirt', slot: 'Entrance 12:00', isApproved: true },
    { person: 2, option: 'Sailing Course', slot: null, isApproved: true },
    { person: 3, option: 'T-Shirt', slot: 'Entrance 12:30', isApproved: true },
    { person: 4, option: 'Sailing Course', slot: null, isApproved: true },
    { person: 5, option: 'Harbour Tour', slot: null, isApproved: true },
    { person: 5, option: 'Hoodie', slot: 'Entrance 12:30', isApproved: false },
    { person: 6, option: 'Hoodie', slot: 'Terrace 12:00', isApproved: false },
    { person: 7, option: 'Hoodie', slot: 'Entrance 12:00', isApproved: false },
    { person: 7, option: 'Sailing Course', slot: null, isApproved: false },
    { person: 8, option: 'Sailing Course', slot: null, isApproved: false },
    { person: 8, option: 'T-Shirt', slot: 'Entrance 12:00', isApproved: false },
    { person: 9, option: 'T-Shirt', slot: 'Terrace 13:30', isApproved: false },
    { person: 9, option: 'Sailing Course', slot: null, isApproved: false },
    { person: 10, option: 'Harbour Tour', slot: null, isApproved: false },
    { person: 11, option: 'Harbour Tour', slot: null, isApproved: false },
  ],
} as const
