import { benchCaptures } from './app/captures.ts'
import { benchDrafts } from './app/drafts.ts'
import { benchFirstLoad } from './app/first-load.ts'
import { type Place, startPlace } from './app/place.ts'
import { benchPulls } from './app/pulls.ts'
import { benchStarts } from './app/starts.ts'
import { printFigures } from './figures.ts'

/**
 * Benchmarks the rep's app on a device of its own, with the 55,000 rows of a wholesaler and the server in a separate
 * process.
 */
export async function benchApp(): Promise<void> {
  const place = await startPlace()
  try {
    printFigures('The app over the wire, compressed', await benchFirstLoad(place))
    printFigures('The app brings 55,000 rows, medians', await benchPulls(place))
    printFigures('The app at work, medians', await benchWork(place))
  } finally {
    await place.stop()
  }
}

function benchWork(place: Place) {
  return place.withDevice(async device => {
    const browser = await place.open(device)
    const isWhole = place.nextAsk('/api/app/heartbeat')
    await place.signIn(browser)
    await isWhole
    await browser.close()
    return [
      ...(await benchStarts(place, device)),
      ...(await benchCaptures(place, device)),
      ...(await benchDrafts(place, device)),
    ]
  })
}
