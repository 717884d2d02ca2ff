import { expect } from '@playwright/test'
import { accentsOf } from '../../shared/colour/accents.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { makePng } from '../support/people/png.ts'
import { startTestApp, type TestApp } from '../support/servers/app.ts'

const desk = { width: 1180, height: 820 }

/** These settings change every page, so the tests use a server of their own. */
let own: TestApp
test.beforeAll(async () => {
  own = await startTestApp()
})
test.afterAll(() => own.stop())

const rgb = (colour: string) =>
  `rgb(${[1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16)).join(', ')})`

test('an administrator sets name, help line, words, colour and logo, which appear on every page', async ({
  elsewhere,
}) => {
  const page = await elsewhere({ baseURL: own.url, viewport: desk })
  const username = 'ava.admin@harbourvale.example'
  await openAdminSite(page, { username, password: own.passwordOf(username) })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await page.getByRole('textbox', { name: 'Organisation' }).fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Enter the name of the organisation.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Quay & Sons')
  await page.getByLabel('Help line').fill('Ask Jo.')
  await page.getByLabel('Words that add no strength to a password').fill('Quay\nBrackenthwaite')
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByLabel('Colour').fill('#ffd400')
  const { light, dark } = accentsOf('#ffd400')
  await expect(
    page.getByText(`#ffd400 is too light to read on white, so links and buttons are ${light.accent}`),
  ).toBeVisible()
  await expect(page.getByRole('group', { name: 'Preview' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await page.getByRole('link', { name: 'Roles' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The change is now')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Quay & Sons')

  const file = { name: 'logo.png', mimeType: 'image/png' }
  await page.getByLabel('Logo file').setInputFiles({ ...file, buffer: Buffer.from('<svg/>') })
  await expect(page.getByRole('alert')).toContainText("This picture can't be read")
  await page.getByLabel('Logo file').setInputFiles({ ...file, buffer: makePng(64, 32) })
  await expect(page.getByAltText('The current logo')).toBeVisible()
  await expect(page.getByText('The new logo is on every page.')).toBeVisible()
  await page.mouse.move(0, 0)
  // The admin site takes the new colour without a reload.
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCSS('background-color', rgb(light.accent))
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCSS('background-color', rgb(dark.accent))
  await expectAccessible(page)

  for (const colorScheme of ['light', 'dark'] as const) {
    const visitor = await elsewhere({ baseURL: own.url, colorScheme })
    await visitor.goto('/sign-in')
    await expect(visitor.getByText('Ask Jo.')).toBeVisible()
    await expect(visitor.locator('.brand')).toContainText('Quay & Sons')
    await expect(visitor.locator('img.logo')).toHaveJSProperty('naturalWidth', 64)
    const { accent } = colorScheme === 'light' ? light : dark
    await expect(visitor.getByRole('button', { name: 'Sign in' })).toHaveCSS('background-color', rgb(accent))
    await expectAccessible(visitor)
  }
})

test('an administrator who may only read sees the settings and can change nothing', async ({ elsewhere }) => {
  const page = await elsewhere({ baseURL: own.url, viewport: desk })
  const { id: roleId } = await own.database.db
    .insertInto('roles')
    .values({
      name: 'Reader',
      users: 'read',
      subscription: 'none',
      retailers: 'none',
      products: 'none',
      orders: 'none',
      mail: 'none',
      audit: 'none',
      settings: 'read',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const username = 'dan.dual@harbourvale.example'
  await own.database.pool.query('update users set role_id = $1 where account_id = $2', [
    roleId,
    await own.accountId(username),
  ])
  await openAdminSite(page, { username, password: own.passwordOf(username) })
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByLabel('Help line')).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'What is counted' })).toContainText('Reset requests')
})

test('an administrator marks the network of an office and removes it again', async ({ elsewhere }) => {
  const page = await elsewhere({ baseURL: own.url, viewport: desk })
  const username = 'ava.admin@harbourvale.example'
  await openAdminSite(page, { username, password: own.passwordOf(username) })
  await page.goto('/admin/settings')
  const offices = page.getByRole('region', { name: 'Our offices' })
  await expect(offices).toContainText('No office is marked.')
  await offices.getByLabel('Network, such as').fill('0.0.0.0/0')
  await offices.getByLabel('Name of the office').fill('Leeds')
  await offices.getByRole('button', { name: 'Mark as our office' }).click()
  await expect(offices).toContainText('This range is too wide for an office')
  await offices.getByLabel('Network, such as').fill('203.0.113.7')
  await offices.getByRole('button', { name: 'Mark as our office' }).click()
  await expect(offices.getByRole('row', { name: 'Leeds' })).toContainText('203.0.113.7/32')
  await offices.getByRole('button', { name: 'Remove Leeds' }).click()
  await expect(offices).toContainText('No office is marked.')
})
