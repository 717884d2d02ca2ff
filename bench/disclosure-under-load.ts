import { randomInt } from 'node:crypto'
import { insertContact, insertUser } from '../server/people/accounts/accounts.store.ts'
import { insertRetailer } from '../server/people/retailers/retailers.store.ts'
import { systemClock } from '../server/platform/clock.ts'
import { createBrowser } from './browser.ts'
import { median, outranFigure, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'
import { areaUnderCurve } from './mann-whitney.ts'

const samples = 300
const warmUp = 10
const strangers = 8

const classes = ['known', 'unknown', 'contact', 'inactive'] as const
type Class = (typeof classes)[number]

/**
 * Measures whether the time of a reset request distinguishes the classes of usernames while the server is busy (ASVS
 * 6.3.8).
 */
export async function benchDisclosureUnderLoad(): Promise<void> {
  const ground = await startBenchGround({ count: samples + warmUp, env: { USERNAME_DISCLOSURE: 'never' } })
  const load = startLoad(ground)
  try {
    await addOthers(ground)
    const times = await measure(ground)
    load.stop()
    const done = await load.done
    const middle = classes.map(name => `${name} ${median(times[name]).toFixed(1)}`).join(', ')
    printFigures('Known and unknown usernames, under load', [
      { name: 'wrong sign-ins meanwhile', value: String(done), aim: '-', isReached: true },
      outranFigure(ground, classes.length * (samples + warmUp)),
      { name: 'medians in ms', value: middle, aim: '-', isReached: true },
      ...pairsOf(classes).map(([left, right]) => figureOf({ left, right, times })),
    ])
  } finally {
    load.stop()
    await load.done
    await ground.stop()
  }
}

function figureOf({ left, right, times }: { left: Class; right: Class; times: Record<Class, number[]> }) {
  const area = areaUnderCurve(times[left], times[right])
  return {
    name: `area under the curve, ${left} and ${right}`,
    value: area.toFixed(3),
    aim: '0.45 to 0.55',
    isReached: area >= 0.45 && area <= 0.55,
  }
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((left, index) => all.slice(index + 1).map((right): [T, T] => [left, right]))
}

const usernameOf: Record<Class, (index: number) => string> = {
  known: index => `rep${index}@bench.example`,
  unknown: index => `none${index}@bench.example`,
  contact: index => `buyer${index}@bench.example`,
  inactive: index => `left${index}@bench.example`,
}

/** Asks about each name once, from a network of its own, in an order that differs between rounds. */
async function measure({ url }: BenchGround): Promise<Record<Class, number[]>> {
  const times: Record<Class, number[]> = { known: [], unknown: [], contact: [], inactive: [] }
  for (let index = 0; index < samples + warmUp; index += 1) {
    const browser = createBrowser(url, `10.7.${index >> 8}.${index & 255}`)
    await browser.get('/healthz')
    for (const name of shuffle(classes)) {
      const start = performance.now()
      const { status } = await browser.post('/reset', { username: usernameOf[name](index) })
      if (status !== 303) throw new Error(`A request was answered with ${status}`)
      if (index >= warmUp) times[name].push(performance.now() - start)
    }
    browser.close()
  }
  return times
}

function shuffle<T>(values: readonly T[]): T[] {
  return values
    .map(value => ({ value, place: randomInt(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

/** Concurrent wrong passwords, each for a name and from a network of its own, so that no limit stops the work. */
function startLoad({ url }: BenchGround) {
  let isOver = false
  let count = 0
  const run = async (place: number) => {
    while (!isOver) {
      const index = count++
      const browser = createBrowser(url, `10.${8 + place}.${(index >> 8) & 255}.${index & 255}`)
      await browser.post('/sign-in', { username: `guess${index}@bench.example`, password: 'not-the-password-21' })
      browser.close()
    }
  }
  const running = Promise.all(Array.from({ length: strangers }, (_, place) => run(place)))
  const stop = () => {
    isOver = true
  }
  return { stop, done: running.then(() => count) }
}

async function addOthers({ db, passwordHash }: BenchGround): Promise<void> {
  const person = { givenName: 'Some', familyName: 'Body', passwordHash, createdAt: systemClock.now() }
  await db.transaction().execute(async tx => {
    const { createdAt } = person
    const retailerId = await insertRetailer(tx, {
      name: 'Corner Store',
      accountNumber: 'B1',
      territoryId: null,
      createdAt,
    })
    if (retailerId === undefined) throw new Error('The retailer could not be added')
    for (let index = 0; index < samples + warmUp; index += 1) {
      const contact = usernameOf.contact(index)
      const names = { username: contact, usernameKey: contact, email: contact }
      await insertContact(tx, { ...person, ...names, isActive: true, retailerId, hasWebsiteAccess: true })
      const left = usernameOf.inactive(index)
      const user = { username: left, usernameKey: left, isActive: false, hasLicence: false, emailTo: null }
      await insertUser(tx, { ...person, ...user, userType: 'device' })
    }
  })
}
