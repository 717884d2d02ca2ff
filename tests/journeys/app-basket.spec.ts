import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

const LINES = 20
const search = (page: Page) => page.getByLabel('Add a product by name, code or barcode')
const lines = (page: Page) => page.getByRole('list', { name: 'Lines' }).getByRole('listitem')
const codeOf = (number: number) => `P${String(number).padStart(5, '0')}`

/** Counts what a finger does: taps, keys, and a scroll wherever the place to tap isn't on the screen. */
function createFinger(page: Page) {
  const count = { taps: 0, keys: 0, scrolls: 0 }
  return {
    count,
    async tap(place: Locator): Promise<void> {
      await place.waitFor()
      if (!(await isWithinReach(place))) count.scrolls++
      count.taps++
      await place.tap()
    },
    async type(text: string): Promise<void> {
      count.keys += text.length
      await page.keyboard.type(text)
    },
    async press(key: string): Promise<void> {
      count.keys++
      await page.keyboard.press(key)
    },
  }
}

/** True if a tap in the middle of it would hit it now: neither off the screen nor under a bar. */
const isWithinReach = (place: Locator) =>
  place.evaluate(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    return element.contains(hit) || hit?.contains(element) === true
  })

async function openOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Retailers', exact: true }).click()
  await page.locator('.list-of-links a').first().click()
  await page.getByRole('link', { name: 'New order' }).click()
  await expect(search(page)).toBeVisible()
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('an order of 20 lines with their quantities takes at most 45 taps', async ({ page, app, rep }) => {
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    const finger = createFinger(page)
    await finger.tap(page.getByRole('link', { name: 'Retailers', exact: true }))
    await finger.tap(page.locator('.list-of-links a').first())
    await finger.tap(page.getByRole('link', { name: 'New order' }))
    await finger.tap(search(page))
    for (let number = 1; number <= LINES; number++) {
      await finger.type(codeOf(number))
      const hit = page
        .getByRole('region', { name: 'Add products' })
        .getByRole('listitem')
        .filter({ hasText: codeOf(number) })
      await finger.tap(hit.getByRole('textbox'))
      await finger.type('12')
      await finger.press('Enter')
      await expect(search(page)).toBeFocused()
    }
    await expect(lines(page)).toHaveCount(LINES)
    await finger.tap(page.getByRole('button', { name: 'Save order' }))
    await expect(page.getByText(/^Saved on this device\./)).toBeVisible()
    expect(finger.count.taps).toBeLessThanOrEqual(45)
    const arrived = async () => {
      const { rows } = await app.database.pool.query(
        `select count(*)::int as lines, sum(l.quantity)::int as pieces from orders o
         join order_lines l on l.order_id = o.id join accounts a on a.id = o.account_id where a.username = $1`,
        [rep.username],
      )
      return rows[0]
    }
    await expect.poll(arrived).toEqual({ lines: LINES, pieces: 12 * LINES })
  })
})

test('Enter adds the exact or only product, and a tap on + keeps the focus in the search', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await search(page).fill(codeOf(1).toLowerCase())
  await search(page).press('Enter')
  await expect(search(page)).toHaveValue('')
  await expect(lines(page)).toHaveCount(1)
  await search(page).fill('P0000')
  await search(page).press('Enter')
  await expect(page.getByText('Several products match.')).toBeVisible()
  const hits = page.getByRole('region', { name: 'Add products' }).getByRole('listitem')
  const second = hits.filter({ hasText: codeOf(2) })
  await second.getByRole('button', { name: /^Add / }).click()
  await expect(search(page)).toBeFocused()
  await expect(lines(page)).toHaveCount(2)
  const name = (await second.locator('.row-title').textContent()) ?? ''
  await expect(lines(page).first().locator('.row-title')).toHaveText(name)
  await second.getByRole('button', { name: /^One more / }).click()
  await expect(lines(page).first().getByRole('textbox')).toHaveValue('2')
  await expectAccessible(page)
  await page.keyboard.type('nothing like it')
  await expect(search(page)).toHaveValue('nothing like it')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No product matches “nothing like it”.')).toBeVisible()
  // This device has no camera.
  await expect(page.getByRole('button', { name: 'Scan' })).toHaveCount(0)
  await lines(page).first().getByRole('textbox').click()
  await page.keyboard.type('7')
  await expect(lines(page).first().getByRole('textbox')).toHaveValue('7')
})

test('a quantity that is no whole number changes nothing, and the field says so', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await search(page).fill(codeOf(1))
  await search(page).press('Enter')
  const quantity = lines(page).first().getByRole('textbox')
  await quantity.fill('7')
  await search(page).click()
  for (const typed of ['2.5', '1,000,000']) {
    await quantity.click()
    await page.keyboard.type(typed)
    await search(page).click()
    await expect(lines(page).first()).toContainText(`${typed} isn't a whole number from 1 to 100000.`)
    await expect(lines(page).first()).toContainText('The quantity is still 7.')
    await expect(quantity).toHaveValue('7')
  }
  await expectAccessible(page)
})

test('a scanner adds by itself from any field, also if the keyboard is set to French', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openOrder(page)
  await search(page).focus()
  await page.keyboard.type('2000000000015')
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveCount(1)
  await expect(search(page)).toHaveValue('')
  const quantity = lines(page).first().getByRole('textbox')
  await quantity.fill('6')
  await scanInFrench(page, '2000000000022')
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).last().getByRole('textbox')).toHaveValue('6')
  await page.getByLabel('Note on the order').fill('ring the bell')
  await scanInFrench(page, '2000000000015')
  await expect(lines(page).first().getByRole('textbox')).toHaveValue('7')
  await expect(page.getByLabel('Note on the order')).toHaveValue('ring the bell')
  await page.getByRole('heading', { level: 1 }).click()
  await scan(page, '2000000000039')
  await expect(lines(page)).toHaveCount(3)
  await scan(page, '5999999999999')
  await expect(page.getByText('No product matches “5999999999999”.')).toBeVisible()
})

const french = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç']

/** The keys of an American scanner on a tablet whose keyboard is set to French. */
const scanInFrench = (page: Page, digits: string) => scan(page, digits, digit => french[Number(digit)])

/** The keys of a scanner, 20 ms apart by the time of the events, however slow this machine is. */
async function scan(page: Page, digits: string, textOf = (digit: string): string | undefined => digit): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const startedAt = Date.now() / 1000
  for (const [place, digit] of [...digits].entries()) {
    const text = textOf(digit) ?? digit
    const key = { code: `Digit${digit}`, key: text, timestamp: startedAt + place * 0.02 }
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await page.keyboard.press('Enter')
}

for (const width of [820, 1024])
  test.describe(`on a tablet of ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('the search and the order are side by side, and the search stays while the order scrolls', async ({
      page,
      app,
      rep,
    }) => {
      await giveTerritory(app, rep)
      await signInToRepApp(page, rep)
      await openOrder(page)
      for (let number = 1; number <= LINES; number++) {
        await search(page).fill(codeOf(number))
        await search(page).press('Enter')
        await expect(lines(page)).toHaveCount(number)
      }
      await lines(page).last().scrollIntoViewIfNeeded()
      const [left, right] = [await search(page).boundingBox(), await lines(page).last().boundingBox()]
      expect(left && right && left.x + left.width <= right.x).toBe(true)
      await expect(search(page)).toBeInViewport()
      await expect(page.getByRole('button', { name: 'Save order' })).toBeInViewport()
    })
  })
