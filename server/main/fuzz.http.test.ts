import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUnguardedTexts, type Watched, watchRoutes } from '../../tests/support/fuzz/routes.ts'
import { runFuzz } from '../../tests/support/fuzz/run-fuzz.ts'
import { addAdministrator, fullRights } from '../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'

const bounceKey = randomBytes(32)
let watched: Watched<TestApp>
beforeAll(async () => {
  watched = await watchRoutes(() => startTestApp({ env: { BOUNCE_KEY: bounceKey.toString('hex') } }))
})
afterAll(() => watched.app.stop())

test('2.2.1 every text field of every request uses the text schema of the contract', () => {
  const { routes } = watched
  expect(routes.length).toBeGreaterThan(120)
  const unguarded = routes.flatMap(({ method, url, shapes, config }) =>
    Object.entries(shapes)
      .filter(([part]) => part !== 'body' || config.judgesItems !== true)
      .flatMap(([part, shape]) => listUnguardedTexts(shape).map(name => `${method} ${url} ${part}${name}`)),
  )
  expect(unguarded).toEqual([])
})

test('no input from a device, a browser, a file, a mail server or a proxy causes a server error', async () => {
  const { app, routes } = watched
  const { findings, statuses } = await runFuzz(watched, { seed: 20_261_128, steps: 3 * routes.length, bounceKey })
  expect(findings).toEqual([])
  expect(statuses[200], 'requests stop at the door').toBeGreaterThan(routes.length / 3)

  const { visitor } = await addAdministrator(app, { rights: fullRights })
  // A calendar shows the visits of one rep, so it needs to know which.
  const lists = routes.filter(
    ({ method, url }) => method === 'GET' && /^\/api\/[^:]*$/.test(url) && !/^\/api\/(?:app|v1|visits)\b/.test(url),
  )
  const answers = await Promise.all(lists.map(async ({ url }) => `${(await visitor.get(url)).status} ${url}`))
  expect(answers.filter(answer => !answer.startsWith('200'))).toEqual([])
  expect((await visitor.get('/readyz')).status).toBe(200)
}, 120_000)
