import { accountRoutes, operatorAccountRoutes } from './accounts/accounts.routes.ts'
import { createAuthenticate } from './accounts/authenticate.ts'
import { signInRoutes } from './accounts/sign-in.routes.ts'
import type { SignIn } from './accounts/sign-in.ts'
import { batchRoutes } from './batches/batches.routes.ts'
import { createJobRunner } from './batches/job-runner.ts'
import { createSearches } from './batches/searches.ts'
import { deskRoutes } from './desks/desks.routes.ts'
import { createCollecting } from './collections/collect.ts'
import { collectionRoutes } from './collections/collections.routes.ts'
import { demoRoutes } from './demo/demo.routes.ts'
import { closingRoutes } from './closing/closing.routes.ts'
import type { Promote } from './events/change-event.ts'
import { eventRoutes } from './events/events.routes.ts'
import { locationRoutes } from './locations/locations.routes.ts'
import { exportRoutes } from './exports/exports.routes.ts'
import { createExportMaker } from './exports/make-exports.ts'
import { ledgerRoutes } from './ledger/ledger.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { createRooms, liveLimits } from './live/rooms.ts'
import type { LiveLimits } from './live/rooms.ts'
import { notificationRoutes } from './notifications/notifications.ts'
import { offlineRoutes } from './offline/offline.routes.ts'
import { offlineRecording } from './offline/record.ts'
import { openApiRoutes } from './openapi.ts'
import { optionRoutes } from './options/options.routes.ts'
import { pictureRoutes } from './pictures/pictures.routes.ts'
import type { OutsideStore } from './pictures/stores.ts'
import type { Actor } from './platform/actor.ts'
import { openChangeFeed } from './platform/change-feed.ts'
import type { ChangeFeed } from './platform/change-feed.ts'
import type { Database } from './platform/database.ts'
import { createExports, exportLimits } from './platform/exports.ts'
import type { ExportLimits } from './platform/exports.ts'
import { createHttp } from './platform/http.ts'
import type { App } from './platform/http.ts'
import type { Log } from './platform/log.ts'
import { createMetrics, measureRequests } from './platform/metrics.ts'
import { probeRoutes } from './platform/probes.ts'
import { createAddressGuard } from './platform/public-address.ts'
import type { AddressGuard } from './platform/public-address.ts'
import { tellPositions } from './platform/reports.ts'
import type { Secrets } from './platform/secrets.ts'
import { createThrottle } from './platform/throttle.ts'
import type { Throttle } from './platform/throttle.ts'
import { placeRoutes } from './places/places.routes.ts'
import { decideBatch, decideTogether } from './registrations/decide.ts'
import type { Ask, Given } from './registrations/ask.ts'
import { createEventQueues } from './registrations/event-queues.ts'
import { registrationRoutes } from './registrations/registrations.routes.ts'
import { settleWaitlist } from './registrations/settle-waitlist.ts'
import { slotRoutes } from './slots/slots.routes.ts'
import { operatorRoutes, tenantRoutes } from './tenants/tenants.routes.ts'
import { webhookRoutes } from './webhooks/webhooks.routes.ts'
import { waitlistRoutes } from './waitlist/waitlist.routes.ts'
import { pageRoutes } from './pages.ts'

/** Tablets that one address may try to enrol in a minute: a hall has one address, and many tablets. */
const ENROLMENTS_A_MINUTE = 60

export type AppOptions = {
  db: Database
  secrets: Secrets
  signIn: SignIn
  log: Log
  publicUrl: string
  operatorToken: string | undefined
  trustedProxies?: string[] | undefined
  queueLimit: number
  poolSize: number
  /** Anonymous requests a minute from one address. */
  anonymousPerMinute: number
  /** Where the built web app is; left out, there are no pages. */
  pages?: string | undefined
  /** What changes, where somebody else listens as well; closed with the app. */
  feed?: ChangeFeed | undefined
  /** Whether the worker has a mail server. */
  isMailSetUp?: boolean | undefined
  /** Where pictures are kept; left out, in the database. */
  pictures?: OutsideStore | undefined
  /** Where webhooks may go; left out, to public addresses only. */
  guard?: AddressGuard | undefined
  live?: Partial<LiveLimits>
  exports?: Partial<ExportLimits>
}

/** Puts the server together: one line mounts one feature. */
export async function createApp(options: AppOptions): Promise<App> {
  const { db, secrets, signIn, log, publicUrl } = options
  const queues = createEventQueues<Ask, Given>(
    {
      alone: async (key, asks) => counted(await decideBatch({ db, secrets }, key, asks)),
      together: async (tenantId, batches) => {
        const answers = await decideTogether({ db, secrets }, tenantId, batches)
        counted(answers.flatMap((given) => given ?? []))
        return answers
      },
    },
    {
      waiting: options.queueLimit,
      batch: 256,
      events: 64,
      batches: Math.max(1, options.poolSize - 4),
      ofTenant: 3,
      wait: 10_000,
    },
  )
  const collecting = createCollecting(db, {
    waiting: options.queueLimit,
    batch: 128,
    batches: 2,
    ofTenant: 2,
    wait: 10_000,
  })
  const counted = (answers: Given[]) => {
    metrics.batchSize.observe(answers.length)
    for (const { status } of answers) metrics.decisions.inc({ outcome: String(status) })
    return answers
  }
  const metrics = createMetrics(queues.waiting)

  const feed = options.feed ?? openChangeFeed(db, log)
  const rooms = createRooms(db, feed, log, { ...liveLimits, ...options.live })
  const exports = createExports(db, { ...exportLimits(options.poolSize), ...options.exports })
  // Setting a page takes the time and the memory that reading a row does not.
  const printing = createExports(db, { ...exportLimits(options.poolSize), atOnce: 2, ofOneTenant: 2 })
  const authenticate = createAuthenticate(db, options.operatorToken, signIn.identifyByCookie)

  const app = await createHttp({
    log,
    publicUrl,
    authenticate,
    anonymousThrottle: createThrottle(signIn.pool, {
      name: 'anonymous',
      points: options.anonymousPerMinute,
      seconds: 60,
    }),
    takeKeyLimit: keyLimits(signIn),
    trustedProxies: options.trustedProxies,
  })
  app.decorate('db', db)
  app.decorate('secrets', secrets)
  app.decorate('publicUrl', publicUrl)
  let isDraining = false
  app.addHook('preClose', (done) => {
    isDraining = true
    exports.close()
    printing.close()
    done()
  })
  const searches = createSearches()
  const batches = { db, secrets, queues, ...searches }
  const runner = createJobRunner(batches, log)
  const maker = createExportMaker(db, log)
  const promote: Promote = (tx, key) => settleWaitlist(tx, secrets, key)
  app.addHook('onClose', async () => {
    await runner.close()
    await maker.close()
    await searches.close()
    await feed.close()
  })
  measureRequests(app, metrics)
  tellPositions(app)

  await openApiRoutes(app, () => {
    probeRoutes(app, metrics, () => isDraining)
    operatorRoutes(app)
    operatorAccountRoutes(app)
    tenantRoutes(app, exports)
    accountRoutes(app)
    signInRoutes(app, signIn)
    eventRoutes(app, promote)
    optionRoutes(app, promote)
    locationRoutes(app)
    pictureRoutes(app, options.pictures)
    slotRoutes(app, promote)
    registrationRoutes(app, queues)
    waitlistRoutes(app, queues)
    batchRoutes(app, batches, runner, exports)
    placeRoutes(app, { db, secrets, queues, promote })
    deskRoutes(app, createThrottle(signIn.pool, { name: 'enrol', points: ENROLMENTS_A_MINUTE, seconds: 60 }))
    collectionRoutes(app, collecting)
    offlineRoutes(app, offlineRecording)
    ledgerRoutes(app, exports)
    notificationRoutes(app, signIn, options.isMailSetUp ?? false)
    webhookRoutes(app, options.guard ?? createAddressGuard())
    liveRoutes(app, rooms, authenticate)
    closingRoutes(app, printing)
    exportRoutes(app, exports, maker)
    demoRoutes(app)
  })
  await pageRoutes(app, options.pages)
  return app
}

/** Counts the requests of API keys that have a limit; one counter for each limit there is. */
function keyLimits({ pool }: SignIn): (actor: Actor) => Promise<void> {
  const throttles = new Map<number, Throttle>()
  return async ({ apiKeyId, rateLimitPerMinute: points }) => {
    if (apiKeyId === null || points === null) return
    const throttle = throttles.get(points) ?? createThrottle(pool, { name: `key${points}`, points, seconds: 60 })
    throttles.set(points, throttle)
    await throttle.take(apiKeyId)
  }
}
