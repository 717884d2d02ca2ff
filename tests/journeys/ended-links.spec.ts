import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { endings, wrongCodeFor } from '../support/people/ended-links.ts'
import { readNextReset, receiveReset, saveReset } from '../support/people/reset-steps.ts'

for (const [how, { heading, bring, signInComesNext = false }] of Object.entries(endings)) {
  test(`J11 a link that is ${how} says so, and one button sends a new email that works`, async ({ page, app, rep }) => {
    await page.goto(await bring(app, rep))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page).toHaveTitle(new RegExp(`^${heading}`))
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expectAccessible(page)

    if (signInComesNext) await expect(page.getByRole('main').locator('.button').first()).toHaveText('Sign in')
    await page.getByRole('button', { name: 'Send a new email' }).click()
    await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
    const { link, code } = await readNextReset(app, rep)
    await page.goto(link)
    await saveReset(page, { code, first: 'lantern-kettle-walrus-91' })
    await expect(page.getByText('Password saved')).toBeVisible()
  })
}

test('J11 five wrong codes end the link, and the right code is refused afterwards', async ({ page, app, rep }) => {
  const { path, code } = await receiveReset(app, rep)
  await page.goto(path)
  for (const left of ['4 tries are', '3 tries are', '2 tries are', 'One try is']) {
    await saveReset(page, { code: wrongCodeFor(code), first: goodPassword })
    await expect(page.getByLabel('Code')).toHaveAccessibleDescription(new RegExp(`${left} left`))
  }
  await saveReset(page, { code: wrongCodeFor(code), first: goodPassword })
  await expect(page.getByRole('heading', { name: 'Too many wrong codes' })).toBeVisible()
  const late = await app.visitor().post(path, { code, newPassword: goodPassword, confirmPassword: goodPassword })
  expect(late.heading).toBe('Too many wrong codes')
})

test('J11 a link that expires during typing says so on saving', async ({ page, app, rep }) => {
  const { path, code } = await receiveReset(app, rep)
  await page.goto(path)
  await expect(page.getByText('Link and code work for another 10 minutes.')).toBeVisible()
  app.clock.advance(10 * 60)
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
})

test('two live emails each work with their own code, and saving a password ends both', async ({ page, app, rep }) => {
  const older = await receiveReset(app, rep)
  app.clock.advance(61)
  const newer = await receiveReset(app, rep)
  await page.goto(older.path)
  if (newer.code !== older.code) {
    await saveReset(page, { code: newer.code, first: goodPassword })
    await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/Use the code from the same email/)
  }
  await saveReset(page, { code: older.code, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
  await page.goto(newer.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The password has been changed')
})

test('a truncated or invented link says that it is not valid and what to do', async ({ page, app, rep }) => {
  const { path } = await receiveReset(app, rep)
  for (const address of [path.slice(0, -3), `/reset/${'A'.repeat(43)}`, '/objection/abc']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText("We don't recognise this link")
    await expect(page.getByRole('link', { name: 'Go to sign in' })).toBeVisible()
  }
  await expectAccessible(page)
})

test('an account deactivated in the meantime says why no password can be saved', async ({ page, app, rep }) => {
  const { path, code } = await receiveReset(app, rep)
  const { db } = app.ground
  await db.updateTable('accounts').set({ is_active: false }).where('username', '=', rep.username).execute()
  await page.goto(path)
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByRole('heading', { name: "This account can't sign in" })).toBeVisible()
  await expect(page.getByText('It is deactivated')).toBeVisible()
  await expectAccessible(page)
})
