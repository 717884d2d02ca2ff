import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'
import { listCovered, openFoundOrder } from '../support/browsers/small-screens.ts'

const sizes = [
  [320, 568],
  [390, 844],
  [667, 375],
  [512, 384],
  [195, 422],
  [820, 1180],
  [1024, 768],
].map(([width = 0, height = 0]) => ({ width, height }))

/** What sticks out at the side, and texts and controls that overlap, with the page at its top. */
const listOverlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    scrollTo(0, 0)
    document.querySelector('.add-products')?.scrollTo(0, 0)
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []
    const parts = 'main :is(button, a, input, h1, p, .row-title, .row-note), .frame-tab > *'
    const boxes = [...document.querySelectorAll(parts)]
      // The bars cover what is below them, and a list of its own what it has scrolled away.
      .filter(element => element.checkVisibility() && !element.closest('.action-bar, .notice-bar, .hits'))
      .map(element => ({ element, words: element.textContent?.slice(0, 30), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    const out = boxes.filter(({ box }) => box.left < -1 || box.right > clientWidth + 1)
    const isOver = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2
    const placeOf = (element: Element) => element.closest('main, nav')
    const pairs = boxes.flatMap(({ element, words, box }, place) =>
      boxes
        .slice(place + 1)
        .filter(({ element: other }) => placeOf(element) === placeOf(other) && !element.contains(other))
        .filter(({ box: other }) => isOver(box, other))
        .map(other => `${words} over ${other.words}`),
    )
    return [...wide, ...out.map(({ words }) => `out: ${words}`), ...pairs]
  })

const settled = expect.configure({ soft: true })

/** Text at twice its size, as in the settings of the browser: media queries in `em` follow it, too. */
async function setTextSize(page: Page, standard: 16 | 32): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } })
  await cdp.detach()
}

test('at every size and with text at 200 %, nothing is hidden, overlaps or sticks out, and the main button is in reach', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  const look = async (main?: string) => {
    for (const textSize of [16, 32] as const) {
      await setTextSize(page, textSize)
      for (const size of sizes) {
        await page.setViewportSize(size)
        const where = `${new URL(page.url()).pathname} at ${size.width} x ${size.height}, text of ${textSize} px`
        await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
        // After a change of size the app draws some parts again.
        await settled.poll(() => listOverlaps(page), { message: where }).toEqual([])
        const parts = 'main :is(button, input, a, .hit), .frame-tab, .status-line'
        await settled.poll(() => listCovered(page, parts), { message: where }).toEqual([])
        if (main === undefined) continue
        const button = page
          .getByRole('button', { name: main })
          .or(page.getByRole('link', { name: main }))
          .last()
        await button.scrollIntoViewIfNeeded()
        await expect.soft(button, where).toBeInViewport({ ratio: 0.9 })
      }
    }
    await setTextSize(page, 16)
  }
  await openFoundOrder(page)
  await page.getByRole('button', { name: /^Add / }).first().click()
  await look('Save order')
  await page.goto('/app')
  await expect(page.getByRole('link', { name: /^New order/ })).toBeVisible()
  await look('New order')
  await page.goto('/app/retailers')
  await expect(page.locator('.list-of-links a').first()).toBeVisible()
  await look()
  await page.goto('/app/sync')
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
  await look('Sync now')
})
