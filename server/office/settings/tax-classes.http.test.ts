import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let office: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  office = await addAdministrator(app, { rights: { ...noRights, settings: 'write' } })
})
afterAll(() => app.stop())

const post = async (path: string, body: object) => asJson(await office.visitor.postJson(`/api/settings${path}`, body))
const rates = async () => {
  const { body } = asJson(await office.visitor.get('/api/settings'))
  return new Map(body.taxClasses.map((one: { id: string }) => [one.id, one]))
}
const reduced = { id: 'seeds', name: 'Seeds and plants', rateBasisPoints: 750 }

describe('tax classes', () => {
  test('are added, changed and removed, each with its audit row', async () => {
    expect((await post('/tax-classes', reduced)).status).toBe(200)
    expect((await rates()).get('seeds')).toEqual({ ...reduced, isUsed: false })
    expect((await post('/tax-classes', { ...reduced, rateBasisPoints: 800 })).status).toBe(200)
    expect((await rates()).get('seeds')).toMatchObject({ rateBasisPoints: 800 })
    expect((await post('/tax-classes/remove', { id: 'seeds' })).status).toBe(200)
    expect((await rates()).has('seeds')).toBe(false)
    expect((await post('/tax-classes/remove', { id: 'seeds' })).status).toBe(404)
    const { rows } = await app.database.pool.query(
      `select action, details from audit_events where action like 'tax-class-%' order by at, id`,
    )
    expect(rows).toEqual([
      { action: 'tax-class-saved', details: { class: 'seeds', basisPoints: 750 } },
      { action: 'tax-class-saved', details: { class: 'seeds', basisPoints: 800 } },
      { action: 'tax-class-removed', details: { class: 'seeds' } },
    ])
  })

  test('stay while a product has them, and the standard class always', async () => {
    await post('/tax-classes', reduced)
    await app.database.pool.query(
      `update products set tax_class = 'seeds' where id = (select id from products limit 1)`,
    )
    expect((await rates()).get('seeds')).toMatchObject({ isUsed: true })
    expect((await post('/tax-classes/remove', { id: 'seeds' })).status).toBe(409)
    await app.database.pool.query(`update products set tax_class = 'seeds' where tax_class = 'standard'`)
    expect((await post('/tax-classes/remove', { id: 'standard' })).status).toBe(409)
  })

  test.each([
    { ...reduced, id: 'Upper' },
    { ...reduced, name: ' ' },
    { ...reduced, rateBasisPoints: 10_001 },
    { ...reduced, rateBasisPoints: 7.5 },
    { ...reduced, rateBasisPoints: -1 },
  ])('refuses %j', async wrong => {
    expect((await post('/tax-classes', wrong)).status).toBe(400)
  })
})
