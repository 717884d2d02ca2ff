import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { test } from '../support/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/rep-app.ts'

const line = (page: Page) => page.locator('.status-line')
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('Sync Status has its parts in their order, each with what it says', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await page.goto('/app/sync')
  await expect(line(page)).toHaveText('Nobody is signed in')
  await signInToRepApp(page, rep)
  const names = await page.getByRole('region').evaluateAll(regions => regions.map(region => region.ariaLabel))
  expect(names).toEqual(['Last sync', 'Waiting to upload', 'On this device', 'Account', 'Device', 'Tools'])
  await expect(part(page, 'Last sync')).toContainText(
    /All sentLast complete syncjust now, \d\d:\d\d.*complete.*in [45] min/,
  )
  await expect(part(page, 'On this device').getByRole('progressbar')).toHaveCount(7)
  await expect(part(page, 'Account')).toContainText(rep.username)
  await expect(part(page, 'Account')).toContainText(`${new URL(app.url).host}User typeDeviceSigned in until`)
  await expect(part(page, 'Device')).toContainText(
    /Storage used.*Storage free.*Protected from clean-up(?:yes|no)App version/,
  )
  await expect(part(page, 'Device')).toContainText(/NameBrowser on .*Device id[\da-f-]{36}Clockas the server/)
  await expectAccessible(page)
})

test('J1 a username without an e-mail address is told to ask the administrator, also after the sign-out', async ({
  page,
  app,
  addPerson,
}) => {
  const imported = await addPerson({ username: 'RMARLOW' })
  await giveTerritory(app, imported)
  await signInToRepApp(page, imported)
  await expect(part(page, 'Account')).toContainText('ask your administrator')
  await expect(page.getByRole('link', { name: 'Reset password' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(part(page, 'Account')).toContainText('ask your administrator')
})
