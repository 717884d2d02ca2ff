import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { noRights } from '../../shared/contract/rights.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { type Person, test } from '../support/browsers/journey.ts'
import { addRole } from '../support/people/administrators.ts'
import { askForMail } from '../support/people/reset-steps.ts'

test.use({ viewport: { width: 1180, height: 820 } })

async function openHome(page: Page, { username, password }: Person) {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Admin site' }).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
}

test('the home page shows the current state, and each number links to its list', async ({ page, addPerson, rep }) => {
  const username = `home-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  await askForMail(page, rep.username)
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page).toHaveTitle(/^Home/)
  await expect(page.getByRole('link', { name: /^Locked users\s*0/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Device licences\s*\d+ of \d+/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^From request to saved/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Sign-ins of each day\. .*Today: [1-9]/ })).toBeVisible()
  await page.getByText('The numbers of each day').last().click()
  const today = page.getByRole('table', { name: 'Requested of each day' }).getByRole('row').nth(1)
  await expect(today.getByRole('cell').nth(1)).toHaveText(/[1-9]/)
  await expectAccessible(page)

  await page.setViewportSize({ width: 1180, height: 820 })
  await page.getByRole('link', { name: /^Asked for/ }).click()
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Reset requested/ }).first()).toContainText(rep.username)
})

test('the home page shows what a limited role may read, and where to go if the role reads nothing', async ({
  page,
  elsewhere,
  addPerson,
  app,
}) => {
  const seats = await addRole(app, { ...noRights, subscription: 'read' })
  const nothing = await addRole(app, noRights)
  const name = (kind: string) => `${kind}-${process.pid}@harbourvale.example`
  await openHome(page, await addPerson({ userType: 'admin', roleId: seats, username: name('seats') }))
  await expect(page.getByRole('link', { name: /^Device licences/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /Sign-ins|Resets/ })).toBeHidden()

  const other = await elsewhere()
  await openHome(other, await addPerson({ userType: 'admin', roleId: nothing, username: name('nothing') }))
  await expect(other.getByText('Your role includes nothing')).toBeVisible()
  await expectAccessible(other)
})
