import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'

test('J1 the installed app starts offline, says what needs a connection, and caches no sign-in page', async ({
  page,
  context,
}) => {
  const refusals: string[] = []
  page.on('console', message => message.text().includes('Content Security Policy') && refusals.push(message.text()))
  await page.goto('/app/sync')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(page.getByRole('heading', { name: 'Sync Status', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Reset password' })).toHaveAttribute('href', '/sign-in')
  await expectAccessible(page)
  await page.reload()
  await context.setOffline(true)
  await page.goto('/app/sync')
  await expect(page.locator('.status-line')).toHaveText('No one is signed in')
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText("The app can't sync until you sign in.")).toBeVisible()
  for (const [role, name, words] of [
    ['link', 'Reset password', 'A reset needs a connection.'],
    ['button', 'Sign in', 'Signing in needs a connection.'],
  ] as const) {
    await page.getByRole(role, { name }).click()
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(page.goto('/sign-in')).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  expect(refusals).toEqual([])
})
