import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { startTestApp, type TestApp } from '../support/servers/app.ts'

const password = 'heron-tandem-gravel-58'
const username = 'first.admin@quay.example'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })
    let empty: TestApp
    test.beforeAll(async () => {
      empty = await startTestApp({ isEmpty: true })
    })
    test.afterAll(() => empty.stop())

    test('the first administrator opens the link, sets Fieldkey up and signs in', async ({ page }) => {
      const link = (await empty.actions.makeSetUpLink()) ?? ''
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'Set up Fieldkey' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Set up' }).click()
      await expect(page.getByRole('heading', { name: '5 things to correct' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByLabel('Organisation').fill('Brackenthwaite & Sons')
      await page.getByLabel('Username').fill(username)
      await page.getByLabel('First name').fill('Jo')
      await page.getByLabel('Surname').fill('Featherstonehaugh')
      const fill = async (text: string) => {
        await page.getByLabel('New password', { exact: true }).fill(text)
        await page.getByLabel('Confirm new password').fill(text)
      }
      if (javaScriptEnabled) {
        // The other fields add no strength during typing, as on the server.
        await fill('Featherstonehaugh-Brackenthwaite')
        await expect(page.locator('.strength-word')).toHaveText(/Poor|Weak/)
        await page.getByLabel('Surname').fill('Quay')
        await page.getByLabel('Organisation').fill('Quay & Sons')
        await page.getByLabel('Organisation').blur()
        await expect(page.locator('.strength-word')).toHaveText(/Acceptable|Good|Excellent/)
      }
      await fill(password)
      await page.getByRole('button', { name: 'Set up' }).click()
      await expect(page.getByText('Fieldkey is set up', { exact: true })).toBeVisible()
      await expect(page.getByText('Need help? Ask your administrator.')).toBeVisible()
      await expect(page.getByLabel('Username')).toHaveValue(username)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('link', { name: 'Admin site' })).toBeVisible()

      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'Fieldkey is already set up' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}
