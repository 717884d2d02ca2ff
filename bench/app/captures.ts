import type { Page } from '@playwright/test'
import { makeProducts, makeRetailers } from '../../server/demo/make-field-data.ts'
import type { Device } from '../../tests/support/killable-browser.ts'
import { type Figure, median } from '../figures.ts'
import { measured } from './measured.ts'
import type { Place } from './place.ts'

const times = 7
const lines = 20
/** What feels at once. */
const atOnceMs = 100

const products = makeProducts(50_000)
const [retailer] = makeRetailers(1, ['Harbour'])

/** What a rep does all day, among 50,000 products: from the tap to the frame that shows what came of it. */
export async function benchCaptures(place: Place, device: Device): Promise<Figure[]> {
  const browser = await place.open(device)
  const { page } = browser
  const lookups: number[] = []
  const saves: number[] = []
  for (let time = 0; time < times; time++) {
    lookups.push(await lookUp(place, page, time))
    saves.push(await saveOrder(place, page, time))
  }
  await browser.close()
  return [
    measured(`order of ${lines} lines, from the tap to "Saved"`, median(saves), atOnceMs),
    measured('product by its barcode', median(lookups), atOnceMs),
  ]
}

const productAt = (place: number) => products[(place * 7919) % products.length]

async function lookUp({ ground }: Place, page: Page, time: number): Promise<number> {
  const { barcode = '' } = productAt(time + 1) ?? {}
  await page.goto(`${ground.url}/app/products`)
  await page.locator('main').getByRole('listitem').first().waitFor()
  return page.getByRole('searchbox').evaluate(pressUntil, { type: barcode, shows: barcode })
}

async function saveOrder({ ground }: Place, page: Page, time: number): Promise<number> {
  await page.goto(`${ground.url}/app/orders/new?retailer=${retailer?.id}&kind=order`)
  for (let line = 0; line < lines; line++) {
    const { barcode = '', name = '' } = productAt(time * lines + line) ?? {}
    await page.getByRole('searchbox').fill(barcode)
    await page.getByRole('button', { name: `Add ${name}` }).click()
  }
  const save = page.getByRole('button', { name: 'Save order' })
  return save.evaluate(pressUntil, { shows: 'Saved on this device.' })
}

/** Runs in the page: types or taps, and tells how long it took until this text is painted. */
function pressUntil(pressed: SVGElement | HTMLElement, { type, shows }: { type?: string; shows: string }) {
  return new Promise<number>(resolve => {
    const start = performance.now()
    const look = (_changes: unknown, observer: MutationObserver) => {
      if (!document.body.textContent?.includes(shows)) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
    if (type === undefined) return pressed.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(pressed, type)
    return pressed.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
