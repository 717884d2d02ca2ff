import { expect } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'
import { listCovered, openFoundOrder } from '../support/browsers/small-screens.ts'

test('all text grows with the size that the user set', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  // A heading stops where its longest word would no longer fit on the screen. Both sizes are read in one task, so that the
  // app draws no other text between them.
  const texts = await page.locator('main, nav, header').evaluateAll(places => {
    const elements = places
      .flatMap(place => [...place.querySelectorAll('*')])
      .filter(({ childNodes, tagName }) => tagName !== 'H1' && [...childNodes].some(node => node.nodeName === '#text'))
    const sizes = () => elements.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = sizes()
    document.documentElement.style.setProperty('font-size', '200%')
    return sizes().map((size, place) => {
      return { text: elements[place]?.textContent?.slice(0, 20), growth: size / (before[place] ?? 0) }
    })
  })
  expect(texts.length).toBeGreaterThan(30)
  expect(texts.filter(({ growth }) => Math.abs(growth - 2) > 0.02)).toEqual([])
})

test('with the keyboard of a phone open, the field in use and Save are in view', async ({ page, app, rep }) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openFoundOrder(page)
  await page.getByRole('button', { name: /^Add / }).first().click()
  // The browser makes the page smaller while the keyboard is open.
  await page.setViewportSize({ width: 390, height: 430 })
  for (const label of ['Add a product by name, code or barcode', 'Note on the order']) {
    const field = page.getByLabel(label)
    await field.focus()
    await expect(field).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Save order' })).toBeInViewport({ ratio: 1 })
    const isCovered = () =>
      page.evaluate(() => {
        const { left, top, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect()
        return document.elementFromPoint(left + 8, top + height / 2) !== document.activeElement
      })
    await expect.poll(isCovered, { message: label }).toBe(false)
  }
})

test('on a long order, the question about lost changes and the word about a draft are in view', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await openFoundOrder(page)
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
  await expect.poll(lines).toBe(1)
})
