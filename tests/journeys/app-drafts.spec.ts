import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { createDevice } from '../support/browsers/killable-browser.ts'
import { fillOrder, fillSignIn, giveTerritory, signInToRepApp, takeOrder } from '../support/browsers/rep-app.ts'

const kept = 'Kept as a draft on this device.'
const part = (page: Page, name: string) => page.getByRole('region', { name })

async function openRetailer(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await page.locator('.list-of-links a').first().click()
}

async function writeNote(page: Page, text: string): Promise<void> {
  await openRetailer(page)
  await page.getByLabel('Note for the office').fill(text)
  await expect(page.getByText(kept)).toBeVisible()
}

test('J9 an order, a quote and a note that are being written outlive a killed app, and Home continues them', async ({
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  const device = createDevice()
  const road = { server: app.url, through: app.url }
  try {
    const first = await device.open(road)
    await first.page.goto(`${app.url}/app/sync`)
    await first.page.getByRole('button', { name: /^Sign in/ }).click()
    await fillSignIn(first.page, rep)
    await expect(first.page.locator('.status-line')).toHaveText(/All sent/)
    await writeNote(first.page, 'closed on Mondays')
    await openRetailer(first.page)
    await first.page.getByRole('link', { name: 'New quote' }).click()
    await first.page.getByLabel('Note on the quote').fill('spring range')
    await expect(first.page.getByText(kept)).toBeVisible()
    await fillOrder(first.page, 'killed in the middle')
    await first.page.getByLabel(/^Quantity of/).fill('18')
    await expect(first.page.getByText(kept)).toBeVisible()
    await first.kill()

    const { page, close } = await device.open(road)
    await page.goto(`${app.url}/app`)
    await page.getByRole('link', { name: 'Continue your note' }).click()
    await expect(page.getByLabel('Note for the office')).toHaveValue('closed on Mondays')
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    await page.getByRole('link', { name: 'Continue your quote' }).click()
    await expect(page.getByLabel('Note on the quote')).toHaveValue('spring range')
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    await page.getByRole('link', { name: 'Continue your order' }).click()
    await expect(page.getByLabel(/^Quantity of/)).toHaveValue('18')
    await expect(page.getByLabel('Note on the order')).toHaveValue('killed in the middle')
    await page.reload()
    await expect(page.getByLabel(/^Quantity of/)).toHaveValue('18')
    await page.getByRole('button', { name: 'Save order' }).click()
    await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
    await expect(part(page, 'Drafts').getByRole('link')).toHaveCount(2)
    await close()
  } finally {
    device.erase()
  }
})

test('leaving an order keeps it as a draft and says so, and a deleted draft can be brought back', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await fillOrder(page, 'left in the middle')
  await page.getByLabel(/^Quantity of/).fill('')
  await page.getByLabel(/^Quantity of/).fill('12')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  const said = page.getByRole('status').filter({ hasText: 'draft' })
  await expect(said).toContainText('Kept as a draft. The order stays on this device until you save it.')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(said).toHaveCount(0)
  await part(page, 'Drafts').getByRole('link').click()
  await expect(page.getByLabel(/^Quantity of/)).toHaveValue('12')
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await page.getByRole('button', { name: 'Delete draft' }).first().click()
  await expect(part(page, 'Drafts')).toHaveCount(0)
  // Undo is where Delete draft was, so a second tap within a moment does nothing. A key is always meant.
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(part(page, 'Drafts').getByRole('link')).toHaveCount(1)
  await part(page, 'Drafts').getByRole('button', { name: 'Delete draft' }).click()
  await expect(part(page, 'Drafts')).toHaveCount(0)
  await expect(said).toContainText('The draft of your order is deleted.')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Continue your order' })).toHaveCount(0)
})

test('a note is never lost by leaving, and is a draft no longer once it is saved', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await writeNote(page, 'ring the side door')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByText('Kept as a draft. The note stays on this device')).toBeVisible()
  await openRetailer(page)
  await expect(page.getByLabel('Note for the office')).toHaveValue('ring the side door')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Saved on this device.', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Go to Sync Status' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Continue your note' })).toHaveCount(0)
})

test('a rep who leaves an order that the device could not keep is asked first', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await fillOrder(page, 'kept')
  const put = await page.evaluateHandle(() => IDBObjectStore.prototype.put)
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await page.getByLabel('Note on the order').fill('not kept')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText("This device couldn't keep your last changes.")
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stay here' }).click()
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.evaluate(working => Object.assign(IDBObjectStore.prototype, { put: working }), put)
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('link', { name: 'Continue your order' }).click()
  await expect(page.getByLabel('Note on the order')).toHaveValue('not kept')
})

test('changes to a rejected order are kept while it still needs attention', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.route('**/api/app/push', async route => {
    const { items } = route.request().postDataJSON()
    const rejection = { code: 'price-changed', message: 'The price has changed.', field: 'lines.0' }
    const results = items.map(({ id }: { id: string }) => ({ id, outcome: 'rejected', rejection }))
    return route.fulfill({ json: { results } })
  })
  await takeOrder(page, 'as first taken')
  await expect(page.locator('.status-line')).toHaveText('1 needs attention')
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('link', { name: 'Open and fix' }).click()
  await page.getByLabel('Note on the order').fill('half fixed')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByText('Your changes to the order are kept. It still needs attention.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Continue your order' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('link', { name: 'Open and fix' }).click()
  await expect(page.getByLabel('Note on the order')).toHaveValue('half fixed')
})

test('J9 when another person signs in in a second tab, the first tab keeps its form as a draft of its author', async ({
  page,
  context,
  app,
  rep,
  addPerson,
}) => {
  const second = await addPerson()
  for (const person of [rep, second]) await giveTerritory(app, person)
  await signInToRepApp(page, rep)
  await fillOrder(page, 'of the first')
  const tab = await context.newPage()
  await tab.goto('/app/sync')
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Sign in to see your customers, products and orders.')).toBeVisible()
  await expect(page.getByLabel('Note on the order')).toHaveCount(0)
  await expect(page.locator('.over-title')).toHaveText('')

  await signInToRepApp(tab, second)
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(page.locator('.status-line')).toHaveText(/All sent/)
  await expect(page.getByRole('link', { name: 'Continue your order' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await expect(part(page, 'Account')).toContainText(second.username)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await signInToRepApp(tab, rep)
  await tab.getByRole('link', { name: 'Home', exact: true }).click()
  await tab.getByRole('link', { name: 'Continue your order' }).click()
  await expect(tab.getByLabel('Note on the order')).toHaveValue('of the first')
})
