import type { Page } from '@playwright/test'
import { type Figure, median } from '../figures.ts'
import { type BareRows, loadBare, readBareRows } from './bare-load.ts'
import type { Place } from './place.ts'

const rounds = 3
const figure = (name: string, value: string) => ({ name, value, aim: '-', isReached: true })
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/**
 * Benchmarks the first pull of all rows, beside a bare load on the same device, and what remains of it after a kill
 * midway.
 */
export async function benchPulls(place: Place): Promise<Figure[]> {
  const rows = await readBareRows(place)
  const firsts: { pull: number; bare: number }[] = []
  const resumes: { pull: number; whole: number }[] = []
  for (let round = 0; round < rounds; round++) {
    firsts.push(await pullBesideBare(place, rows, { isBareFirst: round % 2 === 1 }))
    resumes.push(await resumeAfterKill(place))
  }
  const pull = median(firsts.map(first => first.pull))
  const toBare = median(firsts.map(first => first.pull / first.bare))
  const toPull = median(resumes.map((resume, round) => resume.pull / (firsts[round]?.pull ?? 0)))
  return [
    figure('bare load of 55,000 rows', seconds(median(firsts.map(({ bare }) => bare)))),
    figure('first pull of them', seconds(pull)),
    { name: 'first pull to bare load', value: toBare.toFixed(2), aim: 'at most 1.5', isReached: toBare <= 1.5 },
    figure('the rest, after a kill past the middle', seconds(median(resumes.map(resume => resume.pull)))),
    figure('the same from the tap on the icon', seconds(median(resumes.map(({ whole }) => whole)))),
    { name: 'the rest to a first pull', value: toPull.toFixed(2), aim: 'at most 0.5', isReached: toPull <= 0.5 },
  ]
}

/** From the first request to the last row on the disk. The message that all rows are there comes right after it. */
async function takeTime({ nextAsk }: Place): Promise<number> {
  const started = nextAsk('/api/app/pull/')
  const ended = nextAsk('/api/app/heartbeat')
  const start = await started
  return (await ended).at - start.at
}

function pullBesideBare(place: Place, rows: BareRows, { isBareFirst }: { isBareFirst: boolean }) {
  return place.withDevice(async device => {
    const browser = await place.open(device)
    const besides = await browser.context.newPage()
    await besides.goto(`${place.ground.url}/healthz`)
    const before = isBareFirst ? await loadBare(besides, rows) : undefined
    const took = takeTime(place)
    await place.signIn(browser)
    const pull = await took
    await expectWhole(browser.page)
    const bare = before ?? (await loadBare(besides, rows))
    await browser.close()
    return { pull, bare }
  })
}

function resumeAfterKill(place: Place) {
  return place.withDevice(async device => {
    const killed = await place.open(device)
    const past = untilPastMiddle(place)
    await place.signIn(killed)
    await past
    await killed.kill()
    const browser = await place.open(device)
    const took = takeTime(place)
    const start = performance.now()
    const ended = took.then(() => performance.now() - start)
    await browser.page.goto(`${place.ground.url}/app/sync`)
    const times = { pull: await took, whole: await ended }
    await expectWhole(browser.page)
    await browser.close()
    return times
  })
}

/**
 * A page of products is requested when the previous one has arrived and all earlier ones are on the disk, retailers
 * first.
 */
async function untilPastMiddle({ nextAsk }: Place): Promise<void> {
  const asked: number[] = []
  for (let onDisk = 0; onDisk <= 27_500; ) {
    const { path } = await nextAsk('/pull/products')
    asked.push(Number(new URL(path, 'http://app').searchParams.get('limit')))
    onDisk = asked.slice(0, -2).reduce((sum, rows) => sum + rows, 5000)
  }
}

async function expectWhole(page: Page): Promise<void> {
  const counts = await page.evaluate(countRows)
  if (counts.join() !== '5000,50000') throw new Error(`Rows are missing on the device: ${counts.join(', ')}`)
}

/** Runs in the page. */
function countRows(): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open('cache')
    opened.onerror = () => reject(opened.error)
    opened.onsuccess = () => {
      const db = opened.result
      const reading = db.transaction(['retailers', 'products'])
      const counted = ['retailers', 'products'].map(name => reading.objectStore(name).count())
      reading.oncomplete = () => {
        db.close()
        resolve(counted.map(({ result }) => result))
      }
    }
  })
}
