import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { enterUsername, signIn } from '../support/people/reset-steps.ts'

const option = (page: Page) => page.getByRole('button', { name: 'Reset password' })
const unknown = "We don't recognise that username. Check the spelling."
const noAddress = "This username isn't an email address"

/** Collects the usernames that the page asks the server about from now on. */
function watchQuestions(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('/sign-in/option')) asked.push(request.postDataJSON().username)
  })
  return asked
}

test.describe('J3 with scripts, the option', () => {
  test('appears when the field loses the focus, and takes no focus (3.2.2)', async ({ page, rep }) => {
    const asked = watchQuestions(page)
    await page.goto('/sign-in')
    await page.getByLabel('Username').fill(rep.username)
    await page.getByLabel('Username').press('Tab')
    await expect(option(page)).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
    expect(asked).toEqual([rep.username])
  })

  test('appears on Enter, which submits nothing while the password is empty', async ({ page, rep }) => {
    await enterUsername(page, rep.username)
    await expect(option(page)).toBeVisible()
    await expect(page).toHaveTitle(/^Sign in/)
    await expect(page.getByText('Forgotten your password?')).toBeHidden()
  })

  test('appears after a 600 ms pause with a complete address, and never for each key', async ({ page, rep }) => {
    const asked = watchQuestions(page)
    await page.clock.install()
    await page.goto('/sign-in')
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.getByLabel('Username').pressSequentially(rep.username)
    await page.clock.runFor(599)
    expect(asked).toEqual([])
    await page.clock.runFor(1)
    await expect(option(page)).toBeVisible()
    expect(asked).toEqual([rep.username])
  })

  test('is not requested during a pause with a name that is not an address', async ({ page }) => {
    const asked = watchQuestions(page)
    await page.clock.install()
    await page.goto('/sign-in')
    await page.getByLabel('Username').pressSequentially('HV1001')
    await page.clock.runFor(10_000)
    expect(asked).toEqual([])
    await page.getByLabel('Username').press('Tab')
    await expect(option(page)).toBeVisible()
    expect(asked).toEqual(['HV1001'])
  })

  test('is not requested for a username in the URL until the user moves on', async ({ page, rep }) => {
    const asked = watchQuestions(page)
    await page.clock.install()
    await page.goto(`/sign-in?username=${encodeURIComponent(rep.username)}`)
    await expect(page.getByLabel('Username')).toHaveValue(rep.username)
    await page.clock.runFor(10_000)
    expect(asked).toEqual([])
    await page.getByRole('heading', { name: 'Sign in' }).click()
    await expect(option(page)).toBeVisible()
    expect(asked).toEqual([rep.username])
  })

  test('appears immediately after a visit from our own pages with the username filled in, without a tap', async ({
    page,
    rep,
  }) => {
    const asked = watchQuestions(page)
    await page.goto('/sign-in')
    // The same navigation as from the app or from Cancel: Sec-Fetch-Site is same-origin.
    await page.evaluate(username => location.assign(`/sign-in?${new URLSearchParams({ username })}`), rep.username)
    await expect(option(page)).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
    expect(asked).toEqual([rep.username])
  })

  test('is not requested on opening by a page of another origin', async ({ page, rep, app }) => {
    const asked = watchQuestions(page)
    await page.clock.install()
    // localhost and 127.0.0.1 are different sites.
    await page.goto(`${app.url.replace('localhost', '127.0.0.1')}/favicon.svg`)
    const address = `${app.url}/sign-in?username=${encodeURIComponent(rep.username)}`
    await page.evaluate(href => location.assign(href), address)
    await expect(page.getByLabel('Username')).toHaveValue(rep.username)
    await page.clock.runFor(10_000)
    expect(asked).toEqual([])
  })

  for (const { how, use } of [
    { how: 'a tap in the username itself', use: (page: Page) => page.getByLabel('Username').click() },
    { how: 'a tap on the page', use: (page: Page) => page.mouse.click(5, 500) },
    { how: 'a key', use: (page: Page) => page.keyboard.press('Shift') },
  ]) {
    test(`appears for a prefilled username with ${how}`, async ({ page, rep }) => {
      await page.goto(`/sign-in?username=${encodeURIComponent(rep.username)}`)
      await expect(option(page)).toHaveCount(0)
      await use(page)
      await expect(option(page)).toBeVisible()
    })
  }

  test('disappears when the name changes and returns with it, without a second request', async ({ page, rep }) => {
    const asked = watchQuestions(page)
    await page.clock.install()
    await enterUsername(page, rep.username)
    await expect(option(page)).toBeVisible()
    // On a slow machine, the time between the two keys would be a pause that asks.
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.getByLabel('Username').press('Backspace')
    await expect(option(page)).toBeHidden()
    await page.getByLabel('Username').press('e')
    await expect(option(page)).toBeVisible()
    expect(asked).toEqual([rep.username])
  })

  test('is absent for an unknown username', async ({ page }) => {
    const answered = page.waitForResponse('**/sign-in/option')
    await enterUsername(page, 'nobody@harbourvale.example')
    expect(await (await answered).json()).toEqual({ option: 'none' })
    await expect(page.getByRole('status').getByText(unknown)).toBeVisible()
    await expect(option(page)).toHaveCount(0)
  })

  test('gives no advice about a half-typed name, neither in a pause nor when the keyboard is hidden', async ({
    page,
  }) => {
    const region = page.locator('#reset-option')
    await page.goto('/sign-in')
    const answered = page.waitForResponse('**/sign-in/option')
    await page.getByLabel('Username').pressSequentially('half.typed@harbourvale.ex')
    await answered
    await expect(region).toBeEmpty()
    await page.getByLabel('Username').fill('half.ty')
    const asked = watchQuestions(page)
    await page.getByLabel('Username').blur()
    await page.mouse.click(5, 500)
    await expect(region).toBeEmpty()
    expect(asked).toEqual([])
    await page.getByLabel('Password', { exact: true }).click()
    await expect(region).toContainText('Is it your complete username?')
    await page.getByLabel('Username').pressSequentially('p')
    await expect(region).toBeEmpty()
  })

  test('is a fixed text for JSMITH, and for any name that is not an address', async ({ page }) => {
    for (const username of ['JSMITH', 'nobody-is-called-so']) {
      await enterUsername(page, username)
      await expect(page.getByRole('status').getByText(noAddress)).toBeVisible()
      await expect(page.getByText('Ask your administrator to change it to one')).toBeVisible()
      await expect(page.getByRole('status').getByText('+44 1632 960 100')).toBeVisible()
      await expect(option(page)).toHaveCount(0)
    }
  })

  test('4.1.3 appears in a status region that existed before', async ({ page, rep }) => {
    await page.goto('/sign-in')
    await expect(page.locator('#reset-option[role=status][aria-atomic=true]')).toBeEmpty()
    await enterUsername(page, rep.username)
    await expect(page.getByRole('status').getByRole('button', { name: 'Reset password' })).toBeVisible()
  })
})

test.describe('J3 without scripts, the option', () => {
  test.use({ javaScriptEnabled: false })

  test('answers Sign in with an empty password, which counts as no failure', async ({ page, rep }) => {
    for (let time = 0; time < 7; time++) await enterUsername(page, rep.username)
    await expect(option(page)).toBeFocused()
    await expect(page).toHaveTitle(/^Sign in/)
    await signIn(page, rep)
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  })

  test('is one tap away, also when a browser has filled in a password', async ({ page, rep }) => {
    await page.goto(`/sign-in?username=${encodeURIComponent(rep.username)}`)
    await page.getByLabel('Password', { exact: true }).fill('an old password')
    await page.getByRole('button', { name: 'Forgotten your password?' }).click()
    await expect(option(page)).toBeFocused()
    await expect(page).toHaveTitle(/^Sign in/)
  })

  test('appears with the form after a wrong password, by the same rule', async ({ page, rep }) => {
    await signIn(page, { ...rep, password: 'not the password' })
    await expect(option(page)).toBeVisible()
    await signIn(page, { username: 'nobody@harbourvale.example', password: 'not the password' })
    await expect(page.getByText("username and password don't match")).toBeVisible()
    await expect(option(page)).toHaveCount(0)
  })

  test('is absent for an unknown username, and is a text for JSMITH', async ({ page }) => {
    await enterUsername(page, 'nobody@harbourvale.example')
    await expect(page.getByLabel('Username')).toHaveAccessibleDescription(`Error: ${unknown}`)
    await expect(option(page)).toHaveCount(0)
    await enterUsername(page, 'JSMITH')
    await expect(page.getByText(noAddress)).toBeVisible()
    await expect(option(page)).toHaveCount(0)
  })
})
