import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

const search = (page: Page) => page.getByRole('searchbox')
const rows = (page: Page) => page.locator('.list-of-links a')
const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

test('the way back to a list keeps its search, and New order at Home is for the retailer of the visit', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await tab(page, 'Retailers').click()
  const name = (await rows(page).nth(2).locator('.row-title').textContent()) ?? ''
  await search(page).pressSequentially(name)
  await expect(rows(page)).toHaveCount(1)
  const open = async () => {
    await rows(page).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  const expectKept = async () => {
    await expect(search(page)).toHaveValue(name)
    await expect(rows(page)).toHaveCount(1)
  }
  await open()
  await page.locator('a.back').click()
  await expectKept()
  await open()
  await page.goBack()
  await expectKept()
  await page.reload()
  await expectKept()
  await open()
  await tab(page, 'Retailers').click()
  await expect(search(page)).toHaveValue('')
  await expect(rows(page).nth(3)).toBeVisible()

  await tab(page, 'Home').click()
  await expect(page.getByRole('link', { name: 'Another retailer' })).toHaveAttribute('href', '/app/retailers')
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('link', { name: `New order for ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New order' })).toBeVisible()
  await expect(page.locator('.over-title')).toHaveText(name)
  await search(page).pressSequentially('P0001')
  await page.getByRole('region', { name: 'Add products' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(search(page)).toHaveValue('P0001')
  await expect(page.getByRole('region', { name: 'Add products' }).getByRole('listitem').first()).toBeVisible()

  await tab(page, 'Products').click()
  await search(page).pressSequentially('P0001')
  await expect(page.getByText('P00010', { exact: false }).first()).toBeVisible()
  await tab(page, 'Home').click()
  await page.goBack()
  await expect(search(page)).toHaveValue('P0001')
})
