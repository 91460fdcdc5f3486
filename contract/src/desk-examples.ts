import { eventId, hash, hoodieId, registrationId } from './examples.ts'

/** Examples of desks, their tablets, and what those do without a network, for the API document. */

const deskId = '019b2f80-0001-7c00-9a00-1b2c3d4e5f60'
const deviceId = '019b2f80-0002-7c00-9a00-1b2c3d4e5f61'
const leaseId = '019b2f80-0003-7c00-9a00-1b2c3d4e5f62'
const code = 'AZsvbQAAfACaABssPU5fAA_MZXW6YTBOI4DGNJVGY3TQOJYMFRGGZDF'
const publicKey = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
const signature = '5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw'

export const deskInput = {
  name: 'Desk 6',
  location: 'North Gate',
  event_option_ids: [hoodieId],
  counted: [{ event_option_id: hoodieId, count: 40 }],
}

export const deskChange = { location: 'South Gate', counted: [{ event_option_id: hoodieId, count: 25 }] }

export const desk = {
  id: deskId,
  event_id: eventId,
  name: 'Desk 6',
  location: 'North Gate',
  options: [
    {
      event_option_id: hoodieId,
      option_name: 'Merino Hoodie',
      counted: 40,
      counted_at: '2027-05-21T06:40:00.000Z',
      left_on_table: 12,
    },
  ],
  is_active: true,
  devices_count: 1,
  created_at: '2027-05-20T08:00:00.000Z',
  updated_at: '2027-05-21T06:40:00.000Z',
}

export const lease = {
  id: leaseId,
  granted_at: '2027-05-21T09:30:00.000Z',
  expires_at: '2027-05-21T10:30:00.000Z',
  people_count: 1,
}

export const device = {
  id: deviceId,
  desk_id: deskId,
  name: 'Tablet 2',
  status: 'ENROLLED',
  created_at: '2027-05-21T06:30:00.000Z',
  code_expires_at: null,
  enrolled_at: '2027-05-21T06:31:00.000Z',
  last_seen_at: '2027-05-21T09:30:00.000Z',
  revoked_at: null,
  lease,
  findings_count: 0,
}

export const deviceInput = { name: 'Tablet 2' }

export const newDevice = {
  device: {
    ...device,
    status: 'WAITING',
    code_expires_at: '2027-05-21T06:40:00.000Z',
    enrolled_at: null,
    last_seen_at: null,
    lease: null,
  },
  code,
  enrol_url: `https://allot.example.org/desk#${code}`,
  expires_at: '2027-05-21T06:40:00.000Z',
}

export const enrolment = { code, public_key: publicKey, name: 'Tablet 2' }

const deskEvent = { id: eventId, name: 'Annual Day 2027', timezone: 'Europe/Amsterdam', slot_override: 'ask' }

export const enrolled = {
  key: 'allotdesk_AZsvbQAAfACaABssPU5fAA_7Gk2mQxW0pYb3Jt1vZcN8hLs4RfUaEoDiKxHyMgTqVw',
  device: { ...device, lease: null },
  desk,
  event: deskEvent,
}

export const ownDesk = {
  desk,
  device: { ...device, lease: null },
  event: deskEvent,
  now: '2027-05-21T09:34:00.000Z',
  slot_now: 'North Gate 11:30',
  expected: [
    {
      slot: 'North Gate 11:30',
      starts_at: '2027-05-21T09:30:00.000Z',
      ends_at: '2027-05-21T10:00:00.000Z',
      total: 20,
      collected: 14,
    },
  ],
  lease,
}

export const deskPerson = {
  registration_id: registrationId,
  person_name: 'Ana Ferreira',
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  slot: 'North Gate 11:30',
  starts_at: '2027-05-21T09:30:00.000Z',
  ends_at: '2027-05-21T10:00:00.000Z',
  collected_at: null,
}

export const leaseInput = { minutes: 60, slots: ['North Gate 11:30'], most: 200 }

export const grantedLease = {
  id: leaseId,
  granted_at: lease.granted_at,
  expires_at: lease.expires_at,
  now: '2027-05-21T09:30:00.000Z',
  next_seq: 1,
  last_hash: '0'.repeat(64),
  event: deskEvent,
  desk: { id: deskId, name: 'Desk 6', location: 'North Gate' },
  people: [
    {
      registration_id: registrationId,
      qr_hash: hash,
      person_name: 'Ana Ferreira',
      option_name: 'Merino Hoodie',
      option_type: 'INVENTORY',
      event_option_id: hoodieId,
      slot: 'North Gate 11:30',
      slot_starts_at: '2027-05-21T09:30:00.000Z',
      slot_ends_at: '2027-05-21T10:00:00.000Z',
    },
  ],
  items: [{ event_option_id: hoodieId, option_name: 'Merino Hoodie', left_on_table: 12 }],
}

export const logInput = {
  lease_id: leaseId,
  sent_at: '2027-05-21T10:05:00.000Z',
  entries: [
    {
      seq: 1,
      nonce: '0c8a1d2e3f405162738495a6b7c8d9ea',
      registration_id: registrationId,
      qr_hash: hash,
      at: '2027-05-21T09:52:10.000Z',
      kind: 'collect',
      previous_hash: '0'.repeat(64),
      signature,
    },
  ],
}

export const logAnswer = {
  lease_id: leaseId,
  next_seq: 2,
  entries: [{ seq: 1, outcome: 'COLLECTED', finding: null, message: 'Recorded.' }],
}
