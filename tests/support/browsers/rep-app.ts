import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { TestApp } from '../servers/app.ts'
import type { Person } from './journey.ts'

/** The retailers of the demo's first territory. */
export async function giveTerritory(app: TestApp, { username }: Pick<Person, 'username'>): Promise<void> {
  await app.database.pool.query(
    `insert into user_territories
     select a.id, t.id from accounts a, territories t where a.username = $1 and t.name = 'Harbour'`,
    [username],
  )
}

/** Signs in to the rep app from Sync Status, and waits for the complete download. */
export async function signInToRepApp(page: Page, { username, password }: Person): Promise<void> {
  await page.goto('/app/sync')
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await fillSignIn(page, { username, password })
  await expect(page.getByRole('region', { name: 'On this device' })).not.toContainText('Not downloaded yet')
  await expect(page.locator('.status-line')).toHaveText(/^All (?:yours are )?sent$/)
}

/** Syncs now, regardless of the last attempt. */
export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('button', { name: 'Sync now' }).click()
}

export async function fillSignIn(page: Page, { username, password }: Person): Promise<void> {
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  // The first download shows its progress on Sync Status. Afterwards a sign-in ends at Home.
  await expect(page.getByRole('heading', { name: /^(?:Home|Sync Status)$/, level: 1 })).toBeVisible()
}

/** The content of the file that a button downloads. */
export async function readDownload(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await coming).path(), 'utf8')
}

/** Fills in an order of one case with a unique note, up to the tap that saves it. */
export async function fillOrder(page: Page, note: string): Promise<void> {
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await page.locator('.list-of-links a').first().click()
  await page.getByRole('link', { name: 'New order' }).click()
  await page.getByLabel('Add a product by name, code or barcode').fill('2000000000015')
  await page.getByRole('button', { name: /^Add / }).first().click()
  await page.getByLabel('Note on the order').fill(note)
}

export async function takeOrder(page: Page, note: string): Promise<void> {
  await fillOrder(page, note)
  await page.getByRole('button', { name: 'Save order' }).click()
  await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
}
