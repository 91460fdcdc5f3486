import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { openSignIn } from './accounts/sign-in.ts'
import type { SignIn } from './accounts/sign-in.ts'
import { createApp } from './app.ts'
import { forgetOldJobs } from './batches/jobs.sql.ts'
import { openChangeFeed } from './platform/change-feed.ts'
import { builtPages } from './pages.ts'
import { folderStore, s3Store } from './pictures/stores.ts'
import type { OutsideStore } from './pictures/stores.ts'
import type { Settings } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import type { Database } from './platform/database.ts'
import type { App } from './platform/http.ts'
import { forgetOldAnswers } from './platform/idempotency.ts'
import { createLog, gatheredOutput } from './platform/log.ts'
import type { Log } from './platform/log.ts'
import { createAddressGuard } from './platform/public-address.ts'
import type { AddressGuard } from './platform/public-address.ts'
import { openReplica } from './platform/replica.ts'
import { deriveSecrets } from './platform/secrets.ts'
import type { Secrets } from './platform/secrets.ts'
import { openStorage } from './storage.ts'
import type { Storage, StorageOptions } from './storage.ts'
import { listTenantIds } from './tenants/tenants.sql.ts'
import { openWork } from './work.ts'
import type { Working } from './work.ts'

/** Everything that is open while a server or a command runs. */
export type Opened = {
  storage: Storage
  db: Database
  secrets: Secrets
  signIn: SignIn
  guard: AddressGuard
  close(): Promise<void>
}

/** Longest a stopping server waits for the requests it has, in milliseconds. */
const DRAIN_MS = 15_000
const TIDY_MS = 10 * 60_000
const JOBS_KEPT_DAYS = 30

/** Opens the database and what stands on it, in the order in which they need each other. */
export async function open(settings: Settings, options: StorageOptions, log: Log): Promise<Opened> {
  const storage = await openStorage(settings, options)
  const secrets = deriveSecrets(storage.secret)
  const replica = settings.DATABASE_REPLICA_URL && {
    connectionString: settings.DATABASE_REPLICA_URL,
    application_name: options.purpose,
  }
  const size = settings.DATABASE_POOL_SIZE
  const db = openDatabase(
    { ...storage.app, application_name: options.purpose },
    size,
    replica
      ? openReplica(replica, size, (error) =>
          log.warn({ err: error }, 'the replica does not answer: reading without it'),
        )
      : undefined,
  )
  const publicUrl = publicUrlOf(settings, settings.PORT)
  const signIn = await openSignIn({ connection: storage.auth, secrets, publicUrl, log })
  return {
    storage,
    db,
    secrets,
    signIn,
    guard: createAddressGuard({ allowLoopback: settings.WEBHOOK_ALLOW_LOOPBACK === '1' }),
    close: async () => {
      await signIn.close()
      await db.close()
      await storage.close()
    },
  }
}

export type Serving = { address: string; publicUrl: string; opened: Opened; stop(): Promise<void> }

/** Runs the server until it is told to stop: then it takes no more requests, answers those it has, and lets go. */
export async function serve(settings: Settings): Promise<Serving> {
  const log = createLog(settings.LOG_LEVEL, gatheredOutput())
  const opened = await open(settings, { purpose: 'allot serve', mode: 'own', log: (line) => log.warn(line) }, log)
  for (const warning of opened.storage.warnings) log.warn(warning)
  let app: App
  let working: Working | undefined
  const feed = openChangeFeed(opened.db, log)
  try {
    app = await createApp({
      ...opened,
      feed,
      isMailSetUp: settings.SMTP_URL !== undefined,
      log,
      publicUrl: publicUrlOf(settings, settings.PORT),
      operatorToken: settings.ALLOT_OPERATOR_TOKEN,
      trustedProxies: settings.ALLOT_TRUSTED_PROXIES?.split(',').map((address) => address.trim()),
      queueLimit: settings.ALLOT_QUEUE_LIMIT,
      poolSize: settings.DATABASE_POOL_SIZE,
      anonymousPerMinute: 600,
      pages: builtPages,
      pictures: pictureStoreOf(settings),
    })
    if (settings.ALLOT_WORKER === 'on') working = await openWork({ ...workOptions(settings, opened, log), feed })
    await app.listen({ port: settings.PORT, host: settings.HOST })
  } catch (error) {
    await working?.close()
    await feed.close()
    await opened.close()
    throw error
  }
  const tidying = setInterval(() => void tidy(opened, log), TIDY_MS).unref()
  const stop = async () => {
    clearInterval(tidying)
    await Promise.all([app.close(), working?.close()])
    await opened.close()
  }
  stopWithGrace(log, stop)
  const port = portOf(app) ?? settings.PORT
  return { address: `http://${settings.HOST}:${port}`, publicUrl: publicUrlOf(settings, port), opened, stop }
}

/** Does what is done beside requests, and takes none: `allot worker`. Any number may run beside any number of servers. */
export async function work(settings: Settings): Promise<{ stop(): Promise<void> }> {
  const log = createLog(settings.LOG_LEVEL)
  const opened = await open(settings, { purpose: 'allot worker', mode: 'join', log: (line) => log.warn(line) }, log)
  for (const warning of opened.storage.warnings) log.warn(warning)
  const feed = openChangeFeed(opened.db, log)
  let working: Working
  try {
    working = await openWork({ ...workOptions(settings, opened, log), feed })
  } catch (error) {
    await feed.close()
    await opened.close()
    throw error
  }
  const stop = async () => {
    await working.close()
    await feed.close()
    await opened.close()
  }
  stopWithGrace(log, stop)
  return { stop }
}

function workOptions(settings: Settings, { db, secrets, signIn, guard, storage }: Opened, log: Log) {
  const { SMTP_URL: url, MAIL_FROM: from } = settings
  const mail = url === undefined || from === undefined ? undefined : { url, from }
  const publicUrl = publicUrlOf(settings, settings.PORT)
  return { db, secrets, guard, connection: storage.worker, mail, publicUrl, createLink: signIn.createLink, log }
}

function stopWithGrace(log: Log, stop: () => Promise<void>): void {
  closeWithGrace({ delay: DRAIN_MS, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping after an unexpected error')
    else log.info(`stopping on ${signal ?? 'request'}`)
    await stop()
  })
}

/** Forgets answers and sessions that have run out. Any server may do it at any time; a failure waits for the next. */
async function tidy({ db, signIn }: Opened, log: Log): Promise<void> {
  try {
    for (const tenantId of await listTenantIds(db)) {
      await forgetOldAnswers(db, tenantId)
      await db.transaction(tenantId, (tx) => forgetOldJobs(tx, tenantId, JOBS_KEPT_DAYS))
    }
    await signIn.forgetExpired()
  } catch (error) {
    log.warn({ err: error }, 'could not forget what has run out; trying again later')
  }
}

/** Where pictures are kept, if not in the database. */
function pictureStoreOf(settings: Settings): OutsideStore | undefined {
  const { ALLOT_PICTURES: place } = settings
  if (place.startsWith('folder:')) return folderStore(place.slice('folder:'.length))
  const bucket = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(place)
  if (!bucket) return undefined
  return s3Store({
    endpoint: settings.ALLOT_PICTURES_S3_ENDPOINT ?? '',
    region: settings.ALLOT_PICTURES_S3_REGION,
    bucket: bucket[1] ?? '',
    prefix: bucket[2] ? `${bucket[2]}/` : '',
    accessKey: settings.ALLOT_PICTURES_S3_ACCESS_KEY ?? '',
    secretKey: settings.ALLOT_PICTURES_S3_SECRET ?? '',
  })
}

function publicUrlOf(settings: Settings, port: number): string {
  return settings.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${port}`
}

function portOf(app: FastifyInstance | App): number | undefined {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : undefined
}
