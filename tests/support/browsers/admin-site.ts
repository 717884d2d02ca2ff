import type { Page } from '@playwright/test'
import type { Person } from './journey.ts'

/** Signs in on the account pages, opens the admin site from there, and then the users. */
export async function openAdminSite(page: Page, { username, password }: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Admin site' }).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  const burger = page.getByRole('button', { name: 'Open the menu' })
  if (await burger.isVisible()) await burger.click()
  await page.getByRole('navigation').getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
}
