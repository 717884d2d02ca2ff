import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/**
 * The pool as Kysely sees it, with every statement prepared once a connection: parsing and planning are most of what
 * our small statements cost the database.
 */
export function createPreparedPool(pool: Pool): PostgresPool {
  return { connect: async () => toPrepared(await pool.connect()), end: () => pool.end(), options: pool.options }
}

function toPrepared(client: PoolClient): PostgresPoolClient {
  return new Proxy(client, {
    get: (target, property) => {
      const value = Reflect.get(target, property)
      if (typeof value !== 'function') return value
      if (property !== 'query') return value.bind(target)
      return (text: string, values: unknown[] = []) =>
        values.length === 0 ? target.query(text) : target.query({ name: nameOf(text), text, values })
    },
  }) as PostgresPoolClient
}

/** As many as there are statements in the code. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}
