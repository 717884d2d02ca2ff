import { expect, type Page } from '@playwright/test'
import { noRights } from '../../shared/contract/rights.ts'
import { phone, test } from '../support/browsers/journey.ts'
import { fillSignIn, syncNow } from '../support/browsers/rep-app.ts'
import { readResetMail } from '../support/mails/reset-mail.ts'
import { addServiceToken } from '../support/people/administrators.ts'
import { csv } from '../support/people/imports.ts'
import { saveReset, submit } from '../support/people/reset-steps.ts'
import { startTestApp, type TestApp } from '../support/servers/app.ts'
import { callAsSystem } from '../support/servers/erp.ts'

const password = 'heron-tandem-gravel-58'
const admin = 'first.admin@quay.example'
const rep = 'robin.rep@quay.example'

let firm: TestApp
test.beforeAll(async () => {
  firm = await startTestApp({ isEmpty: true })
})
test.afterAll(() => firm.stop())

async function setUp(page: Page): Promise<void> {
  await page.goto((await firm.actions.makeSetUpLink()) ?? '')
  const fields = { Organisation: 'Quay & Sons', Username: admin, 'First name': 'Jo', Surname: 'Quay' }
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Confirm new password').fill(password)
  await submit(page, 'Set up')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await submit(page, 'Sign in')
  const data = { enabled: 2, monthlyPriceCents: 0 }
  const licences = await page.request.post('/api/subscription/device', { data, headers: sameOrigin })
  expect(licences.status()).toBe(200)
}

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

type Upload = { kind: string; lines: string[]; before?: (page: Page) => Promise<unknown> }

/** From the file to the result, as an administrator does it. */
async function importFile(page: Page, { kind, lines, before }: Upload): Promise<void> {
  await page.goto(`/admin/import?kind=${kind}`)
  const buffer = Buffer.from(csv(...lines))
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).waitFor()
  await before?.(page)
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import all rows' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('No row was left out.')
}

test('a firm starts from nothing: its data comes in by CSV, a rep sells offline, and the order reaches the ERP', async ({
  browser,
}) => {
  const office = await browser.newPage({ baseURL: firm.url, viewport: { width: 1280, height: 820 } })
  await setUp(office)

  const makeTerritories = (page: Page) => page.getByLabel('Territories that do not exist').selectOption('create')
  await importFile(office, {
    kind: 'products',
    lines: [
      'Product code,Product name,Category,Unit,Pack size,Price',
      'Q1,Elderflower cordial,Drinks > Soft drinks,case,12,4.80',
      'Q2,Rye rolls,Bakery,case,6,"2,05"',
    ],
  })
  await importFile(office, {
    kind: 'price-lists',
    lines: ['Price list;Product code;Minimum quantity;Price', 'Pubs;Q1;1;4,50', 'Pubs;Q1;12;4,20'],
  })
  await importFile(office, {
    kind: 'retailers',
    lines: [
      'Account number,Name,Territory,Type,Price list',
      'R1,The Anchor,Harbour,Pub,Pubs',
      'R2,Corner shop,Harbour,,',
    ],
    before: makeTerritories,
  })
  await importFile(office, {
    kind: 'users',
    lines: ['Username,First name,Surname,User type,Sales territories', `${rep},Robin,Marlow,device,Harbour`],
  })
  await office.getByRole('button', { name: 'Send the invitation now' }).click()

  const { path, code } = readResetMail(await firm.smtp.nextMail({ to: rep }))
  const tablet = await browser.newPage({ baseURL: firm.url, viewport: phone })
  await tablet.goto(path)
  await saveReset(tablet, { code, first: password })
  await expect(tablet.getByText('Sign in with your new password.')).toBeVisible()
  await tablet.goto('/app/sync')
  await tablet.getByRole('button', { name: /^Sign in/ }).click()
  await fillSignIn(tablet, { username: rep, password })
  await expect(tablet.locator('.status-line')).toHaveText(/^All sent$/)

  await tablet.context().setOffline(true)
  await tablet.getByRole('link', { name: 'Retailers', exact: true }).click()
  await tablet.getByRole('link', { name: /The Anchor/ }).click()
  await tablet.getByRole('link', { name: 'New order' }).click()
  await tablet.getByLabel('Add a product by name, code or barcode').fill('elderflower')
  await tablet.getByRole('button', { name: /^Add / }).first().click()
  await tablet.getByLabel('Note on the order').fill('first of the firm')
  await tablet.getByRole('button', { name: 'Save order' }).click()
  await expect(tablet.getByText(/^Saved on this device\./)).toBeVisible()
  await tablet.context().setOffline(false)
  await syncNow(tablet)
  await expect(tablet.locator('.status-line')).toHaveText(/^All sent/)

  await office.goto('/admin/orders')
  await office
    .getByRole('row', { name: /The Anchor/ })
    .getByRole('link')
    .first()
    .click()
  await office.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(office.getByRole('table', { name: 'History' })).toContainText('Confirmed')

  const token = await addServiceToken(firm, { ...noRights, orders: 'read' })
  const { body } = await callAsSystem(firm, 'GET /orders', { token })
  expect(body.orders).toMatchObject([
    {
      ...{ accountNumber: 'R1', orderedBy: rep, status: 'confirmed', note: 'first of the firm', totalCents: 450 },
      lines: [{ code: 'Q1', quantity: 1, priceCents: 450 }],
    },
  ])
  await office.context().close()
  await tablet.context().close()
})
