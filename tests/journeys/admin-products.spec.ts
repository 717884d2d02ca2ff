import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { makePng } from '../support/people/png.ts'
import { addCategory, addProduct } from '../support/people/products.ts'

const desk = { width: 1280, height: 860 }
test.use({ viewport: desk })

const own = (what: string) => `${what}-${process.pid}`
const administrator = (name: string) => ({
  userType: 'admin' as const,
  roleId: fullRightsRoleId,
  username: `${own(name)}@harbourvale.example`,
})
const picture = (name: string, width = 60) => ({ name, mimeType: 'image/png', buffer: makePng(width, 60) })

async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])
}

test('an administrator adds a product, gives it pictures in order, and sees both versions after a change by someone else', async ({
  page,
  addPerson,
  app,
}) => {
  const code = own('TEA')
  await openAdminSite(page, await addPerson(administrator('products')))
  await page.getByRole('navigation').getByRole('link', { name: 'Products' }).click()
  await look(page)
  await page.getByRole('link', { name: 'New product' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter the code. Enter the name. Enter an amount, such as 4.20.')
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByLabel('Name').fill('Breakfast tea')
  await page.getByLabel('Base price').fill('4,20')
  await look(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Breakfast tea', level: 1 })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Details' })).toContainText('£4.20 net')

  const cards = page.getByRole('list', { name: 'Pictures' }).getByRole('listitem')
  await page.locator('input[type=file]').setInputFiles(picture('box.png', 61))
  await expect(cards).toHaveCount(1)
  await page
    .locator('input[type=file]')
    .setInputFiles([picture('open.png', 62), { ...picture('x.png'), buffer: Buffer.from('x') }])
  await expect(cards).toHaveCount(2)
  await expect(page.getByRole('alert')).toContainText("This picture can't be read")
  const second = await cards.nth(1).getByRole('img').getAttribute('src')
  await page.getByRole('button', { name: 'Earlier: Picture 2' }).click()
  await expect(cards.first().getByRole('img')).toHaveAttribute('src', second ?? '')
  await page.getByRole('button', { name: 'Edit text: Picture 1' }).click()
  await page.getByLabel('Text', { exact: true }).fill('The open box')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('img', { name: 'The open box' })).toBeVisible()
  await look(page)

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await app.database.pool.query('update products set price_cents = 500 where code = $1', [code])
  await page.getByLabel('Name').fill('Morning tea')
  await page.getByRole('button', { name: 'Save' }).click()
  const both = page.getByRole('table', { name: 'Both versions' })
  await expect(both.getByRole('row', { name: 'Base price' })).toContainText('5.00')
  await expect(both.getByRole('row', { name: 'Name' })).toContainText('Breakfast teaMorning tea')
  await look(page)
  await page.getByRole('button', { name: 'Use the other values' }).click()
  await expect(page.getByLabel('Base price')).toHaveValue('5.00')
  await page.getByLabel('Name').fill('Morning tea')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: `${code} is saved.` })).toBeVisible()

  await page.getByRole('link', { name: 'Back to all products' }).click()
  await page.getByLabel('Search').fill(code.toLowerCase())
  await expect(page.getByRole('row', { name: 'Morning tea' })).toContainText('£5.00')
})

test('many pictures are uploaded by product code, wait for the connection, and are answered one by one', async ({
  page,
  addPerson,
  app,
}) => {
  const code = own('MUG')
  await addProduct(app, code)
  await openAdminSite(page, await addPerson(administrator('bulk')))
  await page.getByRole('navigation').getByRole('link', { name: 'Products' }).click()
  await page.getByRole('link', { name: 'Upload pictures' }).click()
  await page.route('**/api/pictures?**', route => route.abort())
  await page
    .locator('input[type=file]')
    .setInputFiles([picture(`${code}.png`, 63), picture(`${code}_2.png`, 64), picture('NO-SUCH-CODE.png', 65)])
  await expect(page.getByText('Uploading goes on by itself')).toBeVisible()
  await look(page)
  await page.unroute('**/api/pictures?**')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByRole('status')).toHaveText('3 of 3 answered, 1 refused')
  const files = page.getByRole('table', { name: 'Files' })
  await expect(files.getByRole('row', { name: 'NO-SUCH-CODE.png' })).toContainText('There is no such product')
  await expect(files.getByRole('row', { name: `${code}_2.png` })).toContainText(`Picture 2 of ${code} is added.`)
  await look(page)
})

test('an administrator builds and sorts the tree of categories with the keyboard alone', async ({
  page,
  addPerson,
  app,
}) => {
  const [top, last] = [own('Drinks'), own('Snacks')]
  await addCategory(app, top)
  await addCategory(app, last)
  await openAdminSite(page, await addPerson(administrator('categories')))
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Categories' }).focus()
  await page.keyboard.press('Enter')
  const choose = async (category: string, item: string) => {
    await press(`Change ${category}`)
    // A menu takes the focus a moment after it opens, and would take it from the item.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null)).toBe(true)
    await page.getByRole('menuitem', { name: item }).focus()
    await page.keyboard.press('Enter')
  }
  for (const name of ['Tea', 'Juice']) {
    await choose(top, 'Add a category inside')
    await page.getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText(`${top} > ${name} is added.`)
  }
  const below = page.getByRole('list', { name: `In ${top}` }).getByRole('listitem')
  await expect(below).toHaveText([/^Tea/, /^Juice/])
  await press('Move up: Juice')
  await expect(below).toHaveText([/^Juice/, /^Tea/])
  await expect(page.getByRole('button', { name: 'Move down: Juice' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(below).toHaveText([/^Tea/, /^Juice/])
  await expect(page.getByRole('button', { name: 'Move up: Juice' })).toBeFocused()
  await look(page)

  await choose('Juice', 'Move into another category')
  await page.getByLabel('Category', { exact: true }).selectOption({ label: last })
  await look(page)
  await press('Move')
  await expect(page.getByRole('status')).toContainText(`${last} > Juice is moved.`)
  await choose('Juice', 'Delete')
  await press('Delete')
  await expect(page.getByRole('status')).toContainText(`${last} > Juice is deleted.`)
})
