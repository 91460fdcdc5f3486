import { eventId, hash, hoodieId, registrationId, shirtId } from './examples.ts'

/** Examples of the waitlist, for the API document. */

export const joining = { any_of: [hoodieId, shirtId], preferred_pickup_slot: 'North Gate 11:30' }

export const place = {
  registration_id: registrationId,
  event_id: eventId,
  event_option_ids: [hoodieId, shirtId],
  option_names: ['Merino Hoodie', 'Cotton T-Shirt'],
  preferred_pickup_slot: 'North Gate 11:30',
  position: 4,
  ahead_count: 2,
  joined_at: '2027-04-22T08:00:00.000Z',
  offer: null,
}

export const entry = {
  ...place,
  user_id: '019b2f6d-0001-7c00-9a00-1b2c3d4e5f05',
  person: { name: 'Ana Ferreira', email: 'ana.ferreira@example.org', department: 'Field Programmes' },
  priority: 0,
  offer: {
    event_option_id: hoodieId,
    option_name: 'Merino Hoodie',
    amount: 74,
    offered_at: '2027-04-23T08:00:00.000Z',
    expires_at: '2027-04-24T08:00:00.000Z',
    seconds_left: 61_200,
  },
}

export const move = { to_position: 1, reason: 'Was left out by mistake' }

export const lottery = {
  commitment: hash,
  seed: hash,
  drawn_at: '2027-05-01T08:00:00.000Z',
}

export const offer = {
  status: 'open',
  event_id: eventId,
  event_name: 'Annual Day 2027',
  registration_id: registrationId,
  option_name: 'Merino Hoodie',
  pickup_slot: 'North Gate 11:30',
  timezone: 'Europe/Amsterdam',
  expires_at: '2027-04-24T08:00:00.000Z',
  seconds_left: 61_200,
}
