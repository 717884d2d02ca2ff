import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { goodPassword, readResetMail } from '../support/mails/reset-mail.ts'
import { receiveObjection } from '../support/people/ended-links.ts'
import { askForOption, fillReset, signIn } from '../support/people/reset-steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const option = (page: Page) => page.getByRole('button', { name: 'Reset password' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('J2 to J8, J10: a rep resets a forgotten password without help', async ({ page, app, rep, elsewhere }) => {
      const forgottenTablet = await elsewhere()
      await signIn(forgottenTablet, rep)
      await expect(heading(forgottenTablet)).toHaveText('Your account')

      await page.goto(`/sign-in?username=${encodeURIComponent(rep.username)}`)
      await expect(page.getByLabel('Username')).toHaveValue(rep.username)
      await expect(option(page)).toHaveCount(0)

      await askForOption(page, rep.username)
      await option(page).click()
      await expect(page.getByText(rep.username, { exact: true })).toBeVisible()
      await page.getByRole(javaScriptEnabled ? 'button' : 'link', { name: 'Cancel' }).click()
      await expect(page.getByLabel('Username')).toHaveValue(rep.username)

      await askForOption(page, rep.username)
      await option(page).click()
      await page.getByRole('button', { name: 'OK' }).click()
      await expect(heading(page)).toHaveText('Check your email')

      const { link, code } = readResetMail(await app.smtp.nextMail({ to: rep.username }))
      expect(link).toMatch(new RegExp(`^${app.url}/reset/[\\w-]{43}$`))
      await page.goto(link)
      await fillReset(page, { code, first: goodPassword })
      if (javaScriptEnabled) await expect(page.locator('.strength-word')).toHaveText(/^(Acceptable|Good|Excellent)$/)
      await page.getByRole('button', { name: 'Save New Password' }).click()
      await expect(page).toHaveURL('/sign-in')
      await expect(page.getByRole('status').getByText('Password saved')).toBeVisible()
      await expect(page.getByLabel('Username')).toHaveValue(rep.username)

      await page.goto('/account')
      await expect(page, 'a reset signs no one in').toHaveURL('/sign-in')
      await forgottenTablet.reload()
      await expect(forgottenTablet, 'every other session ends').toHaveURL('/sign-in')
      await signIn(forgottenTablet, rep)
      await expect(forgottenTablet.getByText("username and password don't match")).toBeVisible()

      await signIn(page, { ...rep, password: goodPassword })
      await expect(heading(page)).toHaveText('Your account')
      await expect(page.getByRole('link', { name: 'Back to the app' })).toBeVisible()

      await page.goto(await receiveObjection(app, rep))
      await expect(heading(page)).toHaveText("Wasn't it you?")
      await page.getByRole('link', { name: 'It was me' }).click()
      await page.goto('/account')
      await expect(heading(page)).toHaveText('Your account')
    })
  })
}
