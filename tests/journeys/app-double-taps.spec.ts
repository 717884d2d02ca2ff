import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { fillOrder, giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

test('J9 two taps on a slow tablet make one order, one note and one draft, whether 20 or 300 ms apart', async ({
  page,
  context,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await context.setOffline(true)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const gaps = [20, 90, 300]
  for (const gap of gaps) {
    await fillOrder(page, `${gap} ms`)
    await tapTwice(page, 'Save order', gap)
    await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
    await fillOrder(page, `draft ${gap} ms`)
    await tapTwice(page, 'Keep as draft', gap)
    await expect(page.getByText(/^Kept as a draft\. /)).toBeVisible()
    await page.getByRole('link', { name: 'Retailers', exact: true }).click()
    await page.locator('.list-of-links a').first().click()
    await page.getByLabel('Note for the office').fill(`${gap} ms`)
    await tapTwice(page, 'Save note', gap)
    await expect(page.getByText('Saved on this device.', { exact: true })).toBeVisible()
  }
  const counts = { order: gaps.length, draft: gaps.length, note: gaps.length }
  expect(await countRows(page)).toEqual(counts)
})

test('the second of two taps hits nothing on the screen that the first one opens', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  for (const gap of [120, 300]) {
    const saved = page.getByText(/^Saved on this device\./)
    await fillOrder(page, `${gap} ms`)
    await tapTwice(page, 'Save order', gap, () => expect(saved).toBeVisible())
    await expect(saved).toBeVisible()
    // A tap at another place is meant, however soon it comes.
    await page.getByRole('link', { name: /^New order/ }).click({ position: { x: 8, y: 8 } })
    await expect(page.getByRole('heading', { level: 1, name: 'New order' })).toBeVisible()
  }
})

/**
 * Taps the place of the button, as a finger does: it doesn't wait until the button can be tapped again. The taps are `gap` ms
 * apart by the time of the events, however slow this machine is. `between` waits for what the first tap opens.
 */
async function tapTwice(page: Page, name: string, gap: number, between?: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name })
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error(`${name} is not on the screen`)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left' } as const
  const cdp = await page.context().newCDPSession(page)
  const startedAt = Date.now() / 1000
  for (const clickCount of [1, 2]) {
    const timestamp = startedAt + ((clickCount - 1) * gap) / 1000
    await cdp.send('Input.dispatchMouseEvent', { ...place, type: 'mousePressed', clickCount, timestamp })
    await cdp.send('Input.dispatchMouseEvent', {
      ...place,
      type: 'mouseReleased',
      clickCount,
      timestamp: timestamp + 0.005,
    })
    if (clickCount === 1) await between?.()
  }
  await cdp.detach()
}

async function countRows(page: Page): Promise<Record<string, number>> {
  const rows = await page.evaluate(
    () =>
      new Promise<{ type: string; status: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('outbox')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('rows').objectStore('rows').getAll()
          reading.onsuccess = () => resolve(reading.result)
        }
      }),
  )
  const counts: Record<string, number> = {}
  for (const { type, status } of rows) {
    const kind = status === 'draft' ? 'draft' : type
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
