import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBuiltRule } from '../../../tests/support/people/strength.ts'
import type { PasswordRule } from './password-rule.ts'
import { passwordsRoutes } from './passwords.routes.ts'

const mostBytesOfDictionaries = 430_000
const mostBytesOfShard = 2_000

let rule: PasswordRule
let app: FastifyInstance
beforeAll(async () => {
  rule = await loadBuiltRule()
  app = Fastify()
  passwordsRoutes(app, { rule })
})
afterAll(() => app.close())

const get = (url: string, headers = {}) => app.inject({ url, headers })

describe('the dictionaries', () => {
  const fetchAs = (encoding?: string) =>
    get(`/strength/${rule.dictionariesName}`, encoding ? { 'accept-encoding': encoding } : {})

  test("are sent compressed in the browser's encoding, with the same content in each, and are small", async () => {
    const plain = await fetchAs()
    const brotli = await fetchAs('gzip, deflate, br;q=0.9')
    const gzip = await fetchAs('gzip')
    expect([brotli, gzip, plain].map(answer => answer.headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(brotli.rawPayload.length).toBeLessThan(mostBytesOfDictionaries)
    expect(gzip.rawPayload.length).toBeLessThan(mostBytesOfDictionaries)
  })

  test('are named by their content and cached for good', async () => {
    expect(rule.dictionariesName).toMatch(/^dictionaries-[0-9a-f]{16}\.json$/)
    const { headers } = await fetchAs()
    expect(headers['cache-control']).toContain('immutable')
    expect(headers.vary).toContain('accept-encoding')
  })
})

describe('6.2.12 shards of the leaked list', () => {
  test('are all small and hold only remainders of hashes', async () => {
    for (const prefix of ['000', 'fff', '3a7', 'c0d', '08e']) {
      const { statusCode, body } = await get(`/strength/leaked/${prefix}`)
      expect(statusCode).toBe(200)
      expect(body.length).toBeLessThan(mostBytesOfShard)
      expect(body).toMatch(/^([0-9a-f]{7}(\n|$))+$/)
    }
    const sizes = Array.from(
      { length: 4096 },
      (_, index) => rule.leakedShard(index.toString(16).padStart(3, '0'))?.length,
    )
    expect(Math.min(...sizes.map(size => size ?? 0))).toBeGreaterThan(0)
  })

  test.each(['ab', 'abcd', 'xyz', 'ABC', encodeURIComponent('correct horse')])(
    'reject %s as a prefix',
    async prefix => {
      const { statusCode, body } = await get(`/strength/leaked/${prefix}`)
      expect(statusCode).toBe(404)
      expect(body).toBe('Three hexadecimal characters are expected.')
    },
  )
})
