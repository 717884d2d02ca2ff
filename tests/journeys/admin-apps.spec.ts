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
  await popup.getByRole('checkbox', { name: 'Scan', exact: true }).check()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await popup.getByRole('button', { name: 'Save' }).click()
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const once = page.getByRole('alert', { name: 'Warehouse scan is connected.' })
  const secret = (await once.locator('pre').textContent()) ?? ''
  expect(secret).toHaveLength(43)
  await once.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(readClipboard).toBe(secret)
  await once.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByText(secret)).toHaveCount(0)
  const row = page.getByRole('row', { name: /Warehouse scan/ })
  await row.getByRole('button', { name: 'Make a new secret for Warehouse scan' }).click()
  await expect(page.getByRole('alert', { name: /Warehouse scan has a new secret/ }).locator('pre')).not.toHaveText(
    secret,
  )
  await row.getByRole('button', { name: 'End the old secret of Warehouse scan' }).click()
  await expect(page.getByText('The old secret of Warehouse scan no longer works.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy the configuration of Warehouse scan' }).click()
  await expect.poll(readClipboard).toContain(id)
  const copied = JSON.parse(await readClipboard())
  expect(copied).toMatchObject({
    issuer: `${app.url}/oidc`,
    client_id: id,
    token_endpoint_auth_method: 'client_secret_basic',
  })
  const device = await createAppDevice(app, { clientId: id, redirectUri: copied.redirect_uri })
  expect((await ask(app.visitor(), device)).html).toContain('Warehouse scan')

  await page.getByRole('button', { name: 'Remove Warehouse scan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('row', { name: new RegExp(id) })).toHaveCount(0)
  expect((await ask(app.visitor(), device)).status).toBe(400)
  expect(breaches, 'the contract checks forms without eval').toEqual([])
})
