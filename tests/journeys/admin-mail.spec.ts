import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/accounts/accounts.store.ts'
import { expectAccessible } from '../support/accessible.ts'
import { openAdminSite } from '../support/admin-site.ts'
import { test } from '../support/journey.ts'

test.use({ viewport: { width: 1180, height: 820 } })

test('an administrator sees that mail does not go out, and what the mail server said', async ({
  page,
  addPerson,
  app,
}) => {
  const username = `postmaster-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  const waiting = `waiting-${process.pid}@harbourvale.example`
  await app.database.pool.query(
    `insert into mail_messages (kind, recipient, state, attempts, last_answer, created_at, deliver_by)
     values ('reset', $1, 'waiting', 3, '451 greylisted', $2, $3)`,
    [waiting, new Date(app.clock.now().getTime() - 300_000), new Date(app.clock.now().getTime() + 3_000_000)],
  )
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Mail', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('waiting for 5 minutes')
  await page.getByLabel('State').selectOption('waiting')
  await expect(page.getByRole('row', { name: new RegExp(waiting) })).toContainText('451 greylisted')
  await expectAccessible(page)
  await app.database.pool.query('delete from mail_messages where recipient = $1', [waiting])
})
