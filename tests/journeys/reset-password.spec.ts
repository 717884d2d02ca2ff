import { expect } from '@playwright/test'
import { test } from '../support/journey.ts'
import { goodPassword, readResetMail } from '../support/reset-mail.ts'
import { saveReset } from '../support/reset-steps.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('J2 to J8: a rep who forgot the password saves a new one and signs in', async ({ page, app, rep }) => {
      await page.goto(`/sign-in?username=${encodeURIComponent(rep.username)}`)
      await expect(page.getByLabel('Username')).toHaveValue(rep.username)
      await expect(page.getByRole('button', { name: 'Reset password' })).toHaveCount(0)

      await page.getByLabel('Username').press('Enter')
      await page.getByRole('button', { name: 'Reset password' }).click()
      await expect(page.getByText(rep.username, { exact: true })).toBeVisible()
      await expect(
        page.getByRole('button', { name: 'Cancel' }).or(page.getByRole('link', { name: 'Cancel' })),
      ).toBeVisible()
      await page.getByRole('button', { name: 'OK' }).click()
      await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible()

      const { link, code } = readResetMail(await app.smtp.nextMail({ to: rep.username }))
      await page.goto(link)
      await saveReset(page, { code, first: goodPassword })
      await expect(page).toHaveURL('/sign-in')
      await expect(page.getByText('Password saved')).toBeVisible()
      await expect(page.getByLabel('Username')).toHaveValue(rep.username)

      await page.getByLabel('Password', { exact: true }).fill(goodPassword)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Back to the app' })).toBeVisible()
    })
  })
}
