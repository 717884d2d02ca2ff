import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

test('an administrator adds, assigns, changes and removes a role, whose rights are described in words', async ({
  page,
  addPerson,
}) => {
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `keeper-${process.pid}@harbourvale.example`,
  })
  const name = `Helpdesk ${process.pid}`
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Roles' }).click()
  await page.getByRole('heading', { name: 'Roles' }).waitFor()
  await expect(page.getByRole('row', { name: /^Full rights/ })).toContainText('Always there')
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await page.getByRole('button', { name: 'New role' }).click()
  const popup = page.getByRole('dialog', { name: 'New role' })
  await popup.getByRole('button', { name: 'Save' }).click()
  await expect(popup).toContainText('Give the role a name.')
  await popup.getByLabel('Name').fill(name)
  await popup.getByLabel('Users').selectOption('Read and write')
  await popup.getByLabel('Mail').selectOption('Read')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await popup.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row).toContainText('Change Users. Read Mail')

  await page.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByLabel('Users').selectOption('Read')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('Read Users, Mail')
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status')).toContainText(`The role ${name} was removed.`)
  await expect(row).toHaveCount(0)
})
