import type { Device } from '../../tests/support/browsers/killable-browser.ts'
import { type Figure, median } from '../figures.ts'
import { measured } from './measured.ts'
import type { Place } from './place.ts'

const times = 5

/** Starts a new browser without a connection each time, until it has painted today's first visit. */
export async function benchStarts(place: Place, device: Device): Promise<Figure[]> {
  place.road.close()
  const usual = await startTimes(place, device, 1)
  const slow = await startTimes(place, device, 4)
  place.road.open()
  return [
    measured('offline cold start, first paint', median(usual.map(({ paint }) => paint))),
    measured('offline cold start to data', median(usual.map(({ data }) => data)), 1000),
    measured('the same with the processor slowed 4 times', median(slow.map(({ data }) => data)), 2500),
  ]
}

type Start = { paint: number; data: number }

async function startTimes(place: Place, device: Device, slowedTimes: number): Promise<Start[]> {
  const found: Start[] = []
  for (let time = 0; time < times; time++) found.push(await startOnce(place, device, slowedTimes))
  return found
}

async function startOnce(place: Place, device: Device, rate: number): Promise<Start> {
  const { context, page, close } = await place.open(device)
  const session = await context.newCDPSession(page)
  await page.addInitScript(watchForData)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(`${place.ground.url}/app`)
  const data = await page.evaluate(() => (globalThis as unknown as Watching).dataAt)
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  await close()
  return { paint, data }
}

type Watching = { dataAt: Promise<number> }

/** Runs in the page, before the app. */
function watchForData(): void {
  const watching = globalThis as unknown as Watching
  watching.dataAt = new Promise(resolve => {
    const look = (_changes: unknown, observer: MutationObserver) => {
      if (!document.querySelector('section[aria-label="Schedule"] li')) return
      observer.disconnect()
      // The frame with the text is painted before the next one begins.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  })
}
