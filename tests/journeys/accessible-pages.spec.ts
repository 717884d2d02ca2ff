import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { askForOption, enterUsername, signIn } from '../support/people/reset-steps.ts'

const button = (name: string) => ['button', { name }] as const

for (const hasScripts of [true, false]) {
  test.describe(`axe finds no violation ${hasScripts ? 'with' : 'without'} the scripts of the page`, () => {
    // axe is a script itself, so the browser needs JavaScript: the scripts of the page are blocked instead.
    test.beforeEach(async ({ page }) => {
      if (!hasScripts) await page.route('**/*.js', route => route.abort())
    })

    test('on the sign-in page when empty, with an error, with the option and with the text', async ({ page, rep }) => {
      await page.goto('/sign-in')
      await expectAccessible(page)
      await page.getByRole(...button('Sign in')).click()
      await expect(page.getByText('Enter your username.').first()).toBeVisible()
      await expectAccessible(page)
      await askForOption(page, rep.username)
      await expectAccessible(page)
      await enterUsername(page, 'JSMITH')
      await expect(page.getByText('Ask your administrator')).toBeVisible()
      await expectAccessible(page)
      await signIn(page, { ...rep, password: 'not the password' })
      await expect(page.getByText("username and password don't match")).toBeVisible()
      await expectAccessible(page)
    })

    test('on the reset popup and on the page after OK', async ({ page, rep }) => {
      await askForOption(page, rep.username)
      await page.getByRole(...button('Reset password')).click()
      await expect(page.getByRole(...button('OK'))).toBeVisible()
      await expectAccessible(page)
      await page.getByRole(...button('OK')).click()
      await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
