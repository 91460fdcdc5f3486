import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { verifyAll } from '../../server/src/ledger/verify-all.ts'
import { openDatabase } from '../../server/src/platform/database.ts'
import type { Connection } from '../../server/src/platform/database.ts'
import { openEmbeddedPostgres } from '../../server/src/platform/embedded-postgres.ts'
import { ownerRole } from '../../server/src/platform/embedded-postgres-files.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import { deriveSecrets, newSecret } from '../../server/src/platform/secrets.ts'
import type { Services } from '../../server/src/registrations/ask.ts'
import { fillTenant } from './fill.ts'
import type { World } from './fill.ts'
import { createApproveFunction } from './references/function.ts'
import { startReferences, startServer } from './server.ts'
import type { Listening, RunningServer } from './server.ts'

/** Everything a measurement stands on: a database of its own, a server of its own, and a tenant. */
export type Stage = {
  /** The superuser: fills and tidies, and is never measured. */
  owner: pg.Client
  /** How the server, and the reference, connect: under row-level security. */
  app: Connection
  services: Services
  server: RunningServer
  /** Starts one more server on the same database; whoever starts it stops it. */
  startAnother(): Promise<RunningServer>
  /** The references behind HTTP. */
  references: Listening
  world: World
  close(): Promise<void>
}

/** The floor opens 64 connections beside those of two servers and of the references. */
const MOST_CONNECTIONS = 150
/** As many as the server has; more of them make a hot row slower, here as there. */
const REFERENCE_POOL = 12
/** Enough for 100,000 registrations of four options each. */
const PEOPLE = 25_000

/** @param profileTo the folder for a CPU profile of the server; undefined where none is taken */
export async function openStage(profileTo: string | undefined): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'allot-bench-'))
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })]
  const undoAll = async () => {
    for (const undo of opened.toReversed()) await undo()
  }
  // Whoever is interrupted closes while the run still works, and fails of it, and closes too: both wait for the end.
  let closing: Promise<void> | undefined
  const close = () => (closing ??= undoAll())
  try {
    const settings = { max_connections: String(MOST_CONNECTIONS) }
    const postgres = await openEmbeddedPostgres({
      directory,
      purpose: 'bench',
      mode: 'own',
      log: () => {},
      settings,
    })
    opened.push(() => rm(postgres.directory, { recursive: true, force: true }), postgres.stop)

    const admin = new pg.Client(postgres.connection(ownerRole, 'postgres'))
    await admin.connect()
    for (const role of ['allot_app', 'allot_auth', 'allot_worker']) await admin.query(`create role ${role} login`)
    await admin.query('create database allot')
    await admin.end()
    const names = { app: 'allot_app', auth: 'allot_auth', worker: 'allot_worker' }
    await migrate(postgres.connection(ownerRole, 'allot'), names)

    const owner = new pg.Client(postgres.connection(ownerRole, 'allot'))
    await owner.connect()
    opened.push(() => owner.end())
    const app = postgres.connection('allot_app', 'allot')
    const secret = newSecret()
    const services = { db: openDatabase(app, 4), secrets: deriveSecrets(secret) }
    opened.push(() => services.db.close())
    const auth = postgres.connection('allot_auth', 'allot')
    const server = await startServer({ app, auth, secret, logFile: join(directory, 'server.log'), profileTo })
    opened.push(server.stop)
    const startAnother = () =>
      startServer({ app, auth, secret, logFile: join(directory, 'another.log'), profileTo: undefined })

    const world = await fillTenant(owner, services, PEOPLE)
    await createApproveFunction(owner)
    const approver = { tenantId: world.tenantId, approverId: world.organizer.userId }
    const behindHttp = { connection: app, poolSize: REFERENCE_POOL, approver }
    const references = await startReferences(behindHttp, join(directory, 'references.log'))
    opened.push(references.stop)
    return { owner, app, services, server, startAnother, references, world, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Recomputes the books of an event, or of all: a figure is worth nothing when they do not add up.
 *
 * @throws Error with the first deviations
 */
export async function expectRightBooks({ services }: Stage, eventId?: string): Promise<void> {
  const { events, deviations } = await verifyAll(services.db, eventId)
  if (events === 0) throw new Error('there are no books to recompute')
  const [first] = deviations
  if (first) throw new Error(`the books do not add up, ${deviations.length} deviations; the first: ${first.deviation}`)
}
