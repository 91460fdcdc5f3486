import { defineCommand, renderUsage, runCommand } from 'citty'
import type { CommandDef } from 'citty'
import { readFileSync } from 'node:fs'
import { roles } from '@allot/contract'
import { createApiKey, createUser } from './accounts/change-user.ts'
import { loadDemo } from './demo/load-demo.ts'
import { loadTwoTenants } from './demo/load-fixtures.ts'
import { verifyAll } from './ledger/verify-all.ts'
import { readSettings } from './platform/config.ts'
import type { Settings } from './platform/config.ts'
import { isId, newId } from './platform/ids.ts'
import { createLog } from './platform/log.ts'
import { open, work } from './serve.ts'
import type { Opened } from './serve.ts'
import { startServer } from './main.ts'
import { migrateStorage } from './storage.ts'
import { createTenant } from './tenants/change-tenant.ts'

/** A command that was used wrongly, or that found something wrong: one clear line, and an exit code. */
class CommandError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 2) {
    super(message)
    this.exitCode = exitCode
  }
}

const json = { type: 'boolean', description: 'Print JSON', default: false } as const

const serve = defineCommand({
  meta: { name: 'serve', description: 'Run the server (what npm start does)' },
  run: () => startServer(settingsNow()),
})

const worker = defineCommand({
  meta: {
    name: 'worker',
    description: 'Deliver mail and webhooks and do what has its time, beside servers with ALLOT_WORKER=off',
  },
  run: async () => {
    await work(settingsNow())
    say('allot worker: working')
  },
})

const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database up to date, and stop' },
  args: { json },
  run: async ({ args }) => {
    const applied = await migrateStorage(settingsNow(), { purpose: 'allot migrate', mode: 'join', log: say })
    print(args.json, { applied }, applied.length === 0 ? 'Up to date.' : `Applied ${applied.join(', ')}.`)
  },
})

const demo = defineCommand({
  meta: { name: 'demo', description: 'Add the example tenant, and print a one-time sign-in for each role' },
  args: { json },
  run: ({ args }) =>
    withOpened('allot demo', async (opened) => {
      const { people, ...loaded } = await loadDemo(opened)
      const signIns = await Promise.all(
        people.map(async ({ role, name, userId }) => {
          const link = await opened.signIn.createLink(loaded.tenantId, userId, 24 * 3600)
          return { role, name, ...link }
        }),
      )
      const lines = signIns.map(({ role, name, url }) => `${role.padEnd(10)} ${name.padEnd(24)} ${url}`)
      print(args.json, { ...loaded, sign_ins: signIns }, lines.join('\n'))
    }),
})

const verify = defineCommand({
  meta: { name: 'verify', description: 'Recompute every counter, sum and chain; exit code 1 and a line per deviation' },
  args: { json, event: { type: 'string', description: 'Only this event, by its id', valueHint: 'ID' } },
  run: ({ args }) =>
    withOpened('allot verify', async ({ db }) => {
      if (args.event !== undefined && !isId(args.event)) throw new CommandError('--event takes the id of an event')
      const report = await verifyAll(db, args.event)
      if (args.event !== undefined && report.events === 0) throw new CommandError(`there is no event ${args.event}`)
      const lines = report.deviations.map(
        ({ tenantId, eventId, deviation }) => `tenant ${tenantId}${eventId ? `, event ${eventId}` : ''}: ${deviation}`,
      )
      const sum = `${report.events} events, ${report.registrations} registrations, ${report.ledgerEntries} ledger and ${report.auditEntries} audit entries: ${lines.length === 0 ? 'all as it should be' : `${lines.length} deviations`}`
      print(args.json, report, [...lines, sum].join('\n'))
      if (lines.length > 0) process.exitCode = 1
    }),
})

const fixtures = defineCommand({
  meta: { name: 'fixtures', description: 'Add known data to try things on: two-tenants' },
  args: { json, which: { type: 'positional', description: 'two-tenants', required: true } },
  run: ({ args }) =>
    withOpened('allot fixtures', async (opened) => {
      if (args.which !== 'two-tenants') throw new CommandError('there is one set of fixtures: two-tenants')
      const loaded = await loadTwoTenants(opened)
      print(args.json, loaded, JSON.stringify(loaded, null, 2))
    }),
})

const tenantCreate = defineCommand({
  meta: { name: 'create', description: 'Add a tenant' },
  args: {
    json,
    name: { type: 'string', description: 'Its name', required: true },
    currency: { type: 'string', description: 'ISO 4217', default: 'EUR' },
    timezone: { type: 'string', description: 'IANA time zone', default: 'UTC' },
  },
  run: ({ args }) =>
    withOpened('allot tenant create', async ({ db }) => {
      const { tenantInput } = await import('@allot/contract')
      const input = tenantInput.safeParse({ name: args.name, currency: args.currency, timezone: args.timezone })
      if (!input.success) throw new CommandError(sayIssue(input.error))
      const id = newId()
      const tenant = await db.transaction(id, (tx) => createTenant(tx, id, input.data))
      print(args.json, tenant, `tenant ${tenant.id} ${tenant.name}`)
    }),
})

const userCreate = defineCommand({
  meta: { name: 'create', description: 'Add a person to a tenant' },
  args: {
    json,
    tenant: { type: 'string', description: 'Id of the tenant', required: true },
    email: { type: 'string', description: 'Their address', required: true },
    name: { type: 'string', description: 'Their name', required: true },
    role: { type: 'string', description: roles.join(', '), required: true },
    department: { type: 'string', description: 'Where they work' },
  },
  run: ({ args }) =>
    withOpened('allot user create', async ({ db, signIn }) => {
      const { userInput } = await import('@allot/contract')
      const { email, name, role, department } = args
      const input = userInput.safeParse({ email, name, role, department })
      if (!input.success) throw new CommandError(sayIssue(input.error))
      if (!isId(args.tenant)) throw new CommandError('--tenant takes the id of a tenant')
      const user = await db.transaction(args.tenant, (tx) => createUser(tx, args.tenant, null, input.data))
      const link = await signIn.createLink(args.tenant, user.id, 7 * 24 * 3600)
      print(args.json, { ...user, sign_in: link }, `user ${user.id} ${user.name}\nsign in once: ${link.url}`)
    }),
})

const keyCreate = defineCommand({
  meta: { name: 'create', description: 'Make an API key; it is printed this once' },
  args: {
    json,
    tenant: { type: 'string', description: 'Id of the tenant', required: true },
    user: { type: 'string', description: 'Id of the person it acts as', required: true },
    name: { type: 'string', description: 'What it is for', required: true },
  },
  run: ({ args }) =>
    withOpened('allot key create', async ({ db }) => {
      const { tenant, user: user_id, name } = args
      if (!isId(tenant) || !isId(user_id)) throw new CommandError('--tenant and --user take ids')
      const key = await db.transaction(tenant, (tx) => createApiKey(tx, tenant, null, { user_id, name }))
      print(args.json, key, key.key)
    }),
})

const group = (name: string, description: string, create: CommandDef) =>
  defineCommand({ meta: { name, description }, subCommands: { create } })

const allot = defineCommand({
  meta: { name: 'allot', description: 'Event registration with a hard budget' },
  subCommands: {
    serve,
    worker,
    migrate,
    demo,
    verify,
    fixtures,
    tenant: group('tenant', 'Tenants', tenantCreate as CommandDef),
    user: group('user', 'People', userCreate as CommandDef),
    key: group('key', 'API keys', keyCreate as CommandDef),
  },
})

/** Opens the database for one command: beside a running server, or starting and stopping the embedded one. */
async function withOpened(purpose: string, work: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = await open(settingsNow(), { purpose, mode: 'join', log: say }, createLog('silent'))
  try {
    await work(opened)
  } finally {
    await opened.close()
  }
}

function settingsNow(): Settings {
  return readSettings(process.env, (path) => readFileSync(path, 'utf8'))
}

/** What is said beside the result goes to standard error, so that the result can be piped. */
function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function print(asJson: boolean, data: unknown, text: string): void {
  process.stdout.write(`${asJson ? JSON.stringify(data, null, 2) : text}\n`)
}

function sayIssue(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  return error.issues.map(({ path, message }) => `--${path.map(String).join('.')}: ${message}`).join('; ')
}

/** The command that the words name, for its help. */
function findCommand(words: readonly string[]): CommandDef {
  let command = allot as CommandDef
  for (const word of words) {
    const next = (command.subCommands as Record<string, CommandDef> | undefined)?.[word]
    if (!next) return command
    command = next
  }
  return command
}

const words = process.argv.slice(2)
try {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${await renderUsage(findCommand(words.filter((word) => !word.startsWith('-'))))}\n`)
  } else {
    await runCommand(allot, { rawArgs: words })
  }
} catch (error) {
  say(`allot: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = error instanceof CommandError ? error.exitCode : 1
}
