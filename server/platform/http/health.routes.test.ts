import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { type HealthCheck, healthRoutes } from './health.routes.ts'

async function createGround(checks: Record<string, HealthCheck>) {
  const { http } = await createHttpGround({ publicUrl: 'http://localhost:3000' })
  healthRoutes(http, { checks, longestCheckMs: 50 })
  return http
}

const well = async () => true

describe('readiness', () => {
  it('is reported while every dependency answers', async () => {
    const answer = await (await createGround({ database: well, queue: well })).inject({ url: '/readyz' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ status: 'ok', checks: { database: 'ok', queue: 'ok' } })
  })

  it.each<[string, HealthCheck]>([
    ['says no', async () => false],
    ['fails', async () => Promise.reject(new Error('password for the database is wrong'))],
    ['never answers', () => new Promise(() => {})],
  ])('16.5.2 ends if one of them %s, without saying why', async (_name, database) => {
    const answer = await (await createGround({ database, queue: well })).inject({ url: '/readyz' })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ status: 'failing', checks: { database: 'failing', queue: 'ok' } })
  })
})

it('a live process says so, whatever name a probe uses for it', async () => {
  const http = await createGround({ database: async () => false })
  const answer = await http.inject({ url: '/healthz', headers: { host: '10.0.0.4:3000' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
})
