import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

test('J12 a rep sends a contact a password reset email, sees its destination and no secret', async ({
  page,
  context,
  app,
  rep,
}) => {
  await app.database.pool.query(
    `update retailers set territory_id = (select id from territories where name = 'Harbour') where account_number = 'HV1001'`,
  )
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await page.getByLabel('Search by name, account number or town').fill('HV1001')
  await page.locator('.list-of-links a').first().click()
  const send = page.getByRole('button', { name: /^Send password reset to / }).first()
  await send.click()
  await expect(page.getByText('Send an email to buyer@cornerstore.example?')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()

  await context.setOffline(true)
  await send.click()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByText('This needs a connection. Nothing was sent.')).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await send.click()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByText('An email is on its way to buyer@cornerstore.example.')).toBeVisible()
  const mail = await app.smtp.nextMail({ to: 'buyer@cornerstore.example' })
  expect(mail.text).toContain('/reset/')
  await expect(page.locator('main')).not.toContainText('/reset/')
})
