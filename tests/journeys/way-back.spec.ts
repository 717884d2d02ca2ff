import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { phone, test } from '../support/browsers/journey.ts'
import { fillSignIn, giveTerritory, signInToRepApp, takeOrder } from '../support/browsers/rep-app.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { receiveReset, saveReset } from '../support/people/reset-steps.ts'
import { createCountedUser, resetOnForm } from '../support/people/way-back.ts'

const line = (page: Page) => page.locator('.status-line')
const tablet = { width: 1024, height: 768 }

for (const [name, viewport] of Object.entries({ phone, tablet })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport })

    test('J1 to J9 from Reset password in the app to Home takes at most 9 taps, typing aside', async ({
      page,
      app,
      rep,
    }) => {
      await giveTerritory(app, rep)
      await signInToRepApp(page, rep)
      await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
      const user = createCountedUser(page)
      await user.tap(page.getByRole('link', { name: 'Reset password' }))
      await resetOnForm({ page, app, rep, user, newPassword: goodPassword }, true)
      await user.read('Home')
      expect(user.effort.taps).toBeLessThanOrEqual(9)
      await expect(line(page)).toHaveText(/All sent/)
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('J2 to J8 from the form with the username to the account takes at most 9 taps, typing aside', async ({
    page,
    app,
    rep,
  }) => {
    const user = createCountedUser(page)
    await page.goto(`/sign-in?${new URLSearchParams({ username: rep.username })}`)
    await resetOnForm({ page, app, rep, user, newPassword: goodPassword }, false)
    await user.read('Your account')
    expect(user.effort.taps).toBeLessThanOrEqual(9)
  })
})

test('the red line of the app is the button Sign in again, and the sign-in ends at Home', async ({
  page,
  app,
  rep,
  elsewhere,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await endSessionsByReset(app, rep, await elsewhere())
  await takeOrder(page, 'red line')
  const ended = page.getByRole('button', { name: 'Sign in again (your password was changed)' })
  await expect(ended).toBeVisible()
  await expectAccessible(page)
  await ended.click()
  await fillSignIn(page, { ...rep, password: goodPassword })
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(line(page)).toHaveText(/All sent/)
})

test('a reset that starts on the form of the app returns to the app, too', async ({ page, app, rep, elsewhere }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await endSessionsByReset(app, rep, await elsewhere())
  await takeOrder(page, 'form of the app')
  await page.getByRole('button', { name: /^Sign in again/ }).click()
  await expect(page.getByRole('button', { name: 'Reset password' })).toBeVisible()
  app.clock.advance(61)
  const { path, code } = await receiveReset(app, rep)
  await page.goto(path)
  await saveReset(page, { code, first: 'lantern-kettle-walrus-91' })
  await expect(page.getByText('Password saved')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('lantern-kettle-walrus-91')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(line(page)).toHaveText(/All sent/)
})

test('a sign-in that began in the app by a person of another type leads to the page that says so', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.getByRole('link', { name: 'Reset password' }).click()
  const ava = 'ava.admin@harbourvale.example'
  await page.getByLabel('Username').fill(ava)
  await page.getByLabel('Password', { exact: true }).fill(app.passwordOf(ava))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: "This isn't your app" })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in as someone else' })).toBeVisible()
})

test('Sync Status puts Sign in again and Reset password first when they are needed, and folds complete data', async ({
  page,
  app,
  rep,
  elsewhere,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  const parts = () => page.getByRole('region').evaluateAll(regions => regions.map(region => region.ariaLabel))
  await expect.poll(async () => (await parts()).indexOf('Account')).toBeGreaterThan(2)
  const device = page.getByRole('region', { name: 'On this device' })
  await expect(device).toContainText('Everything is downloaded')
  await expect(device.getByRole('progressbar')).toHaveCount(0)
  await device.getByText('Everything is downloaded').click()
  await expect(device.getByRole('progressbar').first()).toBeVisible()
  await endSessionsByReset(app, rep, await elsewhere())
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(line(page)).toHaveText(/Sign in again/)
  await expect.poll(async () => (await parts())[0]).toBe('Account')
  const controls = page.getByRole('region', { name: 'Account' }).locator('button, a')
  await expect(controls).toHaveText(['Sign in again', 'Reset password'])
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(1)
  await expectAccessible(page)
})

test('the app says three days before the end of the sign-in, and the account page names the device', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Sign-in ends soon' })).toHaveCount(0)
  // Offline and without a page, so that no answer corrects the device's clock, not even one that is on its way. Earlier
  // tests may have moved the clock of the server.
  await page.context().setOffline(true)
  await page.goto('about:blank')
  await page.clock.setFixedTime(app.clock.now().getTime() + 27.5 * 86_400_000)
  await page.goto('/app')
  await expect(page.getByRole('region', { name: 'Sign-in ends soon' })).toContainText('Sign in again before then.')
  await page.context().setOffline(false)
  await page.goto('/account')
  await expect(page.getByRole('listitem').filter({ hasText: 'The sales app' })).toContainText(/Browser on .+, since/)
})

/** Another device changes the password, which ends the sign-in of the app. */
async function endSessionsByReset(
  ...[app, rep, other]: [Parameters<typeof receiveReset>[0], { username: string }, Page]
) {
  const { path, code } = await receiveReset(app, rep)
  await other.goto(path)
  await saveReset(other, { code, first: goodPassword })
  await expect(other.getByText('Password saved')).toBeVisible()
}
