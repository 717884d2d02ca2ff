import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { addRepWithRetailer, addVisit } from '../support/people/planning.ts'
import { addContact, addRetailer } from '../support/people/retailers.ts'

test('contacts are invited together: a preview with reasons, the emails, and the result of each person', async ({
  page,
  app,
  addPerson,
}) => {
  const ada = await addPerson({ username: 'ada@invite.example', userType: 'admin', roleId: fullRightsRoleId })
  const retailerId = await addRetailer(app, 'Invited Grocers')
  await addContact(app, { retailerId, givenName: 'Nell', email: 'nell@invited.example' })
  await addContact(app, { retailerId, givenName: 'Olu', email: 'olu@invited.example', passwordHash: 'x' })
  await openAdminSite(page, ada)
  await page.goto('/admin/contacts?search=invited+grocers')
  await page.getByRole('checkbox', { name: /^Select Nell/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Invite all 2 found' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invite 1 contact to the website?')
  await expect(page.getByRole('table', { name: 'Left out' })).toContainText('Has a password already')
  await expectAccessible(page)
  expect(app.smtp.received.some(({ to }) => to === 'nell@invited.example')).toBe(false)
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 contact invited')
  await expect.poll(() => app.smtp.received.filter(({ to }) => to === 'nell@invited.example').length).toBe(1)
  await page.goto('/admin/contacts?search=nell+invited')
  await page.getByRole('button', { name: /^Send website invite: Nell/ }).waitFor()
  await page.goto('/admin/contacts/invitations')
  await expect(page.getByRole('table', { name: 'Invitations' })).toContainText('1 of 2 contacts')
  await expectAccessible(page)
})

test('a visit moves to another day by the keyboard, by its menu and by dragging', async ({ page, app, addPerson }) => {
  const ada = await addPerson({ username: 'ada@visits.example', userType: 'admin', roleId: fullRightsRoleId })
  const rep = await addRepWithRetailer(app, 'Calendar Stores')
  const { rows } = await app.database.pool.query('select time_zone from organisation')
  await addVisit(app, rep, new Date('2026-05-05T10:00:00Z'))
  await openAdminSite(page, ada)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/admin/visits?rep=${rep.repId}&day=2026-05-06`)
  const visitOn = (day: string) =>
    page
      .getByRole('region', { name: day })
      .getByRole('button', { name: new RegExp(`^\\d\\d:00 Calendar Stores, ${day}`) })
  await visitOn('Tue 5 May').focus()
  await page.keyboard.press('ArrowRight')
  await expect(visitOn('Wed 6 May')).toBeFocused()
  await expect(page.getByText('Visit to Calendar Stores moved to Wed 6 May.')).toBeVisible()

  await page.getByRole('button', { name: /^Move: / }).click()
  await page.getByRole('menuitem', { name: 'Move to Fri 8 May' }).click()
  await expect(visitOn('Fri 8 May')).toBeVisible()

  await visitOn('Fri 8 May').dragTo(page.getByRole('region', { name: 'Mon 4 May' }))
  await expect(visitOn('Mon 4 May')).toBeVisible()
  const moved = await app.database.pool.query(
    `select to_char(at at time zone $2, 'YYYY-MM-DD') as day from visits where account_id = $1`,
    [rep.repId, rows[0].time_zone],
  )
  expect(moved.rows).toEqual([{ day: '2026-05-04' }])
  await expectAccessible(page)
})

test('targets are pasted from a spreadsheet and saved together', async ({ page, app, addPerson }) => {
  const ada = await addPerson({ username: 'ada@targets.example', userType: 'admin', roleId: fullRightsRoleId })
  const rep = await addRepWithRetailer(app)
  await openAdminSite(page, ada)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/admin/targets?year=2026&search=${rep.username.split('@')[0]}`)
  const field = (month: string) => page.getByLabel(`Robin Marlow, ${month}`)
  await field('Mar').evaluate(input => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '12,000\t9 500.50\n')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByRole('button', { name: 'Save 2 targets' }).click()
  await expect(page.getByText('Targets saved: 2.')).toBeVisible()
  await expect(field('Mar')).toHaveValue('12000')
  await expect(field('Apr')).toHaveValue('9500.50')
  await expectAccessible(page)
})
