import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { runHere } from '../../../tests/support/servers/command-line.ts'
import { forgetSetUpFaults, recordSetUpFault } from './set-up-faults.store.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function readSetUp(module: 'settings' | 'users') {
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, [module]: 'read' } })
  return asJson(await visitor.get('/api/home')).body.setUp
}

test('doctor shows how the server sees a request, which no caller without the keys can ask', async () => {
  const { out } = await runHere(app, ['doctor', '--request'])
  expect(out).toMatch(/\nok +request: it came from \S+ \(a trusted proxy\) with host: localhost:\d+; the limits count/)
  expect((await app.visitor().get('/as-seen')).status).toBe(404)
  const other = await runHere(app, ['doctor', '--request'], { SECRET_KEY: randomBytes(32).toString('hex') })
  expect([other.code, other.out]).toEqual([1, expect.stringContaining('other keys')])
  const away = await runHere(app, ['doctor', '--request'], { PUBLIC_URL: 'http://localhost:9' })
  expect([away.code, away.out]).toEqual([1, expect.stringMatching(/request: http:.* can't be opened from here/)])
})

test('doctor fails if a server has seen an untrusted proxy', async () => {
  const fault = { kind: 'untrusted-proxy', peer: '10.0.0.5', header: 'X-Forwarded-For', value: '192.0.2.1' } as const
  await recordSetUpFault(app.ground.db, { ...fault, seenAt: new Date() })
  const { code, out } = await runHere(app, ['doctor'])
  expect([code, out]).toEqual([1, expect.stringMatching(/fail +proxy: 10\.0\.0\.5 .* TRUSTED_PROXIES=10\.0\.0\.5/)])
  await forgetSetUpFaults(app.ground.db)
})

test('an untrusted proxy is shown for a day with the setting that fixes it', async () => {
  const beside = await startTestApp({ beside: app, env: { TRUSTED_PROXIES: 'none' } })
  try {
    await beside.visitor('203.0.113.9').get('/sign-in')
    await expect
      .poll(async () => await readSetUp('settings'))
      .toEqual([
        {
          sentence: expect.stringContaining('127.0.0.1 sends X-Forwarded-For but is not in TRUSTED_PROXIES'),
          fix: expect.stringContaining('TRUSTED_PROXIES=127.0.0.1'),
          seenAt: app.clock.now().toISOString(),
        },
      ])
    expect(await readSetUp('users')).toBeNull()
    app.clock.advance(24 * 3600)
    expect(await readSetUp('settings')).toEqual([])
  } finally {
    app.clock.advance(-24 * 3600)
    await forgetSetUpFaults(app.ground.db)
    await beside.stop()
  }
})
