import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/accounts/accounts.store.ts'
import { expectAccessible } from '../support/accessible.ts'
import { openAdminSite } from '../support/admin-site.ts'
import { test } from '../support/journey.ts'
import { askForMail } from '../support/reset-steps.ts'

test.use({ viewport: { width: 1180, height: 820 } })

test('an administrator sees that mail does not go out, and for whom it waits', async ({
  page,
  addPerson,
  app,
  rep,
}) => {
  const username = `postmaster-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  await app.smtp.goDown()
  await askForMail(page, rep.username)
  app.clock.advance(121)
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Mail', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Mail is not going out')
  await page.getByLabel('State').selectOption('waiting')
  await expect(page.getByRole('row', { name: new RegExp(rep.username) })).toContainText('Waiting')
  await expectAccessible(page)

  await app.smtp.comeUp()
  app.clock.advance(120)
  const countWaiting = async () =>
    (await app.database.pool.query("select 1 from mail_messages where state = 'waiting'")).rowCount
  await expect.poll(countWaiting).toBe(0)
  await page.getByLabel('State').selectOption('sent')
  await expect(page.getByRole('row', { name: new RegExp(rep.username) })).toContainText('Handed over')
  await expect(page.getByRole('alert')).toBeHidden()
})
