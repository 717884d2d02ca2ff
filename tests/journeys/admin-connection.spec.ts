import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'

const administrator = { userType: 'admin', roleId: fullRightsRoleId } as const
test.use({ viewport: { width: 1280, height: 820 } })

const nameOf = (who: string) => `${who}-connection-${process.pid}@harbourvale.example`

test('without a connection a command fails, changes nothing and is never sent later', async ({
  page,
  context,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  const id = await app.accountId(person.username)
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${id}`)
  await page.getByRole('button', { name: 'Deactivate' }).click()
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await context.setOffline(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('No connection')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('status', { name: 'No connection' })).toBeVisible()
  await context.setOffline(false)
  // What waited for the connection is sent before this answer is shown.
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.goto(`/admin/users/${id}`)
  await expect(page.getByText('Can sign in', { exact: true })).toBeVisible()
  expect(sent).toEqual([])
})

test('an earlier list is dimmed while a search has no answer, and Try again finds the person', async ({
  page,
  addPerson,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin2') })
  const person = await addPerson({ username: nameOf('rep2') })
  await openAdminSite(page, admin)
  const found = page.locator('.found')
  await expect(found).toHaveAttribute('aria-busy', 'false')
  const answer = Promise.withResolvers<void>()
  await page.route('**/api/users?*', async route => {
    await answer.promise
    await route.abort()
  })
  await page.getByLabel('Search').fill(person.username)
  await expect(found).toHaveAttribute('aria-busy', 'true')
  await expect(found.locator('.found-earlier')).toHaveCSS('opacity', '0.55')
  answer.resolve()
  await expect(page.getByRole('alert')).toContainText("The server isn't answering")
  await expect(page.getByRole('table')).toBeHidden()
  await page.unroute('**/api/users?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toHaveText('1 user')
  await expect(found).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('alert')).toBeHidden()
})
