import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SettingsError, readSettings, settings } from './config.ts'

type Environment = Record<string, string | undefined>

const secret = 'c'.repeat(40)
const files: Record<string, string> = { '/run/secrets/allot': `${secret}\n`, '/run/secrets/empty': '\n' }
const read = (environment: Environment) =>
  readSettings(environment, (path) => {
    const content = files[path]
    if (content === undefined) throw new Error('ENOENT')
    return content
  })

const database = { DATABASE_URL: 'postgres://allot_app@localhost/allot', ALLOT_SECRET: secret }
const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://allot.example.org', ALLOT_SECRET: secret }

/** Every way to set it up wrongly, with the one line that says what is wrong. */
const bad: [string, Environment, RegExp][] = [
  ['a port that is no number', { PORT: 'http' }, /^PORT: must be a whole number from 0 to 65535$/],
  ['a port that is too large', { PORT: '65536' }, /^PORT: must be a whole number from 0 to 65535$/],
  ['a port below zero', { PORT: '-1' }, /^PORT: must be a whole number/],
  ['half a port', { PORT: '80.5' }, /^PORT: must be a whole number/],
  [
    'a pool of one connection',
    { DATABASE_POOL_SIZE: '1' },
    /^DATABASE_POOL_SIZE: must be a whole number from 2 to 100$/,
  ],
  ['no room in the queue', { ALLOT_QUEUE_LIMIT: '0' }, /^ALLOT_QUEUE_LIMIT: must be a whole number from 1 to 100000$/],
  ['an environment nobody knows', { NODE_ENV: 'prod' }, /^NODE_ENV: .*"production".*"development".*"test"/],
  ['a level nobody knows', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: .*"info"/],
  ['an address that is none', { PUBLIC_URL: 'allot.example.org' }, /^PUBLIC_URL: must be an address of http or https/],
  ['an address of another kind', { PUBLIC_URL: 'ftp://allot.example.org' }, /^PUBLIC_URL: must be an address of http/],
  ['an address with a path', { PUBLIC_URL: 'https://example.org/allot' }, /^PUBLIC_URL: .* without a path/],
  ['an address with a password', { PUBLIC_URL: 'https://me:canary@example.org' }, /^PUBLIC_URL: must be an address/],
  [
    'a database of another kind',
    { ...database, DATABASE_URL: 'mysql://me:canary@localhost/allot' },
    /^DATABASE_URL: must begin with postgres:/,
  ],
  [
    'an owner of another kind',
    { ...database, DATABASE_OWNER_URL: '/tmp' },
    /^DATABASE_OWNER_URL: must begin with postgres:/,
  ],
  [
    'an owner without a database',
    { DATABASE_OWNER_URL: database.DATABASE_URL },
    /^DATABASE_OWNER_URL, .*DATABASE_URL, which is missing$/,
  ],
  ['sign-in without a database', { DATABASE_AUTH_URL: database.DATABASE_URL }, /DATABASE_URL, which is missing$/],
  ['tasks without a database', { DATABASE_WORKER_URL: database.DATABASE_URL }, /DATABASE_URL, which is missing$/],
  [
    'a mail server of another kind',
    { SMTP_URL: 'imap://me:canary@mail.example.org', MAIL_FROM: 'a@example.org' },
    /^SMTP_URL: must be smtp:/,
  ],
  ['a mail server without a sender', { SMTP_URL: 'smtp://me:canary@mail.example.org' }, /^MAIL_FROM is missing/],
  [
    'a sender that is no address',
    { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Events' },
    /^MAIL_FROM: must be an address/,
  ],
  ['a sender with a line too many', { MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, /^MAIL_FROM: must be/],
  ['a worker by halves', { ALLOT_WORKER: 'maybe' }, /^ALLOT_WORKER: /],
  ['a database without a secret', { DATABASE_URL: database.DATABASE_URL }, /^ALLOT_SECRET is missing: .*openssl rand/],
  ['production without a secret', { ...production, ALLOT_SECRET: undefined }, /^ALLOT_SECRET is missing/],
  [
    'production without an address',
    { ...production, PUBLIC_URL: undefined },
    /^PUBLIC_URL must be set and begin with https:/,
  ],
  ['production in the clear', { ...production, PUBLIC_URL: 'http://allot.example.org' }, /^PUBLIC_URL must .*https:/],
  ['a short secret', { ALLOT_SECRET: 'canary' }, /^ALLOT_SECRET: needs at least 32 characters/],
  [
    'webhooks to this machine in production',
    { ...production, WEBHOOK_ALLOW_LOOPBACK: '1' },
    /^WEBHOOK_ALLOW_LOOPBACK is for tests/,
  ],
  [
    'webhooks to this machine, or not',
    { WEBHOOK_ALLOW_LOOPBACK: 'yes' },
    /^WEBHOOK_ALLOW_LOOPBACK: must be 1, or left out$/,
  ],
  ['a secret of blanks in production', { ...production, ALLOT_SECRET: ' '.repeat(40) }, /^ALLOT_SECRET is missing/],
  ['a short token', { ALLOT_OPERATOR_TOKEN: 'canary' }, /^ALLOT_OPERATOR_TOKEN: needs at least 24 characters/],
  [
    'a token with blanks',
    { ALLOT_OPERATOR_TOKEN: 'canary with blanks, and long enough' },
    /^ALLOT_OPERATOR_TOKEN: .*without blanks$/,
  ],
  ['a token nobody can send', { ALLOT_OPERATOR_TOKEN: 'x'.repeat(201) }, /^ALLOT_OPERATOR_TOKEN: must be at most 200/],
  [
    'a proxy by name',
    { ALLOT_TRUSTED_PROXIES: 'proxy.internal' },
    /^ALLOT_TRUSTED_PROXIES: must be addresses or networks/,
  ],
  ['a network that is too wide', { ALLOT_TRUSTED_PROXIES: '10.0.0.0/33' }, /^ALLOT_TRUSTED_PROXIES: must be addresses/],
  ['a list with a hole', { ALLOT_TRUSTED_PROXIES: '10.0.0.1,' }, /^ALLOT_TRUSTED_PROXIES: must be addresses/],
  ['a slip of the pen', { ALLOT_SECRT: secret }, /^ALLOT_SECRT is not a setting of Allot; there are ALLOT_SECRET, /],
  [
    'a file for what is no secret',
    { ALLOT_QUEUE_LIMIT_FILE: '/run/secrets/allot' },
    /^ALLOT_QUEUE_LIMIT_FILE is not a setting/,
  ],
  ['a file that is not there', { ALLOT_SECRET_FILE: '/nowhere' }, /^ALLOT_SECRET_FILE: cannot read \/nowhere$/],
  [
    'a file with nothing in it',
    { ALLOT_SECRET_FILE: '/run/secrets/empty' },
    /^ALLOT_SECRET: needs at least 32 characters/,
  ],
  [
    'a secret and a file',
    { ALLOT_SECRET: secret, ALLOT_SECRET_FILE: '/run/secrets/allot' },
    /^ALLOT_SECRET and ALLOT_SECRET_FILE are both set/,
  ],
]

describe('what is set wrongly stops the start with one clear line, which repeats no secret', () => {
  test.each(bad)('%s', (_what, environment, line) => {
    const refusal = refusalOf(environment)
    expect(refusal).toMatch(line)
    expect(refusal).not.toMatch(/\n|canary/)
    expect(refusal).not.toContain(secret)
  })
})

describe('what is set rightly', () => {
  test('without any setting the server is for trying it out: this machine only, an embedded database, no operator', () => {
    expect(read({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      DATABASE_POOL_SIZE: 12,
      LOG_LEVEL: 'info',
      ALLOT_WORKER: 'on',
      ALLOT_PICTURES: 'database',
      ALLOT_PICTURES_S3_REGION: 'us-east-1',
      ALLOT_QUEUE_LIMIT: 2000,
    })
  })

  test('an empty value counts as none, and names of others are left alone', () => {
    expect(read({ PORT: '', LOG_LEVEL: '  ', ALLOT_SECRET: '', ALLOT_SECRET_FILE: '', PATH: '/bin' })).toEqual(read({}))
  })

  test('bounds belong to what they bound', () => {
    expect(read({ PORT: '0', DATABASE_POOL_SIZE: '2', ALLOT_QUEUE_LIMIT: '1' })).toMatchObject({
      PORT: 0,
      DATABASE_POOL_SIZE: 2,
    })
    expect(read({ PORT: '65535', DATABASE_POOL_SIZE: '100', ALLOT_QUEUE_LIMIT: '100000' })).toMatchObject({
      PORT: 65_535,
    })
    expect(read({ ALLOT_SECRET: 'x'.repeat(32), ALLOT_OPERATOR_TOKEN: 'y'.repeat(24) }).ALLOT_SECRET).toHaveLength(32)
    expect(read({ ALLOT_OPERATOR_TOKEN: 'y'.repeat(200) }).ALLOT_OPERATOR_TOKEN).toHaveLength(200)
    expect(read({ ALLOT_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, ::1, fd00::/8' }).ALLOT_TRUSTED_PROXIES).toMatch(
      /fd00/,
    )
  })

  test('production with its secret and its address starts, and so does any other database', () => {
    expect(read({ ...production, ...database })).toMatchObject({
      NODE_ENV: 'production',
      DATABASE_URL: database.DATABASE_URL,
    })
    expect(read({ ...database, PUBLIC_URL: 'http://localhost:8080/' })).toMatchObject({
      PUBLIC_URL: 'http://localhost:8080/',
    })
  })

  test('a replica is read of as the role that was looked at', () => {
    const replica = database.DATABASE_URL.replace('@', '@replica.')
    expect(read({ ...database, DATABASE_REPLICA_URL: replica }).DATABASE_REPLICA_URL).toBe(replica)
    const another = replica.replace(/:\/\/\w+/, '://postgres')
    expect(() => read({ ...database, DATABASE_REPLICA_URL: another })).toThrow(
      'DATABASE_REPLICA_URL must name the role that DATABASE_URL names',
    )
  })

  test('every secret and every address may come from a file, without the line break at its end', () => {
    expect(read({ ALLOT_SECRET_FILE: '/run/secrets/allot' }).ALLOT_SECRET).toBe(secret)
    const fromFiles = Object.keys(settings).filter((name) => /SECRET|TOKEN|URL$/.test(name))
    expect(fromFiles).toEqual([
      'PUBLIC_URL',
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'DATABASE_AUTH_URL',
      'DATABASE_WORKER_URL',
      'DATABASE_REPLICA_URL',
      'ALLOT_SECRET',
      'ALLOT_OPERATOR_TOKEN',
      'SMTP_URL',
      'ALLOT_PICTURES_S3_SECRET',
    ])
    files['/run/secrets/database'] = `${database.DATABASE_URL}\n`
    const both = { DATABASE_URL_FILE: '/run/secrets/database', ALLOT_SECRET_FILE: '/run/secrets/allot' }
    expect(read(both)).toMatchObject(database)
  })
})

describe('the same from outside: allot serve ends at once, with one line on standard error and an exit code', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allot-settings-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const nobodyListens = { ...database, DATABASE_URL: 'postgres://allot_app:canary@127.0.0.1:1/allot' }
  test.concurrent.each<[string, Environment, RegExp]>([
    ['a slip of the pen', { ALLOT_SECRT: secret }, /^allot: ALLOT_SECRT is not a setting of Allot; .*\n$/],
    [
      'production in the clear',
      { ...production, PUBLIC_URL: 'http://allot.example.org' },
      /^allot: PUBLIC_URL must .*\n$/,
    ],
    ['a database without a secret', { DATABASE_URL: database.DATABASE_URL }, /^allot: ALLOT_SECRET is missing: .*\n$/],
    ['a database that is not there', nobodyListens, /^allot: DATABASE_URL: cannot connect: .*ECONNREFUSED.*\n$/],
  ])('%s', async (_what, environment, line) => {
    const { code, stdout, stderr } = await serveWith(environment)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr).not.toMatch(/canary|\n./)
    expect(await readdir(folder)).toEqual([])
  })

  function serveWith(environment: Environment): Promise<{ code: unknown; stdout: string; stderr: string }> {
    const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
    const env = { PATH: process.env.PATH, HOME: folder, ...environment }
    return new Promise((resolve) => {
      execFile(process.execPath, [cli, 'serve'], { cwd: folder, env, timeout: 20_000 }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : error.code, stdout, stderr })
      })
    })
  }
})

function refusalOf(environment: Environment): string {
  try {
    read(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return (error as SettingsError).message
  }
  throw new Error('these settings are taken')
}
