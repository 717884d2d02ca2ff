import { startPlace } from './app/place.ts'
import { benchPulls } from './app/pulls.ts'
import { printFigures } from './figures.ts'

/** The rep's app on a real device: fresh profiles, a wholesaler's 55,000 rows, the server in a process of its own. */
export async function benchApp(): Promise<void> {
  const place = await startPlace()
  try {
    printFigures('The app, medians', await benchPulls(place))
  } finally {
    await place.stop()
  }
}
