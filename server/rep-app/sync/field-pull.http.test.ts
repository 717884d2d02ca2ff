import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collections, rowShapes } from '../../../shared/contract/app-rows.ts'
import { createPull, idsOf, type Pull, type PulledRows } from '../../../tests/support/people/field.ts'
import { nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { adoptDatabase } from '../../platform/database/database-identity.store.ts'
import { nextRows } from './pull.query.ts'

let app: TestApp
let pull: Pull
let rep: string
let other: string
beforeAll(async () => {
  app = await startTestApp()
  pull = createPull(app, { waits: false })
  rep = await app.accountId(riley)
  other = await app.accountId(nina)
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)

describe('the data of a pull', () => {
  test('is complete, in pages and in the shapes of the contract, and afterwards holds only changes', async () => {
    for (const collection of collections) {
      const all = await pull(rep, collection)
      const whole = await pull(rep, collection, undefined, 5000)
      expect(all.rows.length, collection).toBe(whole.rows.length)
      expect(new Set(idsOf(all)).size).toBe(all.rows.length)
      for (const row of all.rows) expect(rowShapes[collection].parse(row)).toEqual(row)
      expect(await pull(rep, collection, all.cursor)).toEqual({ rows: [], removed: [], cursor: all.cursor })
    }
  })

  test('skips no row, however late it commits and in whatever order', async () => {
    const before = await pull(rep, 'products')
    const [first, second] = [before.rows[0]?.id ?? '', before.rows[1]?.id ?? '']
    const [slow, quick] = await Promise.all([app.database.pool.connect(), app.database.pool.connect()])
    const rename = (who: typeof slow, id: string) =>
      who.query(`update products set name = name || '!' where id = $1`, [id])
    await slow.query('begin')
    await rename(slow, first)
    await quick.query('begin')
    await rename(quick, second)
    await quick.query('commit')
    const between = await pull(rep, 'products', before.cursor)
    await slow.query('commit')
    const after = await pull(rep, 'products', between.cursor)
    for (const one of [slow, quick]) one.release()
    expect([...idsOf(between), ...idsOf(after)].toSorted()).toEqual([first, second].toSorted())
  })

  test('8.2.2 is limited to the territories of the rep, and rows that leave them are removed from the device', async () => {
    const mine = await pull(rep, 'retailers')
    const theirs = await pull(other, 'retailers')
    // Six of the field, and the two shops whose contacts use the website.
    expect(mine.rows.length).toBe(8)
    expect(idsOf(mine).filter(id => idsOf(theirs).includes(id))).toEqual([])
    const { rows: held } = await query(
      `select r.id, r.territory_id from retailers r join prices p on p.retailer_id = r.id
       where r.id = any($1) order by r.id limit 1`,
      [idsOf(mine)],
    )
    const [{ id, territory_id: home }] = held
    const before = { prices: await pull(rep, 'prices'), orders: await pull(rep, 'orders') }
    const theirPrices = await pull(other, 'prices')
    const { rows: away } = await query('select id from territories where id <> $1', [home])
    await query('update retailers set territory_id = $1 where id = $2', [away[0].id, id])

    expect((await pull(rep, 'retailers', mine.cursor)).removed).toEqual([id])
    expect((await pull(other, 'retailers', theirs.cursor)).rows.map(row => row.id)).toEqual([id])
    const leave = (brought: PulledRows) =>
      idsOf({ ...brought, rows: brought.rows.filter(row => row.retailerId === id) })
    expect(leave(before.orders).length).toBeGreaterThan(0)
    // Price breaks are rows of the same table, which this collection never had.
    const removed = (await pull(rep, 'prices', before.prices.cursor)).removed
    expect(removed.filter(id => idsOf(before.prices).includes(id)).toSorted()).toEqual(leave(before.prices))
    expect((await pull(rep, 'orders', before.orders.cursor)).removed.toSorted()).toEqual(leave(before.orders))
    expect(idsOf(await pull(other, 'prices', theirPrices.cursor))).toEqual(leave(before.prices))
    await query('update retailers set territory_id = $1 where id = $2', [home, id])
  })

  test('marks rows as removed that were deleted, switched off or closed', async () => {
    const before = await pull(rep, 'products')
    const [gone, off] = [randomUUID(), before.rows[2]?.id ?? '']
    await query(
      `insert into products (id, code, name, unit, price_cents) values ($1, 'X1', 'Gone soon', 'each', 100)`,
      [gone],
    )
    const there = await pull(rep, 'products', before.cursor)
    expect(idsOf(there)).toEqual([gone])
    await query('delete from products where id = $1', [gone])
    await query('update products set is_active = false where id = $1', [off])
    expect((await pull(rep, 'products', there.cursor)).removed.toSorted()).toEqual([gone, off].toSorted())
    await query('update products set is_active = true where id = $1', [off])
    const retailers = await pull(rep, 'retailers')
    const closed = retailers.rows[0]?.id ?? ''
    await query('update retailers set is_active = false where id = $1', [closed])
    expect((await pull(rep, 'retailers', retailers.cursor)).removed).toEqual([closed])
    await query('update retailers set is_active = true where id = $1', [closed])
  })

  test('starts again if the territories, the person or the database has changed', async () => {
    const order = { collection: 'products' as const, limit: 10 }
    const { cursor } = await pull(rep, 'products')
    const kindOf = async (accountId: string, after: string) =>
      (await app.actions.pullRows({ ...order, accountId, after })).kind
    expect(await kindOf(rep, cursor)).toBe('page')
    expect(await kindOf(other, cursor)).toBe('pull-again')
    // The unsigned cursor of an older version, the cursor of another collection, and one whose mark was moved back.
    const [scope, , ...rest] = cursor.split('.')
    const ofRetailers = await app.actions.pullRows({ accountId: rep, collection: 'retailers', after: cursor, limit: 1 })
    expect(ofRetailers.kind).toBe('pull-again')
    const forged = [[scope, '1', ...rest].join('.'), cursor.split('.').slice(0, -1).join('.')]
    for (const broken of ['x', `${cursor}1`, cursor.slice(1), ...forged])
      expect(await kindOf(rep, broken)).toBe('pull-again')
    const { rows } = await query('delete from user_territories where account_id = $1 returning territory_id', [rep])
    expect(await kindOf(rep, cursor)).toBe('pull-again')
    await query('insert into user_territories values ($1, $2)', [rep, rows[0].territory_id])
    expect(await kindOf(rep, cursor)).toBe('page')
  })

  test('gets new stamps in a database that was copied from one whose transactions may be far ahead', async () => {
    const all = idsOf(await pull(rep, 'products'))
    await query('alter table products disable trigger user')
    await query('update products set changed_in = 1000000000000')
    await query('alter table products enable trigger user')
    await adoptDatabase(app.database.db)
    expect(idsOf(await pull(rep, 'products'))).toEqual([])
    await query(`update database_identity set identity = 'another one'`)
    await adoptDatabase(app.database.db)
    expect(idsOf(await pull(rep, 'products'))).toEqual(all)
  })

  test('is read by an index', async () => {
    await query(`insert into products (code, name, unit, price_cents)
      select 'B' || n, 'Bulk ' || n, 'each', 100 from generate_series(1, 20000) n`)
    await query('analyze products')
    const { cursor } = await pull(rep, 'products', undefined, 5000)
    const [, , stamp = '', id = ''] = cursor.split('.')
    const scope = {
      accountId: rep,
      territoryIds: [],
      priceListIds: [],
      ordersSince: new Date(0),
      salesSince: '2000-01',
    }
    const span = { stamp, id, below: '999999999', toldFrom: '0', most: 1000 }
    const { sql: text, parameters } = nextRows('products', scope, span).compile(app.database.db)
    const { rows } = await query(`explain ${text}`, [...parameters])
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('products_changed')
    expect(plan).not.toContain('Seq Scan on products')
    await query(`delete from products where code like 'B%'`)
  })
})
