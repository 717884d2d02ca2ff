import type { Page } from '@playwright/test'
import { makeProducts } from '../../server/main/demo/make-products.ts'
import { makeRetailers } from '../../server/main/demo/make-retailers.ts'
import type { Device } from '../../tests/support/browsers/killable-browser.ts'
import { type Figure, median } from '../figures.ts'
import { measured } from './measured.ts'
import type { Place } from './place.ts'

const times = 7
const lines = 20
/** Up to this delay, a response feels instant. */
const atOnceMs = 100

const products = makeProducts(50_000)
const [retailer] = makeRetailers(1, ['Harbour'])

/** Benchmarks a rep's daily actions among 50,000 products, from the tap to the frame that shows the result. */
export async function benchCaptures(place: Place, device: Device): Promise<Figure[]> {
  const browser = await place.open(device)
  const { page } = browser
  const scans: number[] = []
  const words: number[] = []
  const letters: number[] = []
  const saves: number[] = []
  for (let time = 0; time < times; time++) {
    const [scanned, begun, whole] = [productAt(3 * time), productAt(3 * time + 1), productAt(3 * time + 2)]
    await openProducts(place, page)
    scans.push(await lookUp(page, scanned.barcode, scanned.barcode))
    words.push(await lookUp(page, begun.code.slice(0, -1), begun.code))
    letters.push(await lookUp(page, whole.code, whole.code))
    saves.push(await saveOrder(place, page, time))
  }
  await browser.close()
  return [
    measured(`order of ${lines} lines, from the tap to "Saved"`, median(saves), atOnceMs),
    measured('product by its barcode', median(scans), atOnceMs),
    measured('product by a part of its code, the first after a start', median(words), 1000),
    measured('the same with the next letter', median(letters), atOnceMs),
  ]
}

function productAt(place: number) {
  const product = products[((place + 1) * 7919) % products.length]
  if (!product) throw new Error('There are no products')
  return product
}

async function openProducts({ ground }: Place, page: Page): Promise<void> {
  await page.goto(`${ground.url}/app/products`)
  await page.locator('main').getByRole('listitem').first().waitFor()
}

const lookUp = (page: Page, type: string, shows: string) =>
  page.getByRole('searchbox').evaluate(pressUntil, { type, shows })

/** Opens an order and fills in its lines. */
export async function fillLines({ ground }: Place, page: Page, order: { from: number; lines: number }): Promise<void> {
  await page.goto(`${ground.url}/app/orders/new?retailer=${retailer?.id}&kind=order`)
  for (let line = 0; line < order.lines; line++) {
    const { barcode, name } = productAt(order.from + line)
    await page.getByRole('searchbox').fill(barcode)
    await page.getByRole('button', { name: `Add ${name}` }).click()
  }
}

async function saveOrder(place: Place, page: Page, time: number): Promise<number> {
  await fillLines(place, page, { from: time * lines, lines })
  const save = page.getByRole('button', { name: 'Save order' })
  return save.evaluate(pressUntil, { shows: 'Saved on this device.' })
}

/** Runs in the page: types or taps, and measures the time until this text is painted. */
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
