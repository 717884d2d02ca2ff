import { expect, type Page } from '@playwright/test'
import type { Person } from './journey.ts'

/**
 * Opens the users of the admin site, signed in. The form is sent without its page: other journeys walk from the form to
 * the site.
 */
export async function openAdminSite(page: Page, { username, password }: Person): Promise<void> {
  const answer = await page.request.post('/sign-in', {
    form: { username, password },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(answer.status(), 'the sign-in').toBe(303)
  await page.goto('/admin/users')
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
}
