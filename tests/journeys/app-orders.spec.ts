import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import type { TestApp } from '../support/app.ts'
import { test } from '../support/journey.ts'
import { fillSignIn, giveTerritory, signInToRepApp, takeOrder } from '../support/rep-app.ts'
import { receiveReset, saveReset } from '../support/reset-steps.ts'

const newPassword = 'violet tractor hums softly'

/** The notes of the orders that arrived, once for each. */
async function arrived(app: TestApp, like: string): Promise<string[]> {
  const { rows } = await app.database.pool.query('select note from orders where note like $1 order by note', [like])
  return rows.map(({ note }) => note)
}

const line = (page: Page) => page.locator('.status-line')

test('J1 J9 orders that were taken offline, before and after a reset on another device, all arrive once', async ({
  page,
  context,
  app,
  rep,
  elsewhere,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await expect(page.getByText('Products: 40')).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(true)
  for (const note of ['journey 1', 'journey 2', 'journey 3']) await takeOrder(page, note)
  await expect(line(page)).toHaveText(/3 waiting \(no connection\)/)

  const { path, code } = await receiveReset(app, rep)
  const other = await elsewhere()
  await other.goto(path)
  await saveReset(other, { code, first: newPassword })
  await expect(other.getByText('Sign in with your new password.')).toBeVisible()
  await takeOrder(page, 'journey 4')
  expect(await arrived(app, 'journey%')).toEqual([])

  await context.setOffline(false)
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(line(page)).toHaveText(/Sign in again \(your password was changed\)/)
  await expect(page.getByText('Orders: 4 ·')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Reset password' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await fillSignIn(page, { ...rep, password: newPassword })
  await expect(line(page)).toHaveText(/All sent/)
  expect(await arrived(app, 'journey%')).toEqual(['journey 1', 'journey 2', 'journey 3', 'journey 4'])
})
