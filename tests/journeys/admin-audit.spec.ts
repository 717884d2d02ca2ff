import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { createCheckAudit } from '../../server/platform/audit/check-audit.job.ts'
import { createSealAudit } from '../../server/platform/audit/seal-audit.job.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { askForMail } from '../support/people/reset-steps.ts'

test.use({ viewport: { width: 1180, height: 820 } })

test('an administrator finds the events of one user, opens the user and downloads the events', async ({
  page,
  addPerson,
  rep,
}) => {
  const username = `auditor-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  await askForMail(page, rep.username)
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(`Signed in.*${username}`) }).first()).toBeVisible()

  await page.getByRole('combobox', { name: 'Person' }).fill(rep.username.slice(0, 6))
  await page.getByRole('option', { name: rep.username }).click()
  // The table may show rows of other users until the answer for this user arrives.
  await expect(page.getByRole('row', { name: /Reset requested/ })).toHaveCount(1)
  await expect(page.getByRole('row', { name: /Reset requested/ })).toContainText(rep.username)
  await expect(page.getByRole('row', { name: new RegExp(username) })).toBeHidden()
  await page.getByLabel('What happened').selectOption('Reset requested')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page).toHaveURL(/person=.*action=reset-asked/)
  await page.reload()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue(new RegExp(rep.username))
  await expectAccessible(page)

  await page.setViewportSize({ width: 1180, height: 820 })
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('audit.csv')
  expect(await readFile(await download.path(), 'utf8')).toContain(`"reset-asked","nobody"`)

  await page
    .getByRole('row', { name: /Reset requested/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Robin Marlow' })).toBeVisible()
  await page.getByRole('link', { name: 'All of it in the audit' }).click()
  await expect(page).toHaveURL(/\/audit\?person=/)
})

test('the audit page shows the last verification, an alarm about a changed row, and a message when there are no events', async ({
  page,
  addPerson,
  app,
}) => {
  const username = `verifier-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  const check = async () => {
    await createSealAudit(app.ground).sealAudit()
    app.clock.advance(25 * 3600)
    await createCheckAudit({ ...app.ground, ...app.actions })()
    app.clock.advance(-25 * 3600)
  }
  await openAdminSite(page, admin)
  await check()
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await expect(page.getByText(/^Verified .* none changed or removed/)).toBeVisible()
  await page.getByLabel('Last day').fill('2020-01-01')
  await expect(page.getByText('No matching events.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filters' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('Signed in')

  await app.database.pool.query(`begin; set local session_replication_role = replica;
    update audit_events set device = 'another' where id = (select event_id from audit_seals where place = 1); commit`)
  app.clock.advance(25 * 3600)
  await check()
  app.clock.advance(-25 * 3600)
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('Rows were changed or removed')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Acknowledge' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What happened').fill('A row was restored by hand from a backup.')
  await dialog.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(page.getByText(/nothing new found, \d+ acknowledged/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row').nth(1)).toContainText('A row was restored by hand from a backup.')
})
