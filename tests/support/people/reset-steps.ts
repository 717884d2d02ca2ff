import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../browsers/journey.ts'
import { readResetMail } from '../mails/reset-mail.ts'
import type { TestApp } from '../servers/app.ts'

/** Enters a username and presses Enter: the script asks for the option, or the form without scripts. */
export async function enterUsername(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Username').press('Enter')
}

export async function askForOption(page: Page, username: string): Promise<void> {
  await enterUsername(page, username)
  await expect(page.getByRole('button', { name: 'Reset password' })).toBeVisible()
}

/** Goes from the sign-in page through the popup to the page after OK. */
export async function askForMail(page: Page, username: string): Promise<void> {
  await askForOption(page, username)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
}

/** Gets a new reset email in the shortest way. */
export async function receiveReset(app: TestApp, { username }: Pick<Person, 'username'>) {
  await app.visitor().post('/reset', { username })
  return readNextReset(app, { username })
}

/** The next reset email, ignoring other emails. */
export async function readNextReset(app: TestApp, { username }: Pick<Person, 'username'>) {
  let mail = await app.smtp.nextMail({ to: username })
  while (mail.subject !== 'Reset your password') mail = await app.smtp.nextMail({ to: username })
  await waitForRecord(app, username)
  return readResetMail(mail)
}

/** The lifetime of a link begins when its delivery is recorded, a moment after the email can be read. */
async function waitForRecord({ ground: { db } }: TestApp, recipient: string): Promise<void> {
  const listWaiting = () =>
    db
      .selectFrom('mail_messages')
      .select('id')
      .where('recipient', '=', recipient)
      .where('state', '=', 'waiting')
      .execute()
  await expect.poll(listWaiting, { intervals: [10] }).toEqual([])
}

export type NewPassword = { code: string; first: string; second?: string }

export async function fillReset(page: Page, { code, first, second = first }: NewPassword): Promise<void> {
  await page.getByLabel('Code').fill(code)
  await page.getByLabel('New password', { exact: true }).fill(first)
  await page.getByLabel('Confirm new password').fill(second)
}

export async function saveReset(page: Page, typed: NewPassword): Promise<void> {
  await fillReset(page, typed)
  await page.getByRole('button', { name: 'Save New Password' }).click()
}

export async function signIn(page: Page, { username, password }: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await submit(page, 'Sign in')
}

/** Presses the button and waits for the next page: with scripts, the form is sent only after a check of the connection. */
export async function submit(page: Page, name: string): Promise<void> {
  const next = page.waitForEvent('framenavigated', { predicate: frame => frame === page.mainFrame() })
  await page.getByRole('button', { name, exact: true }).click()
  await next
  await page.waitForLoadState()
}

/** Clicks at the position of the button without waiting for the result, like an impatient user. */
export async function tap(button: Locator, { times }: { times: number }): Promise<void> {
  const box = await button.boundingBox()
  if (!box) throw new Error('There is nothing to tap on')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  for (let time = 0; time < times; time++) await button.page().mouse.click(x, y)
}
