import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { createPushedOrders } from '../support/people/pushed-orders.ts'

test.use({ viewport: { width: 1280, height: 820 } })

test('an administrator finds orders, confirms two of them by keyboard, and turns a quote into an order at its new price', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `orders-${process.pid}@harbourvale.example`,
  })
  const orders = await createPushedOrders(app)
  const note = `back door ${process.pid}`
  const [one, two] = [await orders.push({ payload: { note } }), await orders.push({ payload: { note } })]
  const quote = await orders.push({ type: 'quote', payload: { note } })
  await orders.setPrice(520)

  await openAdminSite(page, admin)
  await page.getByRole('navigation').getByRole('link', { name: 'Orders', exact: true }).click()
  await page.getByPlaceholder('Number, retailer or note').fill(note)
  await expect(page.getByRole('row')).toHaveCount(4)
  await expectAccessible(page)

  await page.setViewportSize({ width: 1280, height: 820 })
  await page.getByRole('checkbox', { name: `Select ${one.number}` }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: `Select ${two.number}` }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('New status').selectOption('Confirmed')
  await page.getByRole('button', { name: 'Change status' }).press('Enter')
  await expect(page.getByText('2 orders are now confirmed.')).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(one.number) })).toContainText('Confirmed')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toContain(
    `"${two.number}","order","app","confirmed"`,
  )

  await page.getByRole('link', { name: quote.number }).click()
  await page.getByLabel('Note to the customer').fill('We keep this price until Friday.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByRole('button', { name: 'Save note' })).toBeDisabled()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 820 })
  await page.getByRole('button', { name: 'Turn into an order' }).click()
  await expect(page.getByRole('dialog')).toContainText('£5.20 instead of £5.00')
  await page.getByRole('button', { name: 'Order for £10.40' }).click()
  await expect(page.getByRole('heading', { name: /^Order O/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Facts' })).toContainText(quote.number)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()
  await expect(page.getByRole('table', { name: 'History' })).toContainText('Cancelled')
})
