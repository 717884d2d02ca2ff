import { expect, type Page } from '@playwright/test'
import { addDays, dayIn } from '../../shared/prices/day-in.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp, syncNow } from '../support/browsers/rep-app.ts'

const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const isAllSent = (page: Page) => expect(page.locator('.status-line')).toHaveText(/All sent/)

async function openFirstRetailer(page: Page): Promise<void> {
  await tab(page, 'Retailers')
  await page.locator('.list-of-links a').first().click()
}

test('a quote becomes an order at the new price, and the order is cancelled, each without a connection', async ({
  page,
  context,
  app,
  rep,
}) => {
  const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openFirstRetailer(page)
  await page.getByRole('link', { name: 'New order' }).click()
  await page.getByRole('radio', { name: 'Quote' }).check()
  await page.getByLabel('Add a product by name, code or barcode').fill('P00002')
  await page.getByRole('button', { name: /^Add / }).first().click()
  await expect(page.getByLabel('Valid until')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save quote' }).click()
  await expect(page.getByText(/The server accepted it as Q/)).toBeVisible()

  await query(`update products set price_cents = price_cents + 100 where code = 'P00002'`)
  await syncNow(page)
  await isAllSent(page)
  await tab(page, 'Orders')
  await page.getByRole('region', { name: 'Sent from this device' }).getByRole('link').click()
  await expect(page.getByText('The office has it. The customer can still order from it.')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Order from this quote' }).click()
  await expect(page.getByRole('region', { name: /^From quote Q/ })).toContainText(/now, £.* in the quote/)
  await page.getByRole('button', { name: 'Save order' }).click()
  await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
  await context.setOffline(false)
  await syncNow(page)
  await isAllSent(page)
  const [order] = await query(
    `select o.id, o.number, q.status as quote from orders o join orders q on q.id = o.quote_id
     join accounts a on a.id = o.account_id where a.username = $1`,
    [rep.username],
  )
  expect(order.quote).toBe('ordered')

  await page.goto(`/app/orders/${order.id}`)
  await expect(page.getByText('The office has received it.')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()
  await expect(page.getByText(/^Your cancellation waits on this device/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)
  await expectAccessible(page)
  await context.setOffline(false)
  await syncNow(page)
  await isAllSent(page)
  expect(await query('select status from orders where id = $1', [order.id])).toEqual([{ status: 'cancelled' }])
  await page.goto(`/app/orders/${order.id}`)
  await expect(page.getByText('It is cancelled.')).toBeVisible()
})

test('a visit is planned without a connection, and Home shows it before and after it is sent', async ({
  page,
  context,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openFirstRetailer(page)
  await expectAccessible(page)
  await context.setOffline(true)
  await page.getByText('Plan a visit').click()
  await page.getByRole('button', { name: 'Save visit' }).click()
  await expect(page.getByText('Choose a day and a time first.')).toBeVisible()
  const day = addDays(dayIn('Europe/London', app.clock.now()), 2)
  await page.getByLabel('Day').fill(day)
  await page.getByLabel('Time').fill('14:30')
  await page.getByLabel('Note on the visit').fill('Bring samples')
  await page.getByRole('button', { name: 'Save visit' }).click()
  await expect(page.getByText('Saved on this device.')).toBeVisible()
  await tab(page, 'Home')
  await page.getByText('The next six days').click()
  const row = page.getByRole('region', { name: 'Schedule' }).getByRole('link', { name: /14:30/ })
  await expect(row).toContainText('Bring samples · waits on this device')
  await expectAccessible(page)
  await context.setOffline(false)
  await syncNow(page)
  await isAllSent(page)
  await tab(page, 'Home')
  await page.getByText('The next six days').click()
  await expect(row).toContainText('Bring samples')
  await expect(row).not.toContainText('waits on this device')
})
