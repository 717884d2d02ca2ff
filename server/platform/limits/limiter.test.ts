import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { createSecrets } from '../settings/secrets.ts'
import { createLimiter } from './limiter.ts'
import { limits } from './limits.ts'

const database = await createTestDatabase()
const { pool } = database
const secrets = createSecrets([{ id: 'only', key: randomBytes(32) }])
const limiter = createLimiter({ pool, secrets })

afterEach(() => void vi.useRealTimers())
afterAll(() => database.drop())

const moveTime = (seconds: number) => {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + seconds * 1000 })
}

const takeMany = async (times: number, key: string, by = limiter) => {
  const taken = await Promise.all(Array.from({ length: times }, () => by.take('networkResetMailsPerHour', key)))
  return taken.filter(({ kind }) => kind === 'taken').length
}

describe('a limit', () => {
  it('2.4.1 lets as many pass as the table says, even when fifty arrive together', async () => {
    expect(await takeMany(50, 'together')).toBe(3)
  })

  it('reports how long the wait lasts, and ends then', async () => {
    await takeMany(3, 'wait')
    const refused = await limiter.take('networkResetMailsPerHour', 'wait')
    expect(refused.kind === 'refused' && refused.retryAfterSeconds).toBeGreaterThan(3590)
    moveTime(3550)
    expect((await limiter.take('networkResetMailsPerHour', 'wait')).kind).toBe('refused')
    moveTime(60)
    expect((await limiter.take('networkResetMailsPerHour', 'wait')).kind).toBe('taken')
  })

  it('is not extended by further requests', async () => {
    expect(await takeMany(50, 'insistent')).toBe(3)
    moveTime(3601)
    expect(await takeMany(1, 'insistent')).toBe(1)
  })

  it('is counted separately for each key and each limit', async () => {
    expect(await takeMany(4, 'one')).toBe(3)
    expect(await takeMany(1, 'other')).toBe(1)
    expect((await limiter.take('networkResetMailsPerDay', 'one')).kind).toBe('taken')
  })

  it('is shared by all servers', async () => {
    const second = new Pool({ connectionString: database.databaseUrl })
    try {
      expect(await takeMany(2, 'servers')).toBe(2)
      expect(await takeMany(2, 'servers', createLimiter({ pool: second, secrets }))).toBe(1)
    } finally {
      await second.end()
    }
  })

  it('4.1.3 is ten times as large for a /48 as for one of its lines, and one line cannot spend it alone', async () => {
    const { points } = limits.resetRequestsPerNetwork
    const takeFrom = async (house: number, times: number) => {
      const network = `2001:db8:9:${house.toString(16)}00::/64`
      const takes = Array.from({ length: times }, () => limiter.takeOfNetwork('resetRequestsPerNetwork', network))
      return (await Promise.all(takes)).filter(({ kind }) => kind === 'taken').length
    }
    expect(await takeFrom(0, points * 10)).toBe(points)
    for (let house = 1; house < 10; house += 1) expect(await takeFrom(house, points)).toBe(points)
    expect(await takeFrom(10, 1)).toBe(0)
    expect((await limiter.takeOfNetwork('resetRequestsPerNetwork', '2001:db8:a::/64')).kind).toBe('taken')
    expect((await limiter.takeOfNetwork('resetRequestsPerNetwork', '192.0.2.1')).kind).toBe('taken')
  })

  it('can be read without being counted', async () => {
    expect(await limiter.peek('networkResetMailsPerHour', 'peek')).toEqual({ kind: 'free', left: 3 })
    await takeMany(3, 'peek')
    expect(await limiter.peek('networkResetMailsPerHour', 'peek')).toMatchObject({ kind: 'refused' })
  })

  it('starts again after it is cleared', async () => {
    await takeMany(4, 'clear')
    await limiter.clear('networkResetMailsPerHour', 'clear')
    expect(await takeMany(4, 'clear')).toBe(3)
  })

  it('14.2.6 keeps no address and no name in its table', async () => {
    await limiter.take('resetRequestsPerNetwork', '203.0.113.77')
    const { rows } = await pool.query('select * from limit_counts')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('203.0.113.77')
  })

  it('16.5.3 that cannot be counted is a fault: nothing passes', async () => {
    const gone = new Pool({ connectionString: database.databaseUrl })
    await gone.end()
    const blind = createLimiter({ pool: gone, secrets })
    await expect(blind.take('resetRequestsPerNetwork', 'a')).rejects.toThrow('cannot be counted')
    await expect(blind.peek('resetRequestsPerNetwork', 'a')).rejects.toThrow()
  })
})
