import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

test('by keyboard alone, an administrator adds a licence after seeing the change in words, and cannot go below those in use', async ({
  page,
  addPerson,
  app,
}) => {
  const username = `owner-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  await app.database.pool.query(
    `update licences set enabled = (select count(*) from users u join accounts a on a.id = u.account_id
     where user_type = 'dual' and has_licence and is_active) where user_type = 'dual'`,
  )
  await openAdminSite(page, admin)
  const press = async (name: string, role: 'button' | 'link' = 'button') => {
    await page.getByRole(role, { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Subscription', 'link')
  await page.getByRole('heading', { name: 'Subscription' }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await press('Manage Dual')
  const popup = page.getByRole('dialog', { name: 'Licences: Dual' })
  await expect(popup.getByRole('button', { name: 'One fewer' })).toBeDisabled()
  await press('One more')
  await expect(popup).toContainText('1 more than now.')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByLabel('Monthly cost of one').fill('19,50')
  await press('Save')
  await expect(popup).toBeHidden()
  await expect(page.getByRole('row', { name: /Dual/ })).toContainText('£19.50 each')
  await expect(page.getByText(new RegExp(`Dual from \\d+ to \\d+, one costs £19.50, by ${username}`))).toBeVisible()
})
