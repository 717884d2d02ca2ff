import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addServiceToken } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callAsSystem, outcomesOf, tea } from '../../../tests/support/servers/erp.ts'

let app: TestApp
let erp: string
beforeAll(async () => {
  app = await startTestApp()
  erp = await addServiceToken(app, { ...noRights, products: 'write' })
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const call = (method: string, path: string, { token = erp, body }: { token?: string; body?: unknown } = {}) =>
  callAsSystem(app, `${method} ${path}`, { token, body })
const putProducts = (...rows: unknown[]) => call('PUT', '/products', { body: { rows } })

describe('products from another system', () => {
  test('are created, changed and left alone by their code, and reach the app', async () => {
    expect(outcomesOf(await putProducts(tea, { ...tea, code: 'ERP-2', barcode: '5012345678900' }))).toEqual([
      'created',
      'created',
    ])
    expect(outcomesOf(await putProducts(tea, { code: 'ERP-2', priceCents: 430 }))).toEqual(['unchanged', 'updated'])
    const { rows } = await createPull(app)(await app.accountId(riley), 'products')
    expect(rows.find(({ code }) => code === 'ERP-2')).toMatchObject({
      name: 'Breakfast tea',
      category: 'Drinks > Hot drinks',
      barcode: '5012345678900',
      unit: 'each',
      packSize: 12,
      priceCents: 430,
      taxClass: 'standard',
    })
    expect(outcomesOf(await putProducts({ code: 'ERP-2', isActive: false }))).toEqual(['updated'])
  })

  test('are answered row by row, and a bad row stops no other', async () => {
    const { status, body } = await putProducts(
      { ...tea, code: 'ROW-1' },
      { ...tea, code: 'ROW-1' },
      { code: 'ROW-2' },
      { ...tea, code: 'ROW-3', priceCents: -1 },
      { ...tea, code: 'ROW-4', priceCents: 4.2 },
      { ...tea, code: 'ROW-5', category: 'a > b > c > d' },
      { ...tea, code: 'ROW-6', taxClass: 'exotic' },
      { ...tea, code: 'ROW-7', colour: 'red' },
      { ...tea, code: 'ROW-8\u0000' },
      'tea',
      null,
      { ...tea, code: 'ROW-9' },
    )
    expect(status).toBe(200)
    const words = body.results.map(({ outcome, problem }: { outcome: string; problem?: { field: string } }) =>
      problem ? `${outcome} ${problem.field}` : outcome,
    )
    expect(words).toEqual([
      'created',
      'rejected code',
      'rejected name',
      'rejected priceCents',
      'rejected priceCents',
      'rejected category',
      'rejected taxClass',
      'rejected ',
      'rejected code',
      'rejected ',
      'rejected ',
      'created',
    ])
    expect(JSON.stringify(body)).not.toMatch(/invalid|expected|unrecognized/i)
    const { rows } = await query(`select code from products where code like 'ROW-%' order by code`)
    expect(rows.map(({ code }) => code)).toEqual(['ROW-1', 'ROW-9'])
  })

  test('are at most a thousand in one call', async () => {
    const rows = Array.from({ length: 1001 }, (_, number) => ({ ...tea, code: `MANY-${number}` }))
    expect((await call('PUT', '/products', { body: { rows } })).status).toBe(400)
    expect((await call('PUT', '/products', { body: { rows: 'all' } })).status).toBe(400)
    expect(outcomesOf(await call('PUT', '/products', { body: { rows: rows.slice(1) } }))).toHaveLength(1000)
  })

  test('are written once, however many calls bring the same new code together', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => putProducts({ ...tea, code: 'RACE' })))
    expect(answers.map(answer => outcomesOf(answer)[0]).toSorted()).toEqual(
      [...Array(7).fill('unchanged'), 'created'].toSorted(),
    )
  })

  test('are counted in the audit, with the token and without their names', async () => {
    await putProducts({ ...tea, code: 'AUDIT-1' }, { ...tea, code: 'AUDIT-2' })
    const { rows } = await query(
      `select actor, details from audit_events where action = 'products-written' order by id desc limit 1`,
    )
    expect(rows).toEqual([{ actor: 'service', details: { service: expect.any(String), created: 2 } }])
  })
})
