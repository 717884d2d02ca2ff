import { expect, type Page } from '@playwright/test'
import { collections } from '../../shared/contract/app-rows.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import {
  fillOrder,
  fillSignIn,
  giveTerritory,
  readDownload,
  signInToRepApp,
  syncNow,
  takeOrder,
} from '../support/browsers/rep-app.ts'
import { readNextReset, receiveReset, saveReset } from '../support/people/reset-steps.ts'
import type { TestApp } from '../support/servers/app.ts'

const newPassword = 'violet tractor hums softly'

/** The note of each order that arrived. */
async function arrived(app: TestApp, like: string): Promise<string[]> {
  const { rows } = await app.database.pool.query('select note from orders where note like $1 order by note', [like])
  return rows.map(({ note }) => note)
}

const line = (page: Page) => page.locator('.status-line')

test('J1 J9 orders taken offline before and after a reset on another device all arrive once', async ({
  page,
  context,
  app,
  rep,
  elsewhere,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.getByText('Everything is downloaded').click()
  const { rows } = await app.database.pool.query('select count(*) from products')
  await expect(page.getByText(`Products${rows[0].count}`)).toBeVisible()
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
  await syncNow(page)
  await expect(line(page)).toHaveText(/Sign in again \(your password was changed\)/)
  await expect(page.getByText('Orders: 4 ·')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Reset password' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await fillSignIn(page, { ...rep, password: newPassword })
  await expect(line(page)).toHaveText(/All sent/)
  expect(await arrived(app, 'journey%')).toEqual(['journey 1', 'journey 2', 'journey 3', 'journey 4'])
})

test('J1 J2 J9 a rep resets the password from Sync Status, is back in the app after the sign-in, and the order is sent', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.route('**/api/app/push', route => route.abort())
  await takeOrder(page, 'own reset')
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await expect(page.getByText('Your unsent orders on this device are safe.')).toBeVisible()
  await page.getByRole('link', { name: 'Reset password' }).click()
  await expect(page.getByLabel('Username')).toHaveValue(rep.username)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  const { path, code } = await readNextReset(app, rep)
  await page.goto(path)
  await saveReset(page, { code, first: newPassword })
  await page.unroute('**/api/app/push')
  await page.getByLabel('Password', { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(line(page)).toHaveText(/All sent/)
  expect(await arrived(app, 'own reset')).toEqual(['own reset'])
})

test('J9 a tablet whose clock is three hours wrong signs in, and its orders arrive with the right time', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await page.addInitScript(() => {
    const Real = Date
    const now = () => Real.now() + 3 * 3_600_000
    const wrong = function (this: unknown, ...parts: []) {
      return parts.length > 0 ? new Real(...parts) : new Real(now())
    }
    Object.assign(wrong, { now, parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype })
    globalThis.Date = wrong as unknown as DateConstructor
  })
  await signInToRepApp(page, rep)
  await expect(page.getByText('180 min ahead of the server')).toBeVisible()
  await takeOrder(page, 'wrong clock')
  await expect.poll(() => arrived(app, 'wrong clock')).toEqual(['wrong clock'])
  const { rows } = await app.database.pool.query(
    `select abs(extract(epoch from captured_at - now())) as apart from orders where note = 'wrong clock'`,
  )
  expect(Number(rows[0].apart), 'not the three hours').toBeLessThan(3600)
})

test.describe('when answers are lost', () => {
  test.use({ serviceWorkers: 'block' })

  test('J9 at each request in turn, even token and upload, every order arrives once and the rep stays signed in', async ({
    page,
    app,
    rep,
  }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    let toLose: string | undefined
    await page.route(/\/(?:api\/app|oidc)\//, async route => {
      if (new URL(route.request().url()).pathname !== toLose) return route.continue()
      toLose = undefined
      // The server handles the request, but its answer is lost.
      await route.fetch()
      return route.abort('connectionreset')
    })
    const notes: string[] = []
    for (const path of [
      '/oidc/token',
      ...['push', ...collections.map(name => `pull/${name}`), 'heartbeat'].map(inApi),
    ]) {
      await app.database.pool.query(`update provider_records set expires_at = '2000-01-01' where kind = 'AccessToken'`)
      toLose = path
      notes.push(`lost ${path}`)
      await takeOrder(page, `lost ${path}`)
      await expect(async () => {
        await syncNow(page)
        // On a slow machine a round is longer than the pause before the next look.
        await expect(line(page)).not.toHaveText(/^(?:Downloading|Sending)/)
        expect(await line(page).textContent()).toMatch(/All sent/)
        expect(toLose).toBeUndefined()
      }).toPass()
      expect(await arrived(app, 'lost %')).toEqual(notes.toSorted())
    }
  })
})

const inApi = (path: string) => `/api/app/${path}`

test('J9 another user of the device can neither see, send nor erase the unsent orders', async ({
  page,
  context,
  app,
  rep,
  addPerson,
}) => {
  const second = await addPerson()
  for (const person of [rep, second]) await giveTerritory(app, person)
  await signInToRepApp(page, rep)
  await context.setOffline(true)
  await fillOrder(page, 'draft of the first')
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await expect(page.getByText(/^Kept as a draft\. /)).toBeVisible()
  await takeOrder(page, 'of the first')
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('1 unsent. It stays on this device')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out anyway' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: 'Export unsent orders' }).click()
  await expect(page.getByText('Sign in first. Only the person who captured an order can export it.')).toBeVisible()
  await page.getByRole('button', { name: 'Initialise again' }).click()
  await expect(page.getByText('Sign in first. Without a sign-in, nothing can be downloaded again.')).toBeVisible()
  await context.setOffline(false)

  await signInToRepApp(page, second)
  await expect(page.getByText('1 unsent of another user.')).toBeVisible()
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(page.getByText('Nothing is waiting.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Drafts' })).toHaveCount(0)
  await syncNow(page)
  await page.getByRole('button', { name: 'Export unsent orders' }).click()
  await expect(
    page.getByText('Nothing to export: this device has no unsent orders, notes or drafts of yours.'),
  ).toBeVisible()
  const diagnostics = await readDownload(page, 'Export diagnostics')
  expect(JSON.parse(diagnostics).counts).toMatchObject({ ofOthers: 1, waiting: { orders: 0 } })
  expect(JSON.parse(diagnostics).events.length).toBeGreaterThan(1)
  expect(diagnostics).not.toMatch(/of the first|retailerId|accessToken|refreshToken|sealed|@/)
  await page.getByRole('link', { name: 'See each' }).click()
  await expect(page.getByText('Nothing is waiting. The server has everything you saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await page.getByRole('button', { name: 'Initialise again' }).click()
  await page.getByLabel(/^Type initialise/).fill('initialise')
  await page.getByRole('button', { name: 'Erase and download again' }).click()
  expect(await arrived(app, 'of the first')).toEqual([])
  await page.getByRole('button', { name: 'Sign out' }).click()

  await page.getByRole('button', { name: 'Sign in' }).click()
  await fillSignIn(page, rep)
  await expect(line(page)).toHaveText(/All sent/)
  expect(await arrived(app, 'of the first')).toEqual(['of the first'])
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Drafts' }).getByRole('link')).toHaveCount(1)
})
