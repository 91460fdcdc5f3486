import { eventId, registrationId, slotId } from './examples.ts'

export const locationId = '019b2f6e-9c11-7a0b-8c1d-2e3f4a5b6c08'
const otherSlotId = '019b2f6e-9b11-7e0f-b0f4-91c2d3e4f704'

export const newLocation = {
  name: 'North Gate',
  code: 'N1',
  building: 'Werkspoor Hall',
  floor: 'Ground floor',
  capacity: 40,
  directions: 'Through the main entrance, then left along the tracks',
  accessibility: 'Step-free; the ramp is beside the stairs',
}
export const locationChange = { capacity: 60 }
export const location = {
  id: locationId,
  event_id: eventId,
  ...newLocation,
  slots_count: 16,
  created_at: '2027-02-01T09:00:00.000Z',
  updated_at: '2027-02-01T09:00:00.000Z',
}

export const slotPlan = {
  location_id: locationId,
  days: ['2027-05-21'],
  opening: [{ from: '09:00', to: '17:00' }],
  breaks: [{ from: '12:30', to: '13:00' }],
  slot_minutes: 30,
  people_per_slot: 20,
  dry_run: true,
}
export const slotPlanResult = {
  location_id: locationId,
  dry_run: true,
  created: 1,
  slots: [
    {
      slot_id: null,
      label: 'North Gate 09:00–09:30',
      starts_at: '2027-05-21T07:00:00.000Z',
      ends_at: '2027-05-21T07:30:00.000Z',
      capacity: 20,
      people: 0,
      outcome: 'CREATED',
    },
  ],
  held: [{ slot_id: slotId, label: 'North Gate 11:15–11:45', people: 11 }],
  removed: [],
  remainders: [{ date: '2027-05-21', from: '16:45', to: '17:00', minutes: 15 }],
  clock_changes: [],
}

export const slotMove = { to_slot_id: otherSlotId, registration_ids: [registrationId] }
export const slotMoveResult = {
  from_slot_id: slotId,
  to_slot_id: otherSlotId,
  dry_run: false,
  total: 1,
  moved: 1,
  refused: 0,
  rows: [{ registration_id: registrationId, outcome: 'MOVED', code: null, message: null }],
}
export const slotBalance = {
  over: 1,
  unplaced: 0,
  moves: [
    {
      from_slot_id: slotId,
      from_label: 'North Gate 11:30–12:00',
      to_slot_id: otherSlotId,
      to_label: 'North Gate 12:00–12:30',
      count: 1,
      registration_ids: [registrationId],
    },
  ],
}
