import { expect, type Page } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

/** Text at twice its size, as set for the browser. */
const doubleText = () => document.documentElement.style.setProperty('font-size', '200%')

/** The controls of the page whose centre another element covers after they were scrolled into view. */
const listCovered = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll(elements =>
    elements.flatMap(element => {
      if (!element.checkVisibility()) return []
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
      const isSeen = onTop !== null && (element.contains(onTop) || onTop.contains(element))
      return isSeen ? [] : [`${element.outerHTML.slice(0, 120)} under ${onTop?.outerHTML.slice(0, 80)}`]
    }),
  )

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

/** Text at twice its size, as in the settings of the browser: media queries in `em` follow it, too. */
async function setTextSize(page: Page, standard: 16 | 32): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } })
  await cdp.detach()
}

const openOrder = async (page: Page) => {
  await page.goto('/app/retailers')
  await page.locator('.list-of-links a').first().click()
  await page.getByRole('link', { name: 'New order' }).click()
  await page.getByLabel('Add a product by name, code or barcode').fill('P000')
  await expect(page.getByRole('button', { name: /^Add / }).first()).toBeVisible()
}

test('all text grows with the size that the user set', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  // A heading stops where its longest word would no longer fit on the screen.
  const sizesOfText = () =>
    page.locator('main, nav, header').evaluateAll(places =>
      places.flatMap(place => {
        const texts = [...place.querySelectorAll('*')].filter(
          ({ childNodes, tagName }) => tagName !== 'H1' && [...childNodes].some(node => node.nodeName === '#text'),
        )
        return texts.map(
          text => `${text.textContent?.slice(0, 20)} ${Number.parseFloat(getComputedStyle(text).fontSize)}`,
        )
      }),
    )
  const before = await sizesOfText()
  await page.evaluate(doubleText)
  const after = await sizesOfText()
  const sizeOf = (text: string) => Number(text.split(' ').at(-1))
  expect(before.length).toBeGreaterThan(30)
  expect(after.filter((text, place) => Math.abs(sizeOf(text) / sizeOf(before[place] ?? '') - 2) > 0.02)).toEqual([])
})

test('with the keyboard of a phone open, the field in use and Save are in view', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await page.getByRole('button', { name: /^Add / }).first().click()
  // The browser makes the page smaller while the keyboard is open.
  await page.setViewportSize({ width: 390, height: 430 })
  for (const label of ['Add a product by name, code or barcode', 'Note on the order']) {
    const field = page.getByLabel(label)
    await field.focus()
    await expect(field).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Save order' })).toBeInViewport({ ratio: 1 })
    const covered = await page.evaluate(() => {
      const { left, top, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect()
      return document.elementFromPoint(left + 8, top + height / 2) !== document.activeElement
    })
    expect(covered, label).toBe(false)
  }
})

test('on a long order, the question about lost changes and the word about a draft are in view', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await page.getByRole('button', { name: /^Add / }).first().click()
  await expect(page.getByText('Kept as a draft on this device.')).toBeVisible()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await page.getByLabel('Note on the order').fill('not kept')
  await expect(page.getByText("This device couldn't keep your last changes.")).toBeVisible()
  await page.evaluate(() => {
    document.querySelector('main')?.style.setProperty('min-height', '3000px')
    scrollTo(0, 1500)
  })
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Not kept' })
  await expect(question).toBeInViewport({ ratio: 1 })
  expect(await listCovered(page, 'dialog button')).toEqual([])
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(question).toHaveCount(0)
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await page.evaluate(() => {
    document.querySelector('main')?.style.setProperty('min-height', '3000px')
    scrollTo(0, 1500)
  })
  await page
    .getByRole('button', { name: 'Delete draft' })
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 })
})

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
        expect.soft(await listOverlaps(page), where).toEqual([])
        const covered = await listCovered(page, 'main :is(button, input, a, .hit), .frame-tab, .status-line')
        expect.soft(covered, where).toEqual([])
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
  await openOrder(page)
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

test('a username of the usual length is on one line of Sync Status', async ({ page, addPerson, app }) => {
  const rep = await addPerson({ username: 'alexandra.hart@harbourvale.example' })
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  const username = page.getByRole('region', { name: 'Account' }).getByText(rep.username)
  const lines = () =>
    username.evaluate(value => {
      const range = document.createRange()
      range.selectNodeContents(value)
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
    })
  expect(await lines()).toBe(1)
})
