import { Transformer } from '@napi-rs/image'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { fillPictures } from './fill-pictures.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

test("the demo's pictures have the sizes of uploaded ones", async () => {
  await fillPictures(app.ground.db, { count: 2, signal: new AbortController().signal })
  const { rows } = await app.database.pool.query('select small, medium, alt from product_pictures order by product_id')
  expect(rows.length).toBe(2)
  for (const { small, medium, alt } of rows) {
    expect(new Transformer(small).metadataSync()).toMatchObject({ width: 160, height: 160 })
    expect(new Transformer(medium).metadataSync()).toMatchObject({ width: 480, height: 480 })
    expect(alt).toMatch(/^Drawing of \w/)
  }
})
