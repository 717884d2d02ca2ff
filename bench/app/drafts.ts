import type { Page } from '@playwright/test'
import type { Device } from '../../tests/support/browsers/killable-browser.ts'
import type { Figure } from '../figures.ts'
import { median } from '../figures.ts'
import { fillLines } from './captures.ts'
import { measured } from './measured.ts'
import type { Place } from './place.ts'

const times = 30
const lines = 20
/** A change must be on the disk within this time: the system may end the app at any moment. */
const mostMs = 100

/** Benchmarks how long a change of an order of 20 lines takes from the key to the end of the write that waits for the disk. */
export async function benchDrafts(place: Place, device: Device): Promise<Figure[]> {
  const { context, page, close } = await place.open(device)
  await page.addInitScript(watchWrites)
  await fillLines(place, page, { from: 0, lines })
  const session = await context.newCDPSession(page)
  const figures: Figure[] = []
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const took = await writeTimes(page)
    const slowed = rate === 1 ? '' : `, the processor slowed ${rate} times`
    figures.push(
      measured(`change of an order of ${lines} lines to its draft on the disk${slowed}, median`, median(took), mostMs),
      measured(`the slowest of ${times}`, Math.max(...took), rate === 1 ? mostMs : undefined),
    )
  }
  await close()
  return figures
}

async function writeTimes(page: Page): Promise<number[]> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    took.push(await page.getByLabel('Note on the order').evaluate(typeUntilWritten, `note ${time}`))
  }
  return took
}

type Watching = { onWritten?: (at: number) => void }

/** Runs in the page before the app: tells when a transaction that wrote a row to the outbox has ended. */
function watchWrites(): void {
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...row) {
    if (this.name === 'rows')
      this.transaction.addEventListener('complete', () => (globalThis as Watching).onWritten?.(performance.now()))
    return put.apply(this, row)
  }
}

/** Runs in the page. */
function typeUntilWritten(field: SVGElement | HTMLElement, text: string): Promise<number> {
  return new Promise(resolve => {
    const start = performance.now()
    Object.assign(globalThis, { onWritten: (at: number) => resolve(at - start) })
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
