import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { healthRoutes } from './health.routes.ts'

const mostRounds = 50

it('16.5.2 an overloaded server answers 503 for a moment, and still reports to probes that it is alive', async () => {
  const { http } = await createHttpGround({ busyFromMs: 20, publicUrl: 'http://localhost' })
  healthRoutes(http, { checks: {} })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  try {
    let answer = await fetch(`${address}/page`)
    for (let round = 0; round < mostRounds && answer.status === 200; round += 1) {
      blockFor(50)
      answer = await fetch(`${address}/page`)
    }
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('10')
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  } finally {
    await http.close()
  }
})

function blockFor(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
