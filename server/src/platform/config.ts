import { isIP } from 'node:net'
import { z } from 'zod'

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error)
}
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')

/** Every setting there is. docs/operating/settings.md is generated from the descriptions here. */
export const settings = {
  PORT: wholeNumber(0, 65_535).default(3000).describe('Port to listen on; 0 takes a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
  PUBLIC_URL: z
    .string()
    .refine(isBareAddress, 'must be an address of http or https without a path, such as https://allot.example.org')
    .optional()
    .describe('Address under which people reach the server, without a path. By default http://localhost:PORT.'),
  DATABASE_URL: postgresUrl
    .optional()
    .describe(
      'PostgreSQL 15 to 18 to use, as the role the server works as. Without it an embedded one runs in DATA_DIR.',
    ),
  DATABASE_OWNER_URL: postgresUrl
    .optional()
    .describe(
      'The same database as the role that owns the tables; used to migrate, and for nothing else. By default DATABASE_URL.',
    ),
  DATABASE_AUTH_URL: postgresUrl
    .optional()
    .describe('The same database as the role for sign-in, which sees only the schema auth. By default DATABASE_URL.'),
  DATABASE_WORKER_URL: postgresUrl
    .optional()
    .describe('The same database as the role for tasks, which sees only the schema worker. By default DATABASE_URL.'),
  DATABASE_REPLICA_URL: postgresUrl
    .optional()
    .describe(
      'A streaming replica of DATABASE_URL, as the same role. Lists, reports and exports are read of it, decisions never; it may lag, or be gone.',
    ),
  DATABASE_POOL_SIZE: wholeNumber(2, 100).default(12).describe('Most connections of one server process.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder of the embedded database and of its generated secrets.'),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .optional()
    .describe('production refuses to start without secrets.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least level to log.'),
  ALLOT_SECRET: z
    .string()
    .min(32, 'needs at least 32 characters, for example the output of: openssl rand -hex 32')
    .optional()
    .describe(
      'Signs cookies and QR tokens, seals stored answers. Generated in DATA_DIR where the database is embedded.',
    ),
  ALLOT_OPERATOR_TOKEN: z
    .string()
    .min(24, 'needs at least 24 characters, for example the output of: openssl rand -hex 32')
    // A bearer token with a blank in it, or a longer one, would never be let in.
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be at most 200 printable ASCII characters without blanks')
    .optional()
    .describe('Lets the operator create and suspend tenants; without it nobody can over HTTP.'),
  ALLOT_TRUSTED_PROXIES: z
    .string()
    .refine(isListOfNetworks, 'must be addresses or networks separated by commas, such as 127.0.0.1, 10.0.0.0/8')
    .optional()
    .describe('Addresses of the proxies in front, separated by commas, whose X-Forwarded-For is believed.'),
  ALLOT_WORKER: z
    .enum(['on', 'off'])
    .default('on')
    .describe('off where the server leaves mail, webhooks and everything timed to `allot worker`, run beside it.'),
  SMTP_URL: z
    .string()
    .refine(isMailServer, 'must be smtp://host:port or smtps://host:port, with user:password@ where it asks for them')
    .optional()
    .describe(
      'The mail server. Without it messages are kept, and go out when there is one and somebody says so in the outbox.',
    ),
  MAIL_FROM: z
    .string()
    .refine(isMailAddress, 'must be an address such as events@example.org, or Events <events@example.org>')
    .optional()
    .describe('Who mail is from: an address, or a name and an address in angle brackets. Goes with SMTP_URL.'),
  ALLOT_PICTURES: z
    .string()
    .regex(
      /^(database|folder:.+|s3:\/\/[a-z0-9.-]{3,63}(\/[\w.-]+)*\/?)$/,
      'must be database, folder:/path, or s3://bucket/prefix',
    )
    .default('database')
    .describe(
      'Where pictures of options are kept: database, folder:/path (the same for every server), or s3://bucket/prefix in any store that speaks S3.',
    ),
  ALLOT_PICTURES_S3_ENDPOINT: z
    .string()
    .refine(isBareAddress, 'must be an address of http or https without a path, such as https://s3.example.org')
    .optional()
    .describe('Address of the store of pictures. Goes with ALLOT_PICTURES=s3://…'),
  ALLOT_PICTURES_S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the store of pictures.'),
  ALLOT_PICTURES_S3_ACCESS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Access key id of the store of pictures. Goes with ALLOT_PICTURES=s3://…'),
  ALLOT_PICTURES_S3_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('Secret access key of the store of pictures. Goes with ALLOT_PICTURES=s3://…'),
  ALLOT_QUEUE_LIMIT: wholeNumber(1, 100_000)
    .default(2_000)
    .describe('Most requests waiting for one event in one process; over it 503.'),
  WEBHOOK_ALLOW_LOOPBACK: z
    .literal('1', 'must be 1, or left out')
    .optional()
    .describe('1 lets webhooks go to this machine itself, over http too. For tests only: production refuses to start.'),
} as const

export type Settings = z.infer<z.ZodObject<typeof settings>>

/** A setting that is missing, wrong or unknown: one clear line. */
export class SettingsError extends Error {}

/**
 * Reads the settings. A secret may also come from a file: NAME_FILE instead of NAME.
 *
 * @throws SettingsError naming the setting and what would be right
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  readFile: (path: string) => string,
): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const secretNames = Object.keys(settings).filter((name) => /SECRET|TOKEN|URL$/.test(name))
  for (const name of secretNames) {
    const path = given[`${name}_FILE`]
    if (path === undefined) continue
    if (given[name] !== undefined) throw new SettingsError(`${name} and ${name}_FILE are both set: keep one of them`)
    try {
      given[name] = readFile(path).trim()
    } catch {
      throw new SettingsError(`${name}_FILE: cannot read ${path}`)
    }
  }
  for (const name of Object.keys(given)) {
    const isKnown = name in settings || secretNames.some((secret) => name === `${secret}_FILE`)
    if (name.startsWith('ALLOT_') && !isKnown) {
      const known = Object.keys(settings).filter((setting) => setting.startsWith('ALLOT_'))
      throw new SettingsError(`${name} is not a setting of Allot; there are ${known.join(', ')}`)
    }
  }
  const parsed = z.object(settings).safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new SettingsError(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { data } = parsed
  const needsSecrets = data.DATABASE_URL !== undefined || data.NODE_ENV === 'production'
  if (needsSecrets && data.ALLOT_SECRET === undefined) {
    throw new SettingsError(
      'ALLOT_SECRET is missing: with DATABASE_URL or NODE_ENV=production it must be given, for example the output of: openssl rand -hex 32',
    )
  }
  if (data.NODE_ENV === 'production' && data.PUBLIC_URL?.startsWith('https://') !== true) {
    throw new SettingsError('PUBLIC_URL must be set and begin with https:// where NODE_ENV=production')
  }
  const others = data.DATABASE_OWNER_URL ?? data.DATABASE_AUTH_URL ?? data.DATABASE_WORKER_URL
  if (data.DATABASE_URL === undefined && others !== undefined) {
    throw new SettingsError(
      'DATABASE_OWNER_URL, DATABASE_AUTH_URL and DATABASE_WORKER_URL go with DATABASE_URL, which is missing',
    )
  }
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined) {
    throw new SettingsError('MAIL_FROM is missing: with SMTP_URL it must say who mail is from')
  }
  const {
    ALLOT_PICTURES_S3_ENDPOINT: store,
    ALLOT_PICTURES_S3_ACCESS_KEY: key,
    ALLOT_PICTURES_S3_SECRET: secret,
  } = data
  if (data.ALLOT_PICTURES.startsWith('s3:') && (!store || !key || !secret)) {
    throw new SettingsError(
      'ALLOT_PICTURES=s3://… needs ALLOT_PICTURES_S3_ENDPOINT, ALLOT_PICTURES_S3_ACCESS_KEY and ALLOT_PICTURES_S3_SECRET',
    )
  }
  if (data.NODE_ENV === 'production' && data.WEBHOOK_ALLOW_LOOPBACK !== undefined) {
    throw new SettingsError('WEBHOOK_ALLOW_LOOPBACK is for tests, and must be left out where NODE_ENV=production')
  }
  if (data.DATABASE_REPLICA_URL !== undefined && userOf(data.DATABASE_REPLICA_URL) !== userOf(data.DATABASE_URL)) {
    // Of another role nobody has looked whether it can bypass the policies.
    throw new SettingsError('DATABASE_REPLICA_URL must name the role that DATABASE_URL names')
  }
  return data
}

function isBareAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && `${username}${password}${search}${hash}` === ''
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, hash } = new URL(text)
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && hash === ''
}

function isMailAddress(text: string): boolean {
  return /^(?:[^\p{C}<>"@,;]+ )?<[^\s<>@,;"]+@[^\s<>@,;"]+>$|^[^\s<>@,;"]+@[^\s<>@,;"]+$/u.test(text)
}

function userOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).username : undefined
}

function isListOfNetworks(text: string): boolean {
  return text.split(',').every((network) => {
    const [address = '', bits] = network.trim().split('/', 2)
    const most = { 4: 32, 6: 128 }[isIP(address)]
    return most !== undefined && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most))
  })
}
