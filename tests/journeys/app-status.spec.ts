import { expect, type Page } from '@playwright/test'
import { collections } from '../../shared/contract/app-rows.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import {
  fillOrder,
  giveTerritory,
  readDownload,
  signInToRepApp,
  syncNow,
  takeOrder,
} from '../support/browsers/rep-app.ts'

const line = (page: Page) => page.locator('.status-line')
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('Sync Status shows its sections in order with their content', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await page.goto('/app/sync')
  await expect(line(page)).toHaveText('No one is signed in')
  await signInToRepApp(page, rep)
  const names = () => page.getByRole('region').evaluateAll(regions => regions.map(region => region.ariaLabel))
  await expect
    .poll(names)
    .toEqual(['Last sync', 'Waiting to upload', 'On this device', 'Account', 'Product pictures', 'Device', 'Tools'])
  await expect(part(page, 'Last sync')).toContainText(
    /All sentLast complete sync(?:just now|\d+ min ago), \d\d:\d\d.*complete.*in \d min/,
  )
  await part(page, 'On this device').getByText('Everything is downloaded').click()
  await expect(part(page, 'On this device').getByRole('progressbar')).toHaveCount(collections.length)
  await expect(part(page, 'Account')).toContainText(rep.username)
  await expect(part(page, 'Account')).toContainText(`${new URL(app.url).host}User typeDeviceSigned in until`)
  await expect(part(page, 'Device')).toContainText(
    /Storage used.*Storage free.*Protected from clean-up(?:yes|no)App version/,
  )
  await expect(part(page, 'Device')).toContainText(/NameBrowser on .*Device id[\da-f-]{36}Clockas the server/)
  await expectAccessible(page)
})

test('J1 Sync Status tells a user without an email address to ask the administrator, even after sign-out', async ({
  page,
  app,
  addPerson,
}) => {
  const imported = await addPerson({ username: 'RMARLOW' })
  await giveTerritory(app, imported)
  await signInToRepApp(page, imported)
  await expect(part(page, 'Account')).toContainText('ask your administrator')
  await expect(page.getByRole('link', { name: 'Reset password' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(part(page, 'Account')).toContainText('ask your administrator')
})

test.describe('common complaints about sync apps', () => {
  test('Sync now can be pressed after a sign-out, and says why it cannot sync', async ({ page, app, rep }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(line(page)).toHaveText('No one is signed in')
    await page.getByRole('button', { name: 'Sync now' }).click()
    await expect(page.getByText("The app can't sync until you sign in.")).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled()
  })

  test('being offline is not an error on each record, and unsent records can be listed and exported', async ({
    page,
    context,
    app,
    rep,
  }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    await context.setOffline(true)
    for (const note of ['for the list', 'for the file']) await takeOrder(page, note)
    await syncNow(page)
    await expect(line(page)).toHaveText('2 waiting (no connection)')
    await expect(page.getByText('No connection. Nothing is lost.')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('.alarming, [data-alarming="true"]')).toHaveCount(0)
    await expectAccessible(page)
    const csv = await readDownload(page, 'Export unsent orders')
    for (const note of ['for the list', 'for the file'])
      expect(csv).toMatch(new RegExp(`"Order",.*"Waiting",.*"2000000000015",.*"1",.*"${note}"`))
    const file = JSON.parse(await readDownload(page, 'Export as JSON for support'))
    expect(file.map(({ payload }: { payload: { note: string } }) => payload.note).toSorted()).toEqual([
      'for the file',
      'for the list',
    ])
    await page.getByRole('link', { name: 'See each' }).click()
    await expect(page.getByText(/Order for .*waits for a connection/)).toHaveCount(2)
    await expectAccessible(page)
  })

  test('the longest status can be read in full at 320 px', async ({ page, app, rep }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    const authority = { actor: 'command-line' } as const
    await app.actions.markUserCompromised({ accountId: await app.accountId(rep.username), authority })
    await syncNow(page)
    await expect(line(page)).toHaveText('Sign in again (your account was reported as compromised)')
    await expect(part(page, 'On this device')).toContainText('Retailers0 of 0')
    await page.setViewportSize({ width: 320, height: 568 })
    const box = await line(page).evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      scrollWidth <= clientWidth,
      scrollHeight <= clientHeight,
    ])
    expect(box).toEqual([true, true])
    await expectAccessible(page)
  })

  test('an order shown as saved is there even if the page closes at that moment', async ({
    page,
    context,
    app,
    rep,
  }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    await context.setOffline(true)
    await takeOrder(page, 'gone immediately')
    await page.close({ runBeforeUnload: false })
    const next = await context.newPage()
    await next.goto('/app/sync/waiting')
    await expect(next.getByText(/Order for /)).toHaveCount(1)
  })

  test('a rejected record shows the reason, and can be retried, fixed or discarded', async ({ page, app, rep }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    const price = (cents: number) =>
      app.database.pool.query(`update products set price_cents = price_cents + $1 where code = 'P00001'`, [cents])
    await page.route('**/api/app/push', route => route.abort())
    for (const note of ['to fix', 'to give up']) await takeOrder(page, note)
    await price(10)
    await page.unroute('**/api/app/push')
    await syncNow(page)
    await expect(line(page)).toHaveText('2 need attention')
    const items = part(page, 'Needs attention').getByRole('listitem')
    await expect(items.first()).toContainText(/Order for \w.*costs £\d+\.\d\d now, not £\d+\.\d\d\./)
    await expectAccessible(page)

    await items.first().getByRole('button', { name: 'Discard' }).click()
    await items.first().getByRole('button', { name: 'Discard' }).click()
    await expect(items.first()).toContainText('Nothing changed. The word to type is discard.')
    await items
      .first()
      .getByLabel(/^Type discard/)
      .fill('discard')
    await items.first().getByRole('button', { name: 'Discard' }).click()
    await expect(page.getByText('Discarded here. The server keeps a copy.')).toBeVisible()
    await expect(items).toHaveCount(1)

    await items.first().getByRole('link', { name: 'Open and fix' }).click()
    await expect(page.getByText(/\(was £/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save order' }).click()
    await expect(line(page)).toHaveText('All sent')
    await price(-10)
  })

  test('a failed sync is described in words, and its age grows', async ({ page, context, app, rep }) => {
    await giveTerritory(app, rep)
    await page.clock.install()
    await signInToRepApp(page, rep)
    await context.setOffline(true)
    await syncNow(page)
    await expect(part(page, 'Last sync')).toContainText('Last tryjust now: no connection')
    await page.clock.fastForward(3 * 86_400_000)
    await expect(part(page, 'Last sync')).toContainText('Last complete sync3 days ago')
    await takeOrder(page, 'getting old')
    await page.clock.fastForward(2 * 86_400_000 + 60_000)
    await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
    await expect(part(page, 'Waiting to upload')).toContainText('The oldest2 days ago: over 2 days.')
    await expect(part(page, 'Waiting to upload').locator('[data-alarming="true"]')).toBeVisible()
  })
})

test('a full device shows in the status line, and a failed save keeps the form open', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await fillOrder(page, 'too much')
  const put = await page.evaluateHandle(() => IDBObjectStore.prototype.put)
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await page.getByRole('button', { name: 'Save order' }).click()
  await expect(page.getByRole('alert')).toContainText("This device's storage is full. Your order is still here.")
  await expectAccessible(page)
  await page.evaluate(working => Object.assign(IDBObjectStore.prototype, { put: working }), put)
  await page.getByRole('button', { name: 'Save order' }).click()
  await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await syncNow(page)
  await expect(line(page)).toHaveText('Storage is full')
  await expect(page.getByText('Free some space, then sync again.')).toBeVisible()
  await expectAccessible(page)
})

test('a new version shows in the status line, and starts only on request', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    await navigator.serviceWorker.register('/app/sw.js?newer', { scope: '/app' })
  })
  await expect(line(page)).toHaveText('New version ready')
  await expectAccessible(page)
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  await page.getByRole('button', { name: 'Start the new version' }).click()
  await expect.poll(() => page.evaluate(() => 'isSamePage' in globalThis).catch(() => true)).toBe(false)
  await expect(page.getByRole('heading', { name: 'Sync Status', level: 1 })).toBeVisible()
})

test('a device without contact for 30 days hides its data until it reaches the server, and keeps captured orders', async ({
  page,
  context,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await page.clock.install()
  await signInToRepApp(page, rep)
  await context.setOffline(true)
  await takeOrder(page, 'a month ago')
  await page.clock.fastForward(31 * 86_400_000)
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await expect(page.getByText("This device hasn't reached the server for 30 days.")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await expect(page.getByText('Orders: 1 ·')).toBeVisible()
  await page.getByRole('link', { name: 'See each' }).click()
  await expect(page.getByText("This device hasn't reached the server for 30 days.")).toBeVisible()
  await context.setOffline(false)
  await syncNow(page)
  await expect(line(page)).toHaveText('All sent')
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await expect(page.locator('.list-of-links a').first()).toBeVisible()
})
