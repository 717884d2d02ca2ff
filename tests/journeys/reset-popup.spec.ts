import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { askForMail, askForOption, enterUsername, signIn, submit, tap } from '../support/people/reset-steps.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Send a reset email to this address?' })
const option = (page: Page) => page.getByRole('button', { name: 'Reset password' })

/** Collects every request of the page that may change something. */
function watchPosts(page: Page): string[] {
  const posts: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname)
  })
  return posts
}

test('J4 the reset popup is a modal dialog with the address, Cancel and OK', async ({ page, rep }) => {
  await askForOption(page, rep.username)
  await option(page).click()
  await expect(dialog(page)).toBeVisible()
  expect(await dialog(page).evaluate(element => element.matches(':modal'))).toBe(true)
  await expect(dialog(page).getByText(rep.username, { exact: true })).toBeVisible()
  await expect(dialog(page).getByRole('button')).toHaveText(['Cancel', 'OK'])
})

test('2.1.2 the reset popup keeps the focus until it is answered', async ({ page, rep }) => {
  await askForOption(page, rep.username)
  await option(page).press('Enter')
  await expect(dialog(page)).toBeVisible()
  const stops = new Set<string>()
  for (let press = 0; press < 6; press++) {
    stops.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
    await page.keyboard.press('Tab')
    // The focus passes through the browser itself between the last and the first element.
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.localName)).toBeTruthy()
  }
  expect([...stops].filter(stop => ['OK', 'Cancel'].includes(stop)).sort()).toEqual(['Cancel', 'OK'])
  await expect(page.getByLabel('Username')).not.toBeFocused()
})

for (const how of ['Cancel', 'Escape']) {
  test(`J4 ${how} closes the reset popup, changes nothing and returns the focus`, async ({ page, app, rep }) => {
    const sent = app.smtp.received.length
    await askForOption(page, rep.username)
    const posts = watchPosts(page)
    await option(page).click()
    await expect(dialog(page)).toBeVisible()
    if (how === 'Cancel') await page.getByRole('button', { name: 'Cancel' }).click()
    else await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(option(page)).toBeFocused()
    await expect(page.getByLabel('Username')).toHaveValue(rep.username)
    expect(posts).toEqual([])
    expect(app.smtp.received.length).toBe(sent)
  })
}

test('J4 a contact sees the address masked on an unknown browser, and in full on a known one', async ({
  page,
  app,
}) => {
  await askForOption(page, 'HV1001')
  await option(page).click()
  await expect(dialog(page)).toContainText('b••••@c••••.example')
  await signIn(page, { username: 'HV1001', password: app.passwordOf('HV1001') })
  await submit(page, 'Sign out')
  await expect(page.getByText('Signed out', { exact: true })).toBeVisible()
  await askForOption(page, 'HV1001')
  await option(page).click()
  await expect(dialog(page)).toContainText('buyer@cornerstore.example')
})

test('J5 a second tap on OK sends nothing more', async ({ page, rep }) => {
  const posts = watchPosts(page)
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/reset', async route => {
    await held
    await route.continue()
  })
  await askForOption(page, rep.username)
  await option(page).click()
  await tap(page.getByRole('button', { name: 'OK' }), { times: 3 })
  release()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  expect(posts.filter(path => path === '/reset')).toHaveLength(1)
})

test('J5 neither Reload nor Back after OK sends a second email', async ({ page, app, rep }) => {
  await askForMail(page, rep.username)
  await app.smtp.nextMail({ to: rep.username })
  app.clock.advance(61)
  const posts = watchPosts(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Username')).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  expect(posts.filter(path => path === '/reset')).toEqual([])
})

test.describe('the reset popup without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('J4 is a page with the same two buttons, and Cancel changes nothing', async ({ page, app, rep }) => {
    const sent = app.smtp.received.length
    await askForOption(page, rep.username)
    await option(page).click()
    await expect(page.getByRole('heading', { name: 'Send a reset email to this address?' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'OK' })).toBeVisible()
    await page.getByRole('link', { name: 'Cancel' }).click()
    await expect(page.getByLabel('Username')).toHaveValue(rep.username)
    expect(app.smtp.received.length).toBe(sent)
  })

  test('J4 shows a contact the masked address', async ({ page }) => {
    await enterUsername(page, 'HV1001')
    await option(page).click()
    await expect(page.getByText('b••••@c••••.example')).toBeVisible()
  })
})
