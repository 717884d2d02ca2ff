import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Secrets } from '../settings/secrets.ts'
import { type CountedLimit, limits } from './limits.ts'
import { type NetworkLimit, pointsAround } from './network-limits.ts'
import { networksAround } from './networks-around.ts'

/** The limits that the limiter counts. Features count the others in their own SQL, with numbers from the same table. */
export type LimitName = {
  [Name in keyof typeof limits]: (typeof limits)[Name] extends CountedLimit ? Name : never
}[keyof typeof limits]

export type LimitRefusal = { kind: 'refused'; retryAfterSeconds: number }
export type TakeResult = { kind: 'taken' } | LimitRefusal
export type PeekResult = { kind: 'free'; left: number } | LimitRefusal

export type Limiter = {
  /**
   * Counts, and returns whether the count is within the limit. Throws on a fault of the database, so nothing passes
   * uncounted (ASVS 16.5.3). Uses a connection of its own, so that a count survives a rollback: call it outside
   * transactions.
   */
  take(name: LimitName, key: string, points?: number): Promise<TakeResult>
  /**
   * Counts for a network, and for the /56 and the /48 around it, which have larger limits. The wider ones count only
   * what the narrower one let through, so one line alone cannot spend its neighbours' share.
   */
  takeOfNetwork(name: NetworkLimit, network: string): Promise<TakeResult>
  /** The answer that `take` would give, without counting. */
  peek(name: LimitName, key: string): Promise<PeekResult>
  clear(name: LimitName, key: string): Promise<void>
}

type Store = Pick<
  ConstructorParameters<typeof RateLimiterPostgres>[0],
  'storeClient' | 'storeType' | 'tableName' | 'tableCreated'
>

/** Counts in the database, shared by all servers. The library uses `Date.now()` as its clock. */
export function createLimiter({ pool, secrets }: { pool: Pool; secrets: Secrets }): Limiter {
  const store: Store = { storeClient: pool, storeType: 'pool', tableName: 'limit_counts', tableCreated: true }
  const counters = new Map<string, RateLimiterPostgres>()
  // One limiter is enough to delete expired counts, every five minutes.
  new RateLimiterPostgres({ ...store, keyPrefix: 'sweeper', points: 1, duration: 1, clearExpiredByTimeout: true })

  const counterOf = (name: LimitName, points: number = limits[name].points) => {
    const id = `${name} ${points}`
    const counter = counters.get(id) ?? createCounter(store, name, points)
    counters.set(id, counter)
    return counter
  }
  // Counts hold no names or addresses (ASVS 14.2.6). A new key starts new counts.
  const hide = (name: LimitName, key: string) => secrets.hmac('limits', name, key).mac.toString('base64url')

  async function consume({ name, key, points, most }: Consumption): Promise<TakeResult> {
    try {
      await counterOf(name, most).consume(hide(name, key), points)
      return { kind: 'taken' }
    } catch (cause) {
      if (cause instanceof RateLimiterRes) return refusedFor(cause)
      throw new Error(`the limit ${name} cannot be counted`, { cause })
    }
  }

  return {
    take: (name, key, points = 1) => consume({ name, key, points }),
    takeOfNetwork: async (name, network) => {
      for (const [rung, key] of networksAround(network).entries()) {
        const taken = await consume({ name, key, points: 1, most: pointsAround(name, rung) })
        if (taken.kind === 'refused') return taken
      }
      return { kind: 'taken' }
    },
    peek: async (name, key) => {
      const count = await counterOf(name).get(hide(name, key))
      const left = limits[name].points - (count?.consumedPoints ?? 0)
      return count && left <= 0 ? refusedFor(count) : { kind: 'free', left }
    },
    clear: async (name, key) => {
      await counterOf(name).delete(hide(name, key))
    },
  }
}

type Consumption = { name: LimitName; key: string; points: number; most?: number }

function createCounter(store: Store, name: LimitName, points: number): RateLimiterPostgres {
  const { windowSeconds } = limits[name]
  return new RateLimiterPostgres({
    ...store,
    keyPrefix: name,
    points,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  })
}

function refusedFor({ msBeforeNext }: RateLimiterRes): LimitRefusal {
  return { kind: 'refused', retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
