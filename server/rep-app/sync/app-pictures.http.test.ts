import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPull } from '../../../tests/support/people/field.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { addPicture, addProduct } from '../../../tests/support/people/products.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callApi, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

test('the app learns of a picture by the row of its product alone, and downloads it with its own sign-in', async () => {
  const pull = createPull(app)
  const rep = await app.accountId(riley)
  await addProduct(app, 'IN-APP')
  const before = await pull(rep, 'products')
  const hash = await addPicture(app, 'IN-APP', makePng(60, 60))
  const { rows, cursor } = await pull(rep, 'products', before.cursor)
  expect(rows).toMatchObject([{ code: 'IN-APP', pictures: [{ hash, alt: '' }] }])
  expect((await pull(rep, 'products', cursor)).rows).toEqual([])

  const { device, tokens } = await signInToApp(app, riley)
  const fetched = await callApi(app, device, tokens.access_token, `/pictures/${hash}/medium`)
  expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await app.visitor().get(`/api/app/pictures/${hash}/medium`)).status).toBe(401)

  await app.database.pool.query('delete from product_pictures where content_hash = $1', [hash])
  expect((await pull(rep, 'products', cursor)).rows).toMatchObject([{ code: 'IN-APP', pictures: [] }])
  expect((await callApi(app, device, tokens.access_token, `/pictures/${hash}/medium`)).status).toBe(404)
})
