import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { fillOrder, giveTerritory, signInToRepApp, takeOrder } from '../support/browsers/rep-app.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name })
const openOrders = (page: Page) => page.getByRole('link', { name: 'Orders', exact: true }).click()

async function openWaiting(page: Page): Promise<void> {
  await openOrders(page)
  await part(page, 'Waiting to upload').getByRole('link').first().click()
}

test('an order that waits on the device is changed or cancelled, and one that was sent is ordered again', async ({
  page,
  context,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await context.setOffline(true)
  await takeOrder(page, 'before')
  await expect(page.locator('.status-line')).toHaveText(/1 waiting \(no connection\)/)
  await openWaiting(page)
  await expect(page.getByText('Waits on this device. It was not sent yet.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change order' }).click()
  await page.getByLabel(/^Quantity of/).fill('9')
  await page.getByLabel('Note on the order').fill('after')
  await page.getByRole('button', { name: 'Save order' }).click()
  await takeOrder(page, 'not wanted')
  await openWaiting(page)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await expect(page.getByText('Your order is cancelled. It was never sent.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(part(page, 'Waiting to upload').getByRole('link')).toHaveCount(2)
  await openWaiting(page)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await expect(part(page, 'Waiting to upload').getByRole('link')).toHaveCount(1)
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.locator('.status-line')).toHaveText(/All sent/)
  const { rows } = await app.database.pool.query(
    `select o.note, l.quantity from orders o join order_lines l on l.order_id = o.id
     join accounts a on a.id = o.account_id where a.username = $1`,
    [rep.username],
  )
  expect(rows).toEqual([{ note: 'after', quantity: 9 }])

  await openOrders(page)
  await part(page, 'Sent from this device').getByRole('link').click()
  // A sync before midnight is of yesterday afterwards.
  await expect(page.getByText(/^Sent (?:today|yesterday) at /)).toBeVisible()
  await expect(page.getByText('The office has received it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change order' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(page.getByLabel(/^Quantity of/)).toHaveValue('9')
  await expect(page.getByLabel('Note on the order')).toHaveValue('')
})

test('an order that may have arrived can be neither changed nor cancelled', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.route('**/api/app/push', route => route.abort('connectionreset'))
  await takeOrder(page, 'answer lost')
  await expect(page.locator('.status-line')).toHaveText(/1 waiting/)
  await openWaiting(page)
  await expect(page.getByText('The office may have it already, so it can no longer be changed here.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(?:Change|Cancel) order$/ })).toHaveCount(0)
})

test('ordering again names the products that are no longer sold', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await fillOrder(page, 'with one that goes')
  await page.getByLabel('Add a product by name, code or barcode').fill('P00030')
  await page.getByRole('button', { name: /^Add / }).click()
  await page.getByRole('button', { name: 'Save order' }).click()
  await expect(page.locator('.status-line')).toHaveText(/All sent/)
  const { rows } = await app.database.pool.query(`select name from products where code = 'P00030'`)
  await page.evaluate(
    code =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('cache')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('products', 'readwrite').objectStore('products')
          const cursor = store.openCursor()
          cursor.onsuccess = () => {
            if (!cursor.result) return resolve()
            if (cursor.result.value.code === code) cursor.result.delete()
            cursor.result.continue()
          }
        }
      }),
    'P00030',
  )
  await openOrders(page)
  await part(page, 'Sent from this device').getByRole('link').click()
  await expect(page.getByText('no longer sold')).toBeVisible()
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(page.getByText(`No longer sold, so not included: ${rows[0].name}.`)).toBeVisible()
  await expect(page.getByLabel(/^Quantity of/)).toHaveCount(1)
})
