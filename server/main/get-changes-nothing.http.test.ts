import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMail, nextMailOf, riley, save, signIn } from '../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'
import { createActions } from './actions.ts'
import { createServer } from './app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** The only column that a read may change: when a session was last seen. */
const touched = 'last_seen_at'
/** Tables that scheduled work writes meanwhile, whatever is requested. */
const timed = ['audit_seals', 'audit_unsealed', 'audit_checks']
/** Requests of apps are counted for each network, and /readyz proves that the database can be written. */
const counted = ['limit_counts', 'write_probes']

async function hashRows(): Promise<Record<string, string>> {
  const { pool } = app.database
  const { rows: tables } = await pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and not table_name = any($1)",
    [[...timed, ...counted]],
  )
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query(`select to_jsonb(t) - '${touched}' as row from ${name} t`)
      const text = rows
        .map(({ row }) => JSON.stringify(row))
        .sort()
        .join('\n')
      return [name, createHash('sha256').update(text).digest('hex')]
    }),
  )
  return Object.fromEntries(hashes)
}

test('3.5.3 GET and HEAD of any address change no row, live links included', async () => {
  const { path: used, code } = await askForMail(app, riley)
  await save(app.visitor(), used, { code })
  const notice = await nextMailOf(app, { to: riley, subject: 'Your password was changed' })
  const objection = /\/objection\/[\w-]{43}/.exec(notice.text)?.[0] ?? ''
  app.clock.advance(61)
  const { path: live } = await askForMail(app, riley)
  const person = app.visitor()
  await signIn(person, 'dan.dual@harbourvale.example', app.passwordOf('dan.dual@harbourvale.example'))

  const http = await createServer(app.ground, createActions(app.ground))
  await http.ready()
  const routes = new Set(http.printRoutes({ commonPrefix: false }).match(/[\w/:.*-]+(?= \((?:GET|HEAD))/g))
  await http.close()
  const filled = [...routes].map(route =>
    route.replace('reset/:handle', live.slice(1)).replace('objection/:handle', objection.slice(1)),
  )
  expect(filled.length).toBeGreaterThan(10)
  const addresses = [...filled.map(route => (route.startsWith('/') ? route : `/${route}`)), live, used, objection]
  addresses.push(`/sign-in?username=${encodeURIComponent(riley)}`, '/account/confirm?session=others')

  const before = await hashRows()
  for (const address of addresses) {
    for (const visitor of [app.visitor(), person]) {
      await visitor.head(address)
      await visitor.get(address)
    }
  }
  expect(await hashRows()).toEqual(before)
  expect((await app.visitor().get(live)).status).toBe(200)
})

test('J5 3.5.1 no header about the host changes a link', async () => {
  app.clock.advance(3600)
  const { request } = await import('node:http')
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const body = `username=${encodeURIComponent('nina.rep@harbourvale.example')}`
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    }
    const sent = request(`${app.url}/reset`, { method: 'POST', headers }, response => resolve(response.statusCode))
    sent.on('error', reject).end(body)
  })
  expect(status).toBe(303)
  const { text, html } = await app.smtp.nextMail({ to: 'nina.rep@harbourvale.example' })
  expect(text).toContain(`${app.url}/reset/`)
  expect(text + html).not.toContain('evil.example')
})
