import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { watchNetwork } from '../support/browsers/network-watch.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { wrongCodeFor } from '../support/people/ended-links.ts'
import { fillReset, receiveReset, saveReset, signIn } from '../support/people/reset-steps.ts'

const code = (page: Page) => page.getByLabel('Code')
const first = (page: Page) => page.getByLabel('New password', { exact: true })
const second = (page: Page) => page.getByLabel('Confirm new password')
const save = (page: Page) => page.getByRole('button', { name: 'Save New Password' })

test('J8 a wrong code costs none of the passwords: correcting the code and saving is enough', async ({
  page,
  app,
  rep,
}) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  await saveReset(page, { code: wrongCodeFor(digits), first: goodPassword })
  await expect(code(page)).toHaveAccessibleDescription(/4 tries are left/)
  await expect(page.getByRole('alert')).toBeFocused()
  for (const field of [first(page), second(page)]) await expect(field).toHaveValue(goodPassword)
  await code(page).fill(digits)
  await save(page).click()
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByRole('status').getByText('Password saved')).toBeVisible()
  await expect(page.getByLabel('Username')).toHaveValue(rep.username)
})

test('J8 two passwords that differ are never sent, and both stay', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  const sent = watchNetwork(page)
  await saveReset(page, { code: digits, first: goodPassword, second: 'wombat' })
  await expect(second(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('alert').getByRole('link')).toContainText("The two passwords don't match")
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
  await expect(first(page)).toHaveValue(goodPassword)
  await second(page).fill(goodPassword)
  await save(page).click()
  await expect(page.getByText('Password saved')).toBeVisible()
})

test('a save without a connection stays on the page, keeps every field and works afterwards', async ({
  page,
  app,
  rep,
}) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  await page.context().setOffline(true)
  await saveReset(page, { code: digits, first: goodPassword })
  await expect(page.getByRole('alert')).toContainText('What you typed is still here')
  await page.context().setOffline(false)
  await expect(code(page)).toHaveValue(digits)
  await save(page).click()
  await expect(page.getByText('Password saved')).toBeVisible()
})

test('J8 the fifth wrong code shows the page of the ended link, whose button works', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  await fillReset(page, { code: wrongCodeFor(digits), first: goodPassword })
  for (const left of ['4 tries', '3 tries', '2 tries', 'One try']) {
    await save(page).click()
    await expect(code(page)).toHaveAccessibleDescription(new RegExp(left))
  }
  await save(page).click()
  await expect(page.getByRole('heading', { name: 'Too many wrong codes' })).toBeFocused()
  await expect(page).toHaveTitle(/^Too many wrong codes/)
  await page.getByRole('button', { name: 'Send a new email' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
})

test('a wrong current password on Your account keeps the new passwords', async ({ page, rep }) => {
  await signIn(page, rep)
  await page.getByLabel('Current password').fill('not the password')
  await first(page).fill(goodPassword)
  await second(page).fill(goodPassword)
  await save(page).click()
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await expect(second(page)).toHaveValue(goodPassword)
  await page.getByLabel('Current password').fill(rep.password)
  await save(page).click()
  await expect(page.getByText('All your other sessions have ended.')).toBeVisible()
})

test('the Next key leads from field to field, and the last key saves', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  const hints = [code(page), first(page), second(page)].map(field => field.getAttribute('enterkeyhint'))
  expect(await Promise.all(hints)).toEqual(['next', 'next', 'done'])
  for (const field of [first(page), second(page)])
    await expect(field).toHaveAttribute('passwordrules', 'minlength: 12;')
  await code(page).click()
  await page.keyboard.type(digits)
  await page.keyboard.press('Enter')
  await page.keyboard.type(goodPassword)
  await page.keyboard.press('Enter')
  await expect(second(page)).toBeFocused()
  await page.keyboard.type(goodPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Password saved')).toBeVisible()
})

test('a sign-in and OK without a connection stay on our page and work afterwards', async ({ page, rep }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(rep.username)
  await page.getByLabel('Password', { exact: true }).fill(rep.password)
  await expect(page.getByRole('button', { name: 'Reset password' })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('No answer from the server')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(rep.password)
  await page.getByRole('button', { name: 'Reset password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'OK' }).click()
  await expect(dialog.getByRole('alert')).toContainText('No answer from the server')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})
