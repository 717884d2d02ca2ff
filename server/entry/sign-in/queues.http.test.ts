import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { dan, nina, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { waitFor } from '../../../tests/support/waiting/wait-for.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const line = (index: number) => `2001:db8:${index.toString(16)}:1::1`

test('2.4.1 keeps places for known devices and links when strangers fill the hashing queue, and limits the strangers', async () => {
  const device = app.visitor()
  await signIn(device, riley, app.passwordOf(riley))
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  let isFull = false
  const flood: Promise<unknown>[] = []
  while (!isFull) {
    const network = `${line(flood.length)}`.replace('1::1', '1::/64')
    const place = app.ground.hashing.inTurn({ network }, () => opened)
    flood.push(place)
    isFull = (await Promise.race([place, new Promise(resolve => setImmediate(resolve))])) !== undefined
  }
  expect(flood.length).toBeGreaterThan(limits.hashing.waiting)
  const newDevice = await signIn(app.visitor(), riley, app.passwordOf(riley))
  expect([newDevice.status, newDevice.headers['retry-after']]).toEqual([503, '5'])
  const signingIn = signIn(device, riley, app.passwordOf(riley))
  const insistent = app.visitor()
  for (let time = 0; time < 20; time += 1) await signIn(insistent, dan, 'wrong')
  open()
  await Promise.all(flood)
  expect((await signingIn).status).toBe(303)
  expect((await signIn(insistent, dan, app.passwordOf(dan))).status).toBe(503)
  expect((await signIn(app.visitor(), dan, app.passwordOf(dan))).status).toBe(303)
})

test('2.4.1 keeps sign-in working while questions about usernames wait, and reveals nothing when too many wait', async () => {
  const budget = await openBlocker(app.database.pool)
  await budget.query(`select pg_advisory_xact_lock(hashtextextended('disclosure server', 0))`)
  const { turns, waiting } = limits.optionQueue
  const options: string[] = []
  const asked = Array.from({ length: 100 }, async (_, index) => {
    const question = { username: `nobody${index}@harbourvale.example` }
    options.push(JSON.parse((await app.visitor(line(index)).postJson('/sign-in/option', question)).html).option)
  })
  // The others wait until the lock is released.
  await waitFor(() => expect(options).toHaveLength(100 - turns - waiting))
  expect(new Set(options)).toEqual(new Set(['reset']))
  expect((await signIn(app.visitor(), nina, app.passwordOf(nina))).status).toBe(303)
  expect((await app.visitor().post('/reset', { username: nina })).status).toBe(303)
  await budget.end('commit')
  await Promise.all(asked)
  expect(options.filter(option => option === 'none')).toHaveLength(turns + waiting)
})
