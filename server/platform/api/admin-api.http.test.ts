import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, addRole, asJson } from '../../../tests/support/people/administrators.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const addTarget = async () => (await addAdministrator(app, { rights: noRights, signsIn: false })).accountId ?? ''

describe('the admin API behind its guard', () => {
  test('7.5.3 6.8.4 10.3.4 a sensitive change needs a sign-in within the last ten minutes, and confirming again renews it', async () => {
    const admin = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    const id = await addTarget()
    app.clock.advance(10 * 60 + 1)
    const refused = asJson(await admin.visitor.postJson(`/api/users/${id}/deactivate`, {}))
    expect(refused.status).toBe(403)
    expect(refused.body.problem.kind).toBe('confirm-first')
    expect((await admin.visitor.post('/account/confirm', { currentPassword: 'wrong' })).status).toBe(422)
    expect((await admin.visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(403)
    expect((await admin.visitor.post('/account/confirm', { currentPassword: admin.password ?? '' })).status).toBe(303)
    expect((await admin.visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(200)
  })

  test('8.3.2 removing a role takes effect immediately', async () => {
    const admin = await addAdministrator(app, { rights: { ...noRights, users: 'read' } })
    expect((await admin.visitor.get('/api/users')).status).toBe(200)
    await app.database.pool.query('update users set role_id = $1 where account_id = $2', [
      await addRole(app, noRights),
      admin.accountId,
    ])
    expect((await admin.visitor.get('/api/users')).status).toBe(403)
  })

  test('a command from another site is refused before anything else', async () => {
    const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    const id = await addTarget()
    const answer = await fetch(`${app.url}/api/users/${id}/deactivate`, {
      method: 'POST',
      headers: {
        cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
      },
      body: '{}',
    })
    expect(answer.status).toBe(403)
    const rows = await app.database.pool.query('select is_active from accounts where id = $1', [id])
    expect(rows.rows).toEqual([{ is_active: true }])
  })

  test('bad requests are refused with a status, and nothing breaks', async () => {
    const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    for (const address of ['/api/users?page=0', '/api/users?size=5000', '/api/users?sort=x', '/api/users/42']) {
      expect((await visitor.get(address)).status, address).toBe(400)
    }
    expect((await visitor.get('/api/nothing')).status).toBe(404)
    expect(asJson(await visitor.get(`/api/users?search=${encodeURIComponent("%_\\';--")}`)).body.total).toBe(0)
  })

  test('these routes never list, find or change a contact, because a contact is not a user', async () => {
    const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    const id = await app.accountId('HV1001')
    expect((await visitor.get(`/api/users/${id}`)).status).toBe(404)
    expect((await visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(404)
    expect(asJson(await visitor.get('/api/users?search=HV1001')).body.total).toBe(0)
    expect(asJson(await visitor.get(`/api/users?search=${ava}`)).body.total).toBe(1)
  })
})
