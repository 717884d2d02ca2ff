import { expect, type Page } from '@playwright/test'

/** The controls of the page whose centre another element covers after they were scrolled into view. */
export const listCovered = (page: Page, selector: string): Promise<string[]> =>
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

export const openFoundOrder = async (page: Page) => {
  await page.goto('/app/retailers')
  await page.locator('.list-of-links a').first().click()
  await page.getByRole('link', { name: 'New order' }).click()
  await page.getByLabel('Add a product by name, code or barcode').fill('P000')
  await expect(page.getByRole('button', { name: /^Add / }).first()).toBeVisible()
}
