import { expect, type Page } from '@playwright/test'
import axe, { type Result, type RunOptions } from 'axe-core'
import { phone } from './journey.ts'

const tablet = { width: 820, height: 1180 }

const looks = [
  { size: tablet, colorScheme: 'light', isContrastOnly: false },
  { size: phone, colorScheme: 'dark', isContrastOnly: false },
  // The other rules read no colours, and have seen this size.
  { size: phone, colorScheme: 'light', isContrastOnly: true },
] as const

/** Rules beyond the required level that this product keeps too. */
const more = {
  'aria-dialog-name': { enabled: true },
  'label-content-name-mismatch': { enabled: true },
  'page-has-heading-one': { enabled: true },
  'heading-order': { enabled: true },
  region: { enabled: true },
}
const levels: string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Expects no axe violation on the current page, on phone and tablet, light and dark, and no overflow at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const { size, colorScheme, isContrastOnly } of looks) {
    await page.setViewportSize(size)
    // A colour in transition isn't a colour of the page.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const violations = await listViolations(
      page,
      isContrastOnly ? { runOnly: ['color-contrast'] } : { runOnly: levels, rules: more },
    )
    const found: string[] = []
    for (const { id, nodes } of violations) {
      for (const { html, failureSummary, target } of nodes) {
        if (id === 'target-size' && (await isFreeWhenScrolled(page, String(target[0])))) continue
        found.push(`${id}: ${html} ${failureSummary}`)
      }
    }
    expect(found, `${await page.title()}, ${colorScheme}, ${size.width} px`).toEqual([])
  }
  await expectReflow(page)
}

/** Axe is loaded once for each page. What passes is not described: that would take most of its time. */
async function listViolations(page: Page, options: RunOptions): Promise<Result[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(
    async chosen => {
      const loaded: typeof axe = Reflect.get(globalThis, 'axe')
      return (await loaded.run(document, chosen)).violations
    },
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  )
}

/** True for a row that a fixed bar covers in part only until the person scrolls (2.5.8 counts targets that can't be freed). */
function isFreeWhenScrolled(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(css => {
    const element = document.querySelector(css)
    if (!element) return false
    const before = window.scrollY
    element.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = element.getBoundingClientRect()
    const edges = [top + 2, top + height / 2, top + height - 2]
    const isFree = edges.every(y => element.contains(document.elementFromPoint(left + width / 2, y)))
    window.scrollTo(0, before)
    return isFree && width >= 24 && height >= 24
  }, selector)
}

/** 1.4.10: no horizontal scrolling at 320 px. Polls, because the frame of the admin site slides when the size changes. */
export async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 568 })
  await expect.poll(() => listOverflowing(page), { message: `${await page.title()} at 320 px` }).toEqual([])
  await page.setViewportSize(phone)
}

/** Elements that exceed the right edge of the screen, or are cut off by their own box. */
export function listOverflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest('.visually-hidden')
    const edge = document.documentElement.clientWidth
    return [...document.body.querySelectorAll('*')]
      .filter(isSeen)
      .filter(element => {
        const isCut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
        return element.getBoundingClientRect().right > edge + 0.5 || (isCut && !(element instanceof HTMLInputElement))
      })
      .map(element => element.outerHTML.slice(0, 120))
  })
}
