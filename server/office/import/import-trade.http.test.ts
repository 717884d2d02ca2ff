import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportKinds } from '../../../shared/contract/import-lists.ts'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { addTerritory } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  const territory = await addTerritory(app, 'Import coast')
  const { pool } = app.database
  await pool.query(`insert into user_territories (account_id, territory_id) values ($1, $2)`, [
    await app.accountId(riley),
    territory,
  ])
  await pool.query(
    `insert into retailers (name, account_number, territory_id, created_at) values ('Inn', 'I1', $1, now()), ('Far', 'I2', null, now())`,
    [territory],
  )
  await pool.query(
    `insert into products (code, name, unit, price_cents) values ('I-P1', 'One', 'each', 100), ('I-P2', 'Two', 'each', 200)`,
  )
  await pool.query(`update organisation set time_zone = 'Europe/London'`)
})
afterAll(() => app.stop())

async function importAll(kind: (typeof exportKinds)[number], ...lines: string[]) {
  const importer = createImporter(admin, kind)
  const { id, summary } = await importer.uploadAndCheck(csv(...lines), { existing: 'update' })
  const refused = await importer.rows(id, 'verdict=refuse')
  if (summary && summary.add + summary.update > 0) await importer.run(id, 'good')
  return { summary, refused: Object.fromEntries(refused.map(({ row, texts }) => [row, texts.join(' ')])) }
}

test('prices of lists and retailers have minimum quantities and days, and each refused row says why', async () => {
  const columns = 'Product code,Minimum quantity,Valid from,Valid until,Price'
  const lists = await importAll(
    'price-lists',
    `Price list,${columns}`,
    'Pubs,I-P1,,,,0.95',
    'pubs,I-P1,12,2026-05-01,31.05.2026,"0,90"',
    'Pubs,I-P1,1,,,0.94',
    'Pubs,I-P9,,,,1',
    'Pubs,I-P2,,2026-05-02,2026-05-01,1',
    'Pubs,I-P2,,03/04/2026,,1',
    'Pubs,I-P2,0,,,1',
    ',I-P2,,,,1',
  )
  expect(lists).toMatchObject({
    summary: { add: 2, refuse: 6 },
    refused: {
      4: 'This repeats row 2.',
      5: 'Product code: There is no product with the code I-P9.',
      6: expect.stringContaining('would end before it begins'),
      7: expect.stringContaining('could mean two dates'),
      8: 'Minimum quantity: At least 1 is possible here.',
      9: expect.stringContaining('Price list'),
    },
  })
  const prices = await importAll(
    'prices',
    `Account number,${columns}`,
    'I1,I-P1,,,,0.80',
    'I1,I-P1,24,,,0.70',
    'I7,I-P1,,,,0.80',
    'I1,I-P2,,,,-1',
  )
  expect(prices).toMatchObject({
    summary: { add: 2, refuse: 2 },
    refused: { 4: expect.stringContaining('I7'), 5: 'Price: “-1” is negative.' },
  })
  const { rows } = await app.database.pool.query(
    `select minimum_quantity, valid_from, valid_until, price_cents from list_prices order by price_cents`,
  )
  expect(rows).toContainEqual({
    minimum_quantity: 12,
    valid_from: '2026-05-01',
    valid_until: '2026-05-31',
    price_cents: 90,
  })
})

test('targets and visits belong to reps, and a visit is at a local time to a retailer that the rep sees', async () => {
  const targets = await importAll(
    'targets',
    'Username,Month,Target',
    `${riley.toUpperCase()},May 2031,"£12,500.50"`,
    `${riley},2031-05,1`,
    `${ava},2031-05,1`,
    `${riley},2031-13,1`,
  )
  expect(targets).toMatchObject({
    summary: { add: 1, refuse: 3 },
    refused: {
      3: 'This repeats row 2.',
      4: expect.stringContaining('no rep'),
      5: expect.stringContaining("isn't a date"),
    },
  })
  const visits = await importAll(
    'visits',
    'Reference,Username,Account number,Date,Time,Note',
    `V1,${riley},I1,2031-07-01,9:30 am,Bring the samples`,
    `,${riley},I1,01.12.2031 14:00,,`,
    `V3,${riley},I2,2031-07-01,09:30,`,
    `V4,${riley},I1,2031-07-01,,`,
    `V5,${riley},I1,2031-03-30,01:30,`,
    'V6,,,,,Only a note',
  )
  expect(visits).toMatchObject({
    summary: { add: 2, refuse: 4 },
    refused: {
      4: expect.stringContaining('in no territory of this rep'),
      5: 'Time is missing.',
      6: expect.stringContaining("isn't a time on that day"),
      7: 'A new visit needs Username, Account number and Date.',
    },
  })
  const { rows } = await app.database.pool.query(`select at from visits where at > '2031-01-01' order by at`)
  expect(rows.map(({ at }) => at.toISOString())).toEqual(['2031-07-01T08:30:00.000Z', '2031-12-01T14:00:00.000Z'])
})

test('categories are made with their parents and get their place', async () => {
  const file = ['Category,Place', 'Import > Deep > Deeper,4', 'import > deep,2', 'A > B > C > D,1']
  expect(await importAll('categories', ...file)).toMatchObject({ summary: { add: 2, refuse: 1 } })
  const { rows } = await app.database.pool.query(
    `select path, place from categories where path like 'Import%' order by level`,
  )
  expect(rows.map(({ path, place }) => [path, place])).toEqual([
    ['Import', 0],
    ['Import > Deep', 2],
    ['Import > Deep > Deeper', 4],
  ])
})

test('retailers have a type, a grade, a chain, a credit status, a price list and notes', async () => {
  await importAll('price-lists', 'Price list,Product code,Price', 'Inns,I-P1,1')
  const columns = 'Account number,Name,Territory,Type,Grade,Chain,Credit status,Price list,Notes'
  const file = [
    columns,
    'IR1,New inn,Import coast,Pub,A,Free houses,Watch,inns,"Ring first.\nSide door."',
    'IR2,Old inn,,Pub,A,,,,',
    'IR3,Bad inn,,,,,broke,,',
    'IR4,Lost inn,,,,,,Nowhere,',
  ]
  expect(await importAll('retailers', ...file)).toMatchObject({
    summary: { add: 2, refuse: 2 },
    refused: { 4: "“broke” isn't a credit status. Use good, watch or hold.", 5: expect.stringContaining('Nowhere') },
  })
  const find = async () => {
    const { rows } = await app.database.pool.query(
      `select r.retailer_type, r.grade, r.chain, r.credit_status, p.name as list, r.notes, t.name as territory
       from retailers r left join price_lists p on p.id = r.price_list_id left join territories t on t.id = r.territory_id
       where account_number = 'IR1'`,
    )
    return rows[0]
  }
  const added = {
    ...{ retailer_type: 'Pub', grade: 'A', chain: 'Free houses', credit_status: 'watch', list: 'Inns' },
    ...{ notes: 'Ring first.\nSide door.', territory: 'Import coast' },
  }
  expect(await find()).toEqual(added)
  expect(await importAll('retailers', 'Account number,Name,Credit status', 'IR1,,hold')).toMatchObject({
    summary: { update: 1 },
  })
  expect(await find()).toEqual({ ...added, credit_status: 'hold' })
})

test.each(exportKinds)('an export of %s that is imported again changes nothing', async kind => {
  const importer = createImporter(admin, kind)
  const { html: file } = await admin.get(`/api/exports/${kind}`)
  const { id, summary } = await importer.uploadAndCheck(file, { existing: 'update' })
  expect(await importer.rows(id, 'verdict=refuse')).toEqual([])
  expect(summary).toMatchObject({ add: 0, update: 0, refuse: 0 })
  expect(summary?.leave).toBeGreaterThan(0)
})
