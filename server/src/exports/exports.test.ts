import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { download } from '../testing/download.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestPerson, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant, { options: { Mug: { total: 10, cost: 12.5 }, '=Hat': { total: 5, cost: 3 } } })
  for (const name of ['ann', 'ben', 'cleo']) await gala.register(name)
  await gala.register('dora', '=Hat')
  await gala.approve('ann')
  await gala.approve('dora')
})

/** A file of the server, with its bytes as they came. */
async function bytesOf(url: string, { key }: Pick<TestPerson, 'key'> = tenant.auditor) {
  const reply = await server.app.inject({ url, headers: { authorization: `Bearer ${key}` } })
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload, text: reply.body }
}

async function sheetsOf(url: string) {
  const { bytes, status, text } = await bytesOf(url)
  expect(status, status === 200 ? '' : text).toBe(200)
  const workbook = await readXlsx(bytes)
  return new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]))
}

describe('comma-separated values', () => {
  test('columns by choice, in the order chosen; with another delimiter; without the mark', async () => {
    const path = `${gala.path}/registrations.csv?columns=status,option_name&order=oldest`
    const { text } = await bytesOf(`${path}&bom=false&delimiter=semicolon`)
    expect(text).toBe("status;option_name\r\nAPPROVED;Mug\r\nPENDING;Mug\r\nPENDING;Mug\r\nAPPROVED;'=Hat\r\n")
    expect((await bytesOf(path)).text).toBe(`\u{feff}${text.replaceAll(';', ',')}`)
    expect((await bytesOf(`${path}&delimiter=tab`)).text).toContain('APPROVED\tMug')
  })

  test('a column that is not there is named, with those that are', async () => {
    const reply = await tenant.auditor.get(`${gala.path}/ledger.csv?columns=entry_no,qr_token`)
    expect(reply).toMatchObject({ status: 422, body: { code: 'INVALID' } })
    expect(reply.text).toContain('query.columns')
    expect(reply.text).toContain('option_name')
  })

  test('the budget is a line, and each option another; the waitlist stands in its order', async () => {
    const { text } = await bytesOf(`${gala.path}/budget.csv?columns=line,name,committed,currency&bom=false`)
    expect(text).toBe(
      "line,name,committed,currency\r\nbudget,Gala,15.50,EUR\r\noption,Mug,12.50,EUR\r\noption,'=Hat,3.00,EUR\r\n",
    )
    const small = await givenGala(tenant, { options: { Mug: { total: 1 } }, waitlist: { promotion: 'offer' } })
    await small.register('first')
    await small.approve('first')
    await small.wait('second')
    await small.wait('third')
    const waiting = await bytesOf(`${small.path}/waitlist.csv?columns=position,state,option_names&bom=false`)
    expect(waiting.text).toBe('position,state,option_names\r\n1,waiting,Mug\r\n2,waiting,Mug\r\n')
    expect((await bytesOf(`${gala.path}/collections.csv?columns=desk_name&bom=false`)).text).toBe('desk_name\r\n')
  })
})

describe('workbooks', () => {
  test('numbers, money and times have their types; text is text, whatever it begins with', async () => {
    const sheets = await sheetsOf(
      `${gala.path}/registrations.xlsx?order=oldest&columns=option_name,amount_committed,created_at`,
    )
    const { rows } = sheets.get('registrations') ?? { rows: [] }
    expect(rows[0]).toEqual(['option_name', 'amount_committed', 'created_at'])
    expect(rows.slice(1).map(([name, amount]) => [name, amount])).toEqual([
      ['Mug', 12.5],
      ['Mug', 12.5],
      ['Mug', 12.5],
      ['=Hat', 3],
    ])
    expect(rows[1]?.[2]).toBeInstanceOf(Date)
  })

  test('times are in the zone of the event, on both sides of a change of the clock', async () => {
    const [summer, winter] = ['2026-07-01T10:00:00Z', '2026-12-01T10:00:00Z']
    const dated = await givenGala(tenant)
    for (const [name, at] of [
      ['sue', summer],
      ['wim', winter],
    ] as const) {
      await dated.register(name)
      await asOwner(server.database, 'update registrations set created_at = $2 where id = $1', [
        dated.registrationOf(name),
        at,
      ])
    }
    const sheets = await sheetsOf(`${dated.path}/registrations.xlsx?order=oldest&columns=created_at`)
    const shown = sheets
      .get('registrations')
      ?.rows.slice(1)
      .map(([at]) => (at as Date).toISOString())
    expect(shown).toEqual(['2026-07-01T12:00:00.000Z', '2026-12-01T11:00:00.000Z'])
  })

  test('all of an event is a sheet for each kind, and nothing of it opens a door', async () => {
    const sheets = await sheetsOf(`${gala.path}/workbook.xlsx`)
    expect([...sheets.keys()]).toEqual(['registrations', 'ledger', 'budget', 'collections'])
    expect([...sheets.values()].map(({ rows }) => rows.length)).toEqual([5, 3, 4, 1])
    expect(JSON.stringify([...sheets.values()].map(({ rows }) => rows))).not.toContain('qr_')
  })

  test('signs that XML has no room for come through, or are told apart', async () => {
    const odd = await givenGala(tenant)
    const notes = 'a\u000bb <&> "q" _x000B_ \u{1f381} ü\r\nend'
    const body = { event_option_id: odd.options.Mug, notes }
    expect((await (await odd.person('eve')).post(`${odd.path}/register`, body)).status).toBe(201)
    const sheets = await sheetsOf(`${odd.path}/registrations.xlsx?columns=notes`)
    const read = String(sheets.get('registrations')?.rows[1]?.[0])
    expect(read.replaceAll('_x000B_', '\u000b').replaceAll('_x000D_', '\r').replaceAll('_x005F_', '_')).toContain(
      '<&> "q"',
    )
    expect(read).toContain('\u{1f381} ü')
  })
})

describe('a file that nobody waits for', () => {
  const start = (body: object, who: TestPerson = tenant.auditor) => who.post(`${gala.path}/exports`, body)

  async function untilOver(id: string) {
    return vi.waitFor(
      async () => {
        const { body } = await tenant.auditor.get(`/exports/${id}`)
        expect(['DONE', 'FAILED', 'CANCELLED']).toContain(body.status)
        return body
      },
      { timeout: 20_000, interval: 50 },
    )
  }

  test('is made, can be had, and forgotten', async () => {
    const filter = { status_filter: 'APPROVED', order: 'oldest' }
    const started = await start({ kind: 'registrations', format: 'csv', columns: ['person_name'], filter, bom: false })
    expect(started).toMatchObject({ status: 202, body: { status: 'QUEUED', rows_done: 0 } })
    const id = String(started.body.id)
    expect(await untilOver(id)).toMatchObject({ status: 'DONE', rows_done: 2, rows_total: 2 })
    const file = await bytesOf(`/exports/${id}/file`)
    expect(file.headers['content-disposition']).toBe('attachment; filename="gala-registrations.csv"')
    expect(file.text.split('\r\n').slice(0, -1).length).toBe(3)
    expect((await tenant.auditor.get('/exports')).body).toMatchObject([{ id, status: 'DONE' }])
    expect(await tenant.auditor.post(`/exports/${id}/cancel`)).toMatchObject({ status: 200, body: { size_bytes: 0 } })
    expect(await tenant.auditor.get(`/exports/${id}/file`)).toMatchObject({
      status: 409,
      body: { code: 'EXPORT_NOT_DONE' },
    })
  })

  test('what is wrong with it is said when it is asked for', async () => {
    expect(await start({ kind: 'all', format: 'csv' })).toMatchObject({ status: 422 })
    const unknown = await start({ kind: 'ledger', format: 'csv', filter: { department: 'x' } })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'body.filter.department' }] } })
    const column = await start({ kind: 'ledger', format: 'csv', columns: ['nothing'] })
    expect(column).toMatchObject({ status: 422, body: { errors: [{ path: 'body.columns' }] } })
    expect((await start({ kind: 'ledger', format: 'csv' }, tenant.member)).status).toBe(403)
  })

  test('whoever may not read it any more gets no file', async () => {
    const gone = await tenant.add('auditor', 'soon gone')
    await asOwner(server.database, 'update users set role = $2 where id = $1', [gone.userId, 'auditor'])
    const id = '019b2f90-0000-7000-8000-00000000aaaa'
    await insertBy(gone, id)
    await asOwner(server.database, 'update users set is_active = false where id = $1', [gone.userId])
    await asOwner(server.database, 'update export_files set taken_until = null where id = $1', [id])
    expect(await untilOver(id)).toMatchObject({
      status: 'FAILED',
      problem: 'Whoever asked for it may no longer come in.',
    })
  })

  test('what a server that died had begun is made anew, and comes whole', async () => {
    const id = '019b2f90-0000-7000-8000-00000000bbbb'
    await insertBy(tenant.auditor, id)
    await asOwner(
      server.database,
      `insert into export_chunks (tenant_id, export_id, chunk_no, bytes) values ($1, $2, 1, 'half of it')`,
      [tenant.tenantId, id],
    )
    const other = await openApp(server.database)
    await asOwner(server.database, `update export_files set taken_until = now() - interval '1 s' where id = $1`, [id])
    expect(await untilOver(id)).toMatchObject({ status: 'DONE', rows_done: 4 })
    expect((await bytesOf(`/exports/${id}/file`)).text).not.toContain('half of it')
    await other.close()
  })

  /** An export that some server has, and does nothing with. */
  async function insertBy({ userId }: TestPerson, id: string): Promise<void> {
    await asOwner(
      server.database,
      `with made as (insert into export_files (tenant_id, id, event_id, kind, format, request, status, taken_by, taken_until, created_by)
         values ($1, $2, $3, 'registrations', 'csv', '{"kind":"registrations","format":"csv"}', 'RUNNING', $2, now() + interval '1 hour', $4))
       update tenants set open_files = open_files + 1 where id = $1`,
      [tenant.tenantId, id, gala.eventId, userId],
    )
  }
})

test('a workbook is read as fast as it is taken', async () => {
  const many = await givenGala(tenant)
  await asOwner(
    server.database,
    `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor, qr_hash, notes,
       created_at, created_by)
     select $1::uuid, $2, gen_random_uuid(), $3, $4, 'REJECTED', 2500, sha256(gen_random_uuid()::text::bytea),
            gen_random_uuid()::text, now(), $3 from generate_series(1, 20000) as n`,
    [tenant.tenantId, many.eventId, tenant.member.userId, many.options.Mug],
  )
  const slow = await download(server.app, `${many.path}/registrations.xlsx`, tenant.auditor.key)
  expect(slow.status).toBe(200)
  expect((await slow.takeAll()).isWhole).toBe(true)
}, 60_000)
