import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { ask, createAppDevice } from '../support/servers/app-sign-in.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk, permissions: ['clipboard-read', 'clipboard-write'] })

test('an administrator connects an app, copies its configuration and removes it', async ({ page, addPerson, app }) => {
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `connector-${process.pid}@harbourvale.example`,
  })
  const id = `scan-${process.pid}`
  const breaches: string[] = []
  await page.exposeFunction('noteBreach', (directive: string) => breaches.push(directive))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(globalThis, 'noteBreach')(`${violatedDirective} ${blockedURI}`)
    })
  })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Apps' }).click()
  await expect(page.getByRole('row', { name: /fieldkey-app/ })).toContainText('Always there')
  await expect(page.getByText(`${app.url}/oidc/.well-known/openid-configuration`)).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await page.getByRole('button', { name: 'Connect an app' }).click()
  const popup = page.getByRole('dialog', { name: 'Connect an app' })
  await popup.getByRole('button', { name: 'Save' }).click()
  await expect(popup).toContainText('Choose at least one user type that the app admits, such as device.')
  await popup.getByLabel('Name that people see').fill('Warehouse scan')
  await popup.getByLabel('Client id, such as warehouse-scan').fill(id)
  await popup.getByLabel('Redirect URI, compared exactly').fill('https://scan.example/back')
  await popup.getByRole('checkbox', { name: 'Scan' }).check()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await popup.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toContainText('Warehouse scan is connected.')
  await page.getByRole('button', { name: 'Copy the configuration of Warehouse scan' }).click()
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(readClipboard).toContain(id)
  const copied = JSON.parse(await readClipboard())
  expect(copied).toMatchObject({ issuer: `${app.url}/oidc`, client_id: id, dpop_bound_access_tokens: true })
  const device = await createAppDevice(app, { clientId: id, redirectUri: copied.redirect_uri })
  expect((await ask(app.visitor(), device)).html).toContain('Warehouse scan')

  await page.getByRole('button', { name: 'Remove Warehouse scan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('row', { name: new RegExp(id) })).toHaveCount(0)
  expect((await ask(app.visitor(), device)).status).toBe(400)
  expect(breaches, 'the contract checks forms without eval').toEqual([])
})
