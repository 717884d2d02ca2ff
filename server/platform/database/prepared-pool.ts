import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { isReadOnlyFault } from './unavailable.ts'

/**
 * The pool as Kysely sees it, with every statement prepared once per connection: parsing and planning are most of the
 * cost of our small statements.
 */
export function createPreparedPool(pool: Pool, onReadOnly: () => void): PostgresPool {
  return {
    connect: async () => toPrepared(await pool.connect(), onReadOnly),
    end: () => pool.end(),
    options: pool.options,
  }
}

function toPrepared(client: PoolClient, onReadOnly: () => void): PostgresPoolClient {
  let isSpent = false
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (fault) {
      if (isReadOnlyFault(fault) && !isSpent) {
        isSpent = true
        onReadOnly()
      }
      throw fault
    }
  }
  const query = (text: string, values: unknown[] = []) =>
    watch(values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values }))
  return new Proxy(client, {
    get: (target, property) => {
      if (property === 'query') return query
      if (property === 'release') return (fault?: Error | boolean) => target.release(fault || isSpent)
      const value = Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    },
  }) as PostgresPoolClient
}

/** Has as many entries as the code has statements. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}
