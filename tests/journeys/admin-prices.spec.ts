import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { addProduct } from '../support/people/products.ts'
import { addRetailer } from '../support/people/retailers.ts'

const desk = { width: 1280, height: 860 }
test.use({ viewport: desk })

async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])
}

test('an administrator makes a price list, gives a retailer a price of its own, and checks what it pays and why', async ({
  page,
  addPerson,
  app,
}) => {
  const own = (what: string) => `${what}-${process.pid}`
  const code = own('JAM')
  await addProduct(app, code)
  const retailer = await addRetailer(app, own('Jam Corner'))
  const username = `${own('prices')}@harbourvale.example`
  await openAdminSite(page, await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username }))
  await page.getByRole('navigation').getByRole('link', { name: 'Price lists' }).click()
  await page.getByRole('button', { name: 'New price list' }).click()
  await page.getByLabel('Name', { exact: true }).fill(own('Delis'))
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: own('Delis') }).click()
  await expect(page.getByRole('heading', { name: own('Delis'), level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'New price' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Enter the code of a product.')).toBeVisible()
  await page.getByLabel('Product code').fill(code)
  await page.getByLabel('Price of one unit').fill('3.80')
  await page.getByLabel('From quantity').fill('10')
  await look(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table', { name: 'Prices' }).getByRole('row', { name: code })).toContainText('£3.80')
  await look(page)
  const list = new URL(page.url()).pathname.split('/').at(-1)
  await app.database.pool.query('update retailers set price_list_id = $2 where id = $1', [retailer, list])

  await page.goto(`/admin/retailers/${retailer}`)
  await page.getByRole('link', { name: 'Prices of this retailer' }).click()
  const check = page.getByRole('region', { name: 'Check a price' })
  await check.getByLabel('Product code').fill(code)
  await check.getByLabel('Quantity').fill('12')
  await check.getByRole('button', { name: 'Check' }).click()
  await expect(check.getByRole('status')).toContainText('£3.80 each, £45.60 in all, net')
  await expect(check.getByRole('status')).toContainText(`price list ${own('Delis')}, from 10`)
  await page.getByRole('button', { name: 'New price' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Product code').fill(code)
  await dialog.getByLabel('Price of one unit').fill('3,50')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(check.getByRole('status')).toContainText("the retailer's own price")
  await look(page)
})
