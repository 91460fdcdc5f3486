import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'
import { sha256 } from '../platform/secrets.ts'

type Query = { model: string; where?: Where[] | undefined; data?: object; update?: object }

/**
 * better-auth keeps the token of a session as it is. This goes between it and its tables, so that they only ever see
 * the SHA-256 of one: whoever reads the database, or a backup of it, finds nothing to put into a cookie.
 */
export function hashTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashTokensOf(adapter),
    transaction: (work) => adapter.transaction((inside) => work(hashTokensOf(inside))),
  }
}

function hashTokensOf(adapter: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...adapter,
    create: async (query) => reveal(await adapter.create(hide(query)), query),
    findOne: async (query) => reveal(await adapter.findOne(hide(query)), query),
    findMany: async <Row>(query: Parameters<DBAdapter['findMany']>[0]) => {
      const rows = await adapter.findMany<Row>(hide(query))
      return rows.map((row) => reveal(row, query))
    },
    count: (query) => adapter.count(hide(query)),
    update: async (query) => reveal(await adapter.update(hide(query)), query),
    updateMany: (query) => adapter.updateMany(hide(query)),
    delete: (query) => adapter.delete(hide(query)),
    deleteMany: (query) => adapter.deleteMany(hide(query)),
    consumeOne: async (query) => reveal(await adapter.consumeOne(hide(query)), query),
    incrementOne: async (query) => reveal(await adapter.incrementOne(hide(query)), query),
  }
}

/** The same query with hashes in the place of tokens. */
function hide<Asked extends Query>(query: Asked): Asked {
  if (query.model !== 'session') return query
  const hidden = { ...query }
  if (query.where) hidden.where = query.where.map((condition) => hideCondition(condition))
  if (query.data) hidden.data = hideToken(query.data)
  if (query.update) hidden.update = hideToken(query.update)
  return hidden
}

function hideCondition(condition: Where): Where {
  const { field, value } = condition
  if (field !== 'token') return condition
  return {
    ...condition,
    value: Array.isArray(value) ? value.map((token) => hashOf(String(token))) : hashOf(String(value)),
  }
}

function hideToken(values: object): object {
  return 'token' in values && typeof values.token === 'string' ? { ...values, token: hashOf(values.token) } : values
}

/** Whoever asked with a token sees it again in the answer; whoever did not sees its hash, which opens nothing. */
function reveal<Row>(row: Row, query: Query): Row {
  if (query.model !== 'session' || typeof row !== 'object' || row === null || !('token' in row)) return row
  const given = [query.data, query.update].flatMap((values) => (values && 'token' in values ? [values.token] : []))
  const wanted = (query.where ?? []).flatMap(({ field, value }) => (field === 'token' ? value : []))
  const token = [...given, ...wanted].find((known) => typeof known === 'string' && hashOf(known) === row.token)
  return token === undefined ? row : { ...row, token }
}

function hashOf(token: string): string {
  return sha256(token).toString('hex')
}
