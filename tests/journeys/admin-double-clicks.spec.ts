import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'

test.use({ viewport: { width: 1180, height: 820 } })

test('two clicks before the button is drawn as busy send one command, and the next command is sent again', async ({
  page,
  addPerson,
}) => {
  const username = `double-${process.pid}@harbourvale.example`
  const admin = await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username })
  await openAdminSite(page, admin)
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  await page.getByRole('link', { name: 'Retailers' }).click()
  await page.getByRole('link', { name: 'New retailer' }).click()
  await page.getByLabel('Name').fill(`Double ${process.pid}`)
  await page.getByRole('textbox', { name: 'Account number' }).fill('HV1001')
  await clickTwice(page, 'Save')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('textbox', { name: 'Account number' }).fill(`DB${process.pid}`)
  await clickTwice(page, 'Save')
  await expect(page.getByRole('heading', { name: `Double ${process.pid}`, level: 1 })).toBeVisible()
  expect(sent.filter(path => path.endsWith('/retailers'))).toHaveLength(2)
})

/** Both clicks in one task: React can't draw between them, as on the slowest computer. */
async function clickTwice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
}
