import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { signIn, submit } from '../support/people/reset-steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function changePassword(page: Page, typed: { current: string; first: string; second?: string }): Promise<void> {
  const { current, first, second = first } = typed
  await page.getByLabel('Current password').fill(current)
  await page.getByLabel('New password', { exact: true }).fill(first)
  await page.getByLabel('Confirm new password').fill(second)
  await page.getByRole('button', { name: 'Save New Password' }).click()
}

test('6.2.2 6.2.3 a user changes the password with the current one, and sees each error', async ({
  page,
  rep,
  elsewhere,
}) => {
  const other = await elsewhere()
  await signIn(other, rep)
  await signIn(page, rep)
  await expectAccessible(page)
  await changePassword(page, { current: 'not the password', first: goodPassword })
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/This isn't your current password/)
  await changePassword(page, { current: rep.password, first: 'Summer2024!' })
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(/too easy to guess/)
  await expectAccessible(page)
  await changePassword(page, { current: rep.password, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
  await expect(heading(page)).toHaveText('Your account')

  await other.reload()
  await expect(heading(other)).toHaveText('Sign in')
  await signIn(other, { ...rep, password: goodPassword })
  await expect(heading(other)).toHaveText('Your account')
})

test('J7 the account page shows the strength too', async ({ page, rep }) => {
  await signIn(page, rep)
  await page.getByLabel('New password', { exact: true }).fill('12345678')
  await expect(page.locator('.strength-word')).toHaveText('Poor')
  await expectAccessible(page)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('7.5.2 a user ends another session, and confirms the password if the sign-in is old', async ({
      page,
      app,
      rep,
      elsewhere,
    }) => {
      const [second, third] = [await elsewhere(), await elsewhere()]
      for (const tab of [second, third, page]) await signIn(tab, rep)
      await page
        .getByRole('button', { name: /^End session on/ })
        .first()
        .click()
      await expect(page.getByText('Session ended')).toBeVisible()
      await expect(page.getByRole('button', { name: /^End session on/ })).toHaveCount(1)

      app.clock.advance(11 * 60)
      await page.getByRole('button', { name: 'End all other sessions' }).click()
      await expect(heading(page)).toHaveText("Confirm that it's you")
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'End all other sessions' }).click()
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        /This isn't your current password/,
      )
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Password', { exact: true }).fill(rep.password)
      await page.getByRole('button', { name: 'End all other sessions' }).click()
      await expect(page.getByText('Session ended')).toBeVisible()
      await expect(page.getByRole('button', { name: /^End/ })).toHaveCount(0)
      for (const tab of [second, third]) {
        await tab.reload()
        await expect(heading(tab)).toHaveText('Sign in')
      }
    })
  })
}

test('the account page links back to the app for a user type with an app, and not for an administrator', async ({
  page,
  app,
  rep,
}) => {
  await signIn(page, rep)
  await expect(page.getByRole('link', { name: 'Back to the app' })).toHaveAttribute('href', '/app')
  await submit(page, 'Sign out')
  const username = 'ava.admin@harbourvale.example'
  await signIn(page, { username, password: app.passwordOf(username) })
  await expect(heading(page)).toHaveText('Your account')
  await expect(page.getByRole('link', { name: 'Back to the app' })).toHaveCount(0)
})
