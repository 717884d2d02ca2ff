import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { writeBarcodeFilm } from '../support/browsers/barcode-film.ts'
import { browserOptions } from '../support/browsers/browser.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

const film = join(mkdtempSync(join(tmpdir(), 'fieldkey-film-')), 'barcodes.y4m')
const away = { frames: 5 }
writeBarcodeFilm(film, [
  { ean: '2000000000015', frames: 3 },
  away,
  { ean: '5999999999998', frames: 3 },
  away,
  { ean: '2000000000022', frames: 3 },
  away,
])

const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
const lines = (page: Page) => page.getByRole('list', { name: 'Lines' }).getByRole('listitem')
const scan = (page: Page) => page.getByRole('button', { name: 'Scan' })

async function openOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await page.locator('.list-of-links a').first().click()
  await page.getByRole('link', { name: 'New order' }).click()
}

test.use({ launchOptions: { ...browserOptions(), args: [...browserOptions().args, ...camera] } })

test('the camera adds one product after another without a connection, and says which barcode is unknown', async ({
  page,
  context,
  app,
  rep,
}) => {
  await context.grantPermissions(['camera'])
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await expect(scan(page)).toBeVisible()
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('barcode-reader')).keys()).length))
    .toBe(1)
  await context.setOffline(true)
  await scan(page).click()
  await expect(page.getByLabel('Camera')).toBeInViewport()
  const status = page.getByRole('region', { name: 'Add products' }).getByRole('status')
  await expect(status).toHaveText('No product matches “5999999999998”.')
  await expect(page.locator('.camera[data-result="unknown"]')).toBeVisible()
  await expect(lines(page)).toHaveCount(2)
  const { rows } = await app.database.pool.query(
    `select name from products where code in ('P00001', 'P00002') order by code desc`,
  )
  await expect(lines(page).locator('.row-title')).toHaveText(rows.map(({ name }) => name))
  await expectAccessible(page)
  const stream = await page
    .getByLabel('Camera')
    .evaluateHandle((film: HTMLVideoElement) => film.srcObject as MediaStream)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByLabel('Camera')).toHaveCount(0)
  expect(await stream.evaluate(({ active }) => active)).toBe(false)
})

test('without the permission, the app says how to give it', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await scan(page).click()
  await expect(page.getByText("The camera isn't allowed here.")).toBeVisible()
  await scan(page).click()
  await expect(page.getByText('Allow it for')).toContainText(new URL(app.url).host)
})
