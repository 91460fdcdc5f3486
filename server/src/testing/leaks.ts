import { roles } from '@allot/contract'
import { operatorToken } from './given-app.ts'
import type { TestApp, TestClient } from './given-app.ts'
import type { Reply } from './reply.ts'
import {
  call,
  freshNames,
  namedInBody,
  namedInQuery,
  nobodys,
  operationsOf,
  strangers,
  withoutRequest,
} from './two-tenants.ts'
import type { Operation, Side } from './two-tenants.ts'

/**
 * Everything by which somebody of one tenant could learn of another: names what belongs to it wherever a request can
 * name something, and reads every list, by all who may.
 *
 * @param server the server that is asked; what is made for the purpose is made by the tenants' own clients
 * @param theirs a tenant in whose every text its name stands
 * @returns a sentence for each leak, which begins with the operation
 */
export async function findLeaks(server: TestApp, ours: Side, theirs: Side): Promise<string[]> {
  const leaks: string[] = []
  for (const operation of operationsOf(server.app).filter(({ permission }) => permission !== 'public')) {
    const isOperators = operation.permission === 'operator'
    const client = server.as(isOperators ? operatorToken : ours.owner.key)
    for (const [whose, names, nobodysNames] of strangers(operation, ours, theirs)) {
      const [answer, control] = [await call(client, operation, names), await call(client, operation, nobodysNames)]
      if (answer.status !== 404 || withoutRequest(answer) !== withoutRequest(control)) {
        leaks.push(`${operation.name} answers for ${whose}: ${answer.text}`)
      }
    }
    if (operation.name in namedInBody) leaks.push(...(await findLeaksInBody(server, client, operation, ours, theirs)))
    leaks.push(...(await findLeaksInQuery(client, operation, ours, theirs)))
    if (operation.method === 'get' && !isOperators)
      leaks.push(...(await findLeaksInReading(server, operation, ours, theirs)))
  }
  return leaks
}

/** The same for what an operation can name in its body. */
export async function findLeaksInBody(
  server: TestApp,
  client: TestClient,
  operation: Operation,
  ours: Side,
  theirs: Side,
): Promise<string[]> {
  const leaks: string[] = []
  for (const [member, kind] of Object.entries(namedInBody[operation.name] ?? {})) {
    const names = await freshNames(server, ours, operation.name)
    // A slot is given along with an approval; the one that is preferred stands alone.
    const status = member === 'preferred_pickup_slot' ? undefined : 'APPROVED'
    const more = operation.name === 'decideRegistration' ? { status } : {}
    const ask = (value: string) => call(client, operation, names, { ...more, [member]: value })
    const [their, random] = [theirs.names[kind], nobodys()[kind]]
    const [answer, control] = [await ask(their), await ask(random)]
    const isNobodys = operation.name === 'collect' && member === 'registration_id'
    const isRefused = isNobodys
      ? // A scan is always answered; of what is not there it says so.
        answer.status === 200 && answer.body.outcome === ('NOT_FOUND' as unknown)
      : kind === 'slot_label'
        ? answer.status === 422 && answer.text.includes(`body.${member}`)
        : answer.status === 404
    if (!isRefused || apartFrom(answer, their) !== apartFrom(control, random)) {
      leaks.push(`${operation.name} answers for another tenant’s ${member}: ${answer.text}`)
    }
  }
  return leaks
}

/** The same for what it can name in its query: looking for what is theirs finds what looking for nothing does. */
export async function findLeaksInQuery(
  client: TestClient,
  operation: Operation,
  ours: Side,
  theirs: Side,
): Promise<string[]> {
  const leaks: string[] = []
  for (const [parameter, kind] of Object.entries(namedInQuery[operation.name] ?? {})) {
    const [their, random] = [theirs.names[kind], nobodys()[kind]]
    const answer = await lookFor(client, operation, ours, parameter, their)
    const control = await lookFor(client, operation, ours, parameter, random)
    if (answer.status !== 200 || apartFrom(answer, their) !== apartFrom(control, random)) {
      leaks.push(`${operation.name} finds another tenant’s ${parameter}: ${answer.text}`)
    }
  }
  return leaks
}

/** Asks an operation about what is ours, with one parameter in its query. */
export function lookFor(client: TestClient, operation: Operation, { names }: Side, parameter: string, value: string) {
  const query = new URLSearchParams({ [parameter]: value }).toString()
  return call(client, { ...operation, path: `${operation.path}?${query}` }, names)
}

/** An answer without the value it repeats, and without its length. */
function apartFrom({ status, text, headers }: Reply, value: string): string {
  const { 'content-length': _, ...rest } = headers
  return withoutRequest({ status, text: text.replaceAll(value, 'VALUE'), headers: rest } as Reply)
}

/** The same for what is read: nothing of theirs in any text, and nothing of theirs counted. */
async function findLeaksInReading(server: TestApp, operation: Operation, ours: Side, theirs: Side): Promise<string[]> {
  const isList = operation.name.startsWith('list')
  const asked = isList ? { ...operation, path: `${operation.path}?limit=100` } : operation
  const leaks: string[] = []
  for (const role of roles) {
    // A stream tells from here all that ever happened.
    const answer = await call(server.as(ours[role].key), asked, ours.names, {}, { 'last-event-id': '0' })
    if (answer.status === 403) continue
    const their = [theirs.tenantId, ...Object.values(theirs.names), ...Object.values(theirs.elsewhere)]
    const isTold = their.some((text) => answer.text.includes(text)) || /birch/i.test(answer.text)
    if (answer.status !== 200 || isTold)
      leaks.push(`${operation.name} shows the ${role}: ${answer.status} ${answer.text}`)
    const counted = Number(answer.headers['x-total-count'])
    const listed = isList ? (answer.body as unknown as unknown[]).length : 0
    if (isList && counted !== listed) leaks.push(`${operation.name} counts ${counted} where there are ${listed}`)
  }
  return leaks
}
