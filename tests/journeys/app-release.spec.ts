import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp, syncNow, takeOrder } from '../support/browsers/rep-app.ts'

const line = (page: Page) => page.locator('.status-line')
const wide = { viewport: { width: 1180, height: 820 } }

test('J9 14.3.1 unsent orders of a deactivated user are sent after an administrator releases them, and wait for a decision', async ({
  page,
  context,
  app,
  addPerson,
  elsewhere,
}) => {
  const username = `office-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  const name = { givenName: 'Tove', familyName: 'Ashdown' }
  const rep = await addPerson({ ...name, username: `tove-${process.pid}@harbourvale.example` })
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await context.setOffline(true)
  for (const note of ['release 1', 'release 2']) await takeOrder(page, note)
  const accountId = await app.accountId(rep.username)
  await app.actions.deactivateUser({ accountId, authority: { actor: 'command-line' } })
  await context.setOffline(false)
  await syncNow(page)
  await expect(line(page)).toHaveText('Sign in again (your account was deactivated)')
  await expect(page.getByText('Orders: 2 ·')).toBeVisible()
  await expect(page.getByRole('region', { name: 'On this device' })).toContainText('Retailers0 of 0')
  await page.getByRole('button', { name: 'Export unsent orders' }).click()
  await expect(page.getByText('Your unsent orders are hidden')).toBeVisible()
  await page.getByRole('link', { name: 'See each' }).click()
  await expect(
    page.getByText(
      'This device no longer shows your customers: your account was deactivated. 2 unsent items stay on this device.',
    ),
  ).toBeVisible()
  await expectAccessible(page)

  const office = await elsewhere(wide)
  await openAdminSite(office, admin)
  await office.getByRole('link', { name: 'Waiting and rejected' }).click()
  await expect(office.getByRole('heading', { name: 'Waiting and rejected', level: 1 })).toBeVisible()
  await office.getByRole('button', { name: 'Release: Tove Ashdown' }).waitFor()
  await expectAccessible(office)
  await office.setViewportSize(wide.viewport)
  await office.getByRole('button', { name: 'Release: Tove Ashdown' }).click()
  await expectAccessible(office)
  await office.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(office.getByRole('status')).toContainText(`The unsent items of ${rep.username} are handed in`)

  await syncNow(page)
  await expect(page.getByText('Orders: 0 ·')).toBeVisible()
  await office.getByLabel('State').selectOption('released')
  const cards = office.getByRole('region', { name: /Order for .*, by Tove Ashdown/ })
  await expect(cards).toHaveCount(2)
  await expect(cards.filter({ hasText: 'release 1' })).toContainText(/Product.*Quantity.*Price.*£/s)
  await expectAccessible(office)
  await office.setViewportSize(wide.viewport)
  await cards
    .filter({ hasText: 'release 1' })
    .getByRole('button', { name: /^Accept/ })
    .click()
  await office.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(office.getByRole('status')).toContainText(/The item is accepted as O\d+/)
  await cards
    .filter({ hasText: 'release 2' })
    .getByRole('button', { name: /^Dismiss/ })
    .click()
  await office.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(office.getByRole('status')).toContainText('The item is dismissed. The server keeps a copy.')
  const { rows } = await app.database.pool.query('select note, account_id from orders where note like $1', ['release%'])
  expect(rows).toEqual([{ note: 'release 1', account_id: accountId }])
})
