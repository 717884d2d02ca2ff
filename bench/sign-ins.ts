import { availableParallelism } from 'node:os'
import { verify } from '@node-rs/argon2'
import { type Browser, createBrowser } from './browser.ts'
import { median, percentile, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'
import { createSignInSocket } from './sign-in-socket.ts'

const roundSeconds = 4
const rounds = 4
const browsers = 12

type Rate = { perSecond: number }

/** Compares sign-ins per second with bare verifications of the same hash on the same cores, alternating in one run. */
export async function benchSignIns(): Promise<void> {
  const ground = await startBenchGround({ count: 12 })
  try {
    await signIns(ground, 2)
    const pairs: { raw: number; served: number }[] = []
    const waits: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const raw = await verifications(ground, roundSeconds)
      const served = await signIns(ground, roundSeconds)
      pairs.push({ raw: raw.perSecond, served: served.perSecond })
      waits.push(...served.pageMilliseconds)
    }
    const ratio = median(pairs.map(({ raw, served }) => served / raw))
    const page = percentile(waits, 0.95)
    printFigures('Sign-ins', [
      {
        name: 'bare Argon2id verifications a second',
        value: median(pairs.map(({ raw }) => raw)).toFixed(1),
        aim: '-',
        isReached: true,
      },
      {
        name: 'sign-ins a second',
        value: median(pairs.map(({ served }) => served)).toFixed(1),
        aim: '-',
        isReached: true,
      },
      { name: 'sign-ins to verifications', value: ratio.toFixed(3), aim: 'at least 0.90', isReached: ratio >= 0.9 },
      {
        name: 'another page meanwhile, 95th percentile',
        value: `${page.toFixed(0)} ms`,
        aim: 'under 250 ms',
        isReached: page < 250,
      },
    ])
  } finally {
    await ground.stop()
  }
}

async function verifications({ passwordHash, password }: BenchGround, seconds: number): Promise<Rate> {
  let done = 0
  const elapsed = await forSeconds(seconds, availableParallelism(), async () => {
    await verify(passwordHash, password)
    done += 1
  })
  return { perSecond: done / elapsed }
}

async function signIns(ground: BenchGround, seconds: number): Promise<Rate & { pageMilliseconds: number[] }> {
  const { url, people, password } = ground
  const open = Array.from({ length: browsers }, (_, index) =>
    createSignInSocket(url, { address: `10.1.0.${index}`, password }),
  )
  const onlooker = createBrowser(url, '10.2.0.1')
  const pageMilliseconds: number[] = []
  let done = 0
  let isOver = false
  const looking = lookAgainAndAgain(onlooker, pageMilliseconds, () => isOver)
  const elapsed = await forSeconds(seconds, browsers, async place => {
    const status = await open[place]?.signIn(people[place] ?? '')
    if (status !== 303) throw new Error(`A sign-in was answered with ${status}`)
    done += 1
  })
  isOver = true
  await looking
  for (const browser of [...open, onlooker]) browser.close()
  return { perSecond: done / elapsed, pageMilliseconds }
}

async function lookAgainAndAgain(browser: Browser, into: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const start = performance.now()
    const { status } = await browser.get('/sign-in')
    if (status !== 200) throw new Error(`The page was answered with ${status}`)
    into.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** Repeats the work in this many parallel loops until the time has passed. Returns the seconds that it took. */
async function forSeconds(seconds: number, places: number, work: (place: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: places }, async (_, place) => {
      while (performance.now() < end) await work(place)
    }),
  )
  return (performance.now() - start) / 1000
}
