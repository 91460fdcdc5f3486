import type { Schema } from './api-document.ts'

/** A value as it stands in JSON text, for what JavaScript would not write so: 1e400, half of a surrogate pair. */
export type Raw = { raw: string }
type Bad = { what: string; value: unknown }

const notIds = [
  '',
  '1',
  'me',
  'null',
  "' or 1=1 --",
  '019b2f6e8f5c7c3a9d2e5b8f0c1a2d3e',
  '{019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e}',
  '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3',
  '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3g',
  ' 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e',
]

const notInstants = [
  '',
  'tomorrow',
  '2027-05-21',
  '2027-05-21T09:00:00',
  '2027-05-21 09:00:00Z',
  '2027-05-21T09:00:00+0200',
  '2027-02-29T00:00:00Z',
  '2027-02-30T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-00-01T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T00:60:00Z',
  '2027-01-01T00:00:00+24:00',
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+14:00',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
  '10000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  'infinity',
  '1790000000',
  'now',
]

/** Values that a field of a schema must refuse, whatever else is right. */
export function badValues(schema: Schema): Bad[] {
  const kinds = schema.anyOf ?? [schema]
  const isNullable = kinds.some(({ type }) => type === 'null')
  const kind = kinds.find(({ type }) => type !== 'null') ?? {}
  const wrong = [...(isNullable ? [] : [null]), [[]], ...ofKind(kind)]
  return wrong.map((value) => ({ what: JSON.stringify(value).slice(0, 60), value }))
}

function ofKind(schema: Schema): unknown[] {
  const byType: Record<string, () => unknown[]> = {
    string: () => [5, true, {}, ['x'], ...badTexts(schema)],
    number: () => ['1', '', 'NaN', true, {}, -1, -0.01, 1e-7, 1e11, { raw: '1e400' }, { raw: '-1e400' }, 0.1 + 0.2],
    integer: () => [
      '1',
      '',
      true,
      {},
      -1,
      0.5,
      1e12,
      2_147_483_648,
      { raw: '9007199254740993' },
      { raw: '1e400' },
      ...(schema.minimum === 0 ? [] : [0]),
    ],
    boolean: () => ['true', '', 0, 1, {}],
    object: () => ['x', 5, true, { no_such_field: 1 }, { constructor: { prototype: { polluted: 1 } } }],
  }
  return byType[schema.type ?? '']?.() ?? []
}

function badTexts({ enum: known, format, pattern, maxLength, minLength }: Schema): unknown[] {
  const never = ['a\0b', '\0', { raw: String.raw`"\ud800"` }, { raw: String.raw`"a\udc00b"` }]
  return [
    ...never,
    ...(known
      ? [
          '',
          'NO_SUCH',
          known[0]?.toLowerCase() === known[0] ? known[0]?.toUpperCase() : known[0]?.toLowerCase(),
          ` ${known[0]}`,
        ]
      : []),
    ...(format === 'uuid' ? notIds : []),
    ...(format === 'date-time' ? notInstants : []),
    ...(format === 'email'
      ? ['', 'x', 'x@', '@x', 'x@y z', 'x@example.org, y@example.org', 'x@example.org\r\nBcc: y@example.org']
      : []),
    ...(pattern !== undefined && format === undefined ? ['Not A Slug', '-x-', 'ä'] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), 'x'.repeat(100_000)]),
    ...(minLength === undefined || minLength === 0 ? [] : ['']),
  ]
}

/** JSON text, with what is raw as it is. */
export function writeJson(value: unknown): string {
  const raws: string[] = []
  const text = JSON.stringify(value, (_name, child: unknown) => {
    if (typeof child !== 'object' || child === null || !('raw' in child)) return child
    return `@raw${raws.push(String(child.raw)) - 1}@`
  })
  return text.replaceAll(/"@raw(\d+)@"/g, (_, index: string) => raws[Number(index)] ?? '')
}

const nested = (levels: number) => '{"name":'.repeat(levels) + '1' + '}'.repeat(levels)

/** Bodies that no operation takes, with the status each is refused with. */
export const badBodies: { what: string; payload: string | Buffer; status: number }[] = [
  { what: 'nothing at all', payload: '', status: 400 },
  { what: 'blanks', payload: '   ', status: 400 },
  { what: 'words', payload: 'not json', status: 400 },
  { what: 'half of it', payload: '{"name":', status: 400 },
  { what: 'too much of it', payload: '{}}', status: 400 },
  { what: 'single quotes', payload: "{'name':'x'}", status: 400 },
  { what: 'a comma too many', payload: '{"name":"x",}', status: 400 },
  { what: 'a comment', payload: '{} // x', status: 400 },
  { what: 'NaN', payload: '{"name":NaN}', status: 400 },
  {
    what: 'XML',
    payload: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    status: 400,
  },
  { what: 'no UTF-8', payload: Buffer.from('7b226e616d65223a22ff227d', 'hex'), status: 400 },
  { what: 'UTF-16', payload: Buffer.from('{"name":"x"}', 'utf16le'), status: 400 },
  { what: 'half of a character', payload: Buffer.from('7b226e616d65223a22c3227d', 'hex'), status: 400 },
  { what: '21 levels', payload: nested(21), status: 422 },
  { what: '10,000 levels', payload: nested(10_000), status: 422 },
  { what: '10,000 levels of list', payload: '['.repeat(10_000) + ']'.repeat(10_000), status: 422 },
  { what: '__proto__', payload: '{"__proto__":{"is_active":true}}', status: 422 },
  { what: '__proto__ further in', payload: '{"hold_policy":{"__proto__":{"stock":"hold"}}}', status: 422 },
  { what: 'a NUL in a name', payload: String.raw`{"a\u0000b":1}`, status: 422 },
  { what: 'half a surrogate pair in a name', payload: String.raw`{"\ud83d":1}`, status: 422 },
  { what: 'one byte more than a megabyte', payload: `{"name":"${'x'.repeat(1_048_576 - 11 + 1)}"}`, status: 413 },
]

/** Bodies of JSON that are no object. */
export const noObjects = ['null', '[]', '"x"', '5', 'true', '[{}]', '""']

export const badTypes = [
  'text/plain',
  'text/plain;charset=utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/merge-patch+json',
  'application/octet-stream',
  'application',
  'x',
]

/** Parts of a path that are no id; the last ones cannot even be decoded. */
export const badIds = [
  '1',
  'null',
  'undefined',
  '-1',
  '%27%20or%201=1%20--',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%8E%81',
  '019b2f6e',
  'x'.repeat(150),
  'x'.repeat(5_000),
  '00000000-0000-0000-0000-00000000000g',
  '$%7Bjndi:ldap:x%7D',
  '%zz',
  '%',
  '%c3%28',
  '%ff',
]

export const badQueries: Record<string, string[]> = {
  event_id: ['event_id=', 'event_id=1', 'event_id=me', `event_id=${'0'.repeat(36)}`],
  state: ['state=', 'state=WAITING', 'state=none', 'state=waiting&state=offered'],
  outcome: ['outcome=', 'outcome=approved', 'outcome=NONE', 'outcome=APPROVED&outcome=REFUSED'],
  limit: [
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=abc',
    'limit=1&limit=2',
    'limit=1.5',
    'limit=',
    'limit=NaN',
    'limit=Infinity',
    'limit=1e400',
    'limit=99999999999999999999',
    'limit[]=1',
    'limit[$gt]=1',
    'limit=%00',
    'limit=%zz',
    'limit=1;drop',
  ],
  size: ['size=', 'size=large', 'size=thumb&size=full', 'size=%00'],
  v: ['v=', 'v=xyz', 'v=../../etc', 'v=0123', 'v=%00'],
  alt: ['alt=', 'alt=%20', 'alt=%00', `alt=${'x'.repeat(301)}`, 'alt=a&alt=b'],
  starts_at: notInstants.map((text) => `starts_at=${encodeURIComponent(text)}`),
  ends_at: notInstants.map((text) => `ends_at=${encodeURIComponent(text)}`),
  skip: ['skip=-1', 'skip=10001', 'skip=abc', 'skip=1&skip=2', 'skip=0.5', 'skip=NaN'],
  cursor: [
    'cursor=',
    'cursor=rubbish',
    'cursor=%00',
    'cursor=..%2F',
    `cursor=${'x'.repeat(300)}`,
    'cursor=MA',
    'cursor=LTE',
    'cursor=a&cursor=b',
    `cursor=${Buffer.from("' or 1=1").toString('base64url')}`,
    `cursor=${Buffer.from('99999999999999999999').toString('base64url')}`,
  ],
  is_active: ['is_active=', 'is_active=1', 'is_active=TRUE', 'is_active=true&is_active=false'],
  status_filter: [
    'status_filter=',
    'status_filter=NO_SUCH',
    'status_filter=pending',
    'status_filter=PENDING&status_filter=PENDING',
  ],
  q: [`q=${'x'.repeat(201)}`, 'q=a%00b', 'q=a&q=b'],
  slug: [
    'slug=',
    'slug=Not%20A%20Slug',
    'slug=-x-',
    'slug=%C3%A4',
    'slug=a%00b',
    `slug=${'x'.repeat(101)}`,
    'slug=a&slug=b',
  ],
  order: ['order=', 'order=NEWEST', 'order=random', 'order=newest;drop', 'order=newest&order=oldest'],
  event_option_id: [
    ...badIdsOf('event_option_id'),
    `${goodIdOf('event_option_id')}&event_option_id=1`,
    'event_option_id[]=1',
  ],
  department: [`department=${'x'.repeat(201)}`, 'department=a%00b', manyOf('department'), 'department[]=1'],
  slot: [`slot=${'x'.repeat(101)}`, 'slot=a%00b', manyOf('slot'), 'slot[$ne]=1'],
  waiting_days_min: [
    'waiting_days_min=-1',
    'waiting_days_min=3651',
    'waiting_days_min=0.5',
    'waiting_days_min=abc',
    'waiting_days_min=NaN',
    'waiting_days_min=1e400',
    'waiting_days_min=1&waiting_days_min=2',
  ],
  days: ['days=', 'days=8', 'days=ALL', 'days=-7', 'days=7.0', 'days=7&days=30'],
  status: ['status=', 'status=done', 'status=NO_SUCH', 'status=DONE&status=FAILED'],
  channel: ['channel=', 'channel=MAIL', 'channel=sms', 'channel=mail&channel=inbox'],
  is_unread: ['is_unread=', 'is_unread=1', 'is_unread=TRUE', 'is_unread=true&is_unread=false'],
  kind: ['kind=', 'kind=commit', 'kind=NO_SUCH', 'kind=COMMIT&kind=RELEASE'],
  registration_id: badIdsOf('registration_id'),
  desk_id: badIdsOf('desk_id'),
  undone: ['undone=', 'undone=1', 'undone=TRUE', 'undone=true&undone=false'],
  columns: [
    'columns=',
    'columns=no_such',
    'columns=Status',
    'columns=status,',
    'columns=a%00b',
    'columns=status&columns=id',
  ],
  bom: ['bom=', 'bom=1', 'bom=TRUE', 'bom=true&bom=false'],
  delimiter: ['delimiter=', 'delimiter=,', 'delimiter=COMMA', 'delimiter=tab&delimiter=comma'],
  subject_id: badIdsOf('subject_id'),
  actor_id: badIdsOf('actor_id'),
  action: [
    'action=',
    'action=REGISTRATION',
    'action=registration.%25',
    'action=a%00b',
    "action=' or 1=1 --",
    `action=${'x'.repeat(101)}`,
    'action=a&action=b',
  ],
  became: ['became=', 'became=COLLECTED', 'became=lost', 'became=returned&became=collected'],
  collected: ['collected=', 'collected=1', 'collected=TRUE', 'collected=true&collected=false'],
  compare: [...badIdsOf('compare'), 'compare[]=1'],
  slot_id: badIdsOf('slot_id'),
  location: ['location=', 'location=a%00b', `location=${'x'.repeat(201)}`],
  until: badInstantsOf('until'),
  from: badInstantsOf('from'),
  to: badInstantsOf('to'),
}

function badIdsOf(name: string): string[] {
  return notIds.map((id) => `${name}=${encodeURIComponent(id)}`)
}

function goodIdOf(name: string): string {
  return `${name}=019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e`
}

function badInstantsOf(name: string): string[] {
  const one = `${name}=2027-05-21T09:00:00Z`
  return [...notInstants.map((instant) => `${name}=${encodeURIComponent(instant)}`), `${one}&${one}`]
}

/** More of one parameter than are taken. */
function manyOf(name: string): string {
  return Array.from({ length: 101 }, (_, index) => `${name}=${index}`).join('&')
}

/** Query strings that no list takes. */
export const strangeQueries = [
  'no_such=1',
  '__proto__=1',
  '__proto__[x]=1',
  'constructor=1',
  '%00=1',
  'constructor[prototype][x]=1',
  '=',
  'limit=10&=',
]

export const badAuthorizations = [
  'Bearer',
  'Bearer ',
  'Basic YTpi',
  'bearer:x',
  'Token x',
  'Bearer a b',
  `Bearer ${'x'.repeat(201)}`,
  `Bearer ${'x'.repeat(8_000)}`,
  'Bearer null',
  'Bearer undefined',
  'Bearer allot_',
  `Bearer allot_${'A'.repeat(22)}_${'A'.repeat(43)}`,
  'Bearer ../../x',
  'Bearer %00',
  'Bearer \u00FC',
  'Bearer Bearer x',
  'x',
  ',',
]
