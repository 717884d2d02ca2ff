import type { Figure } from '../figures.ts'
import type { Place } from './place.ts'

const most = 250_000

/**
 * Measures everything that is transferred until the app can start without a connection, because its worker caches every
 * screen.
 */
export function benchFirstLoad(place: Place): Promise<Figure[]> {
  return place.withDevice(async device => {
    const { page, close } = await place.open(device)
    const before = place.road.bytes()
    await page.goto(`${place.ground.url}/app`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const bytes = place.road.bytes() - before
    await close()
    const value = `${(bytes / 1000).toFixed(1)} kB`
    return [{ name: 'first load of /app, all screens', value, aim: 'at most 250 kB', isReached: bytes <= most }]
  })
}
