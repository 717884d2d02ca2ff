import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { type Chance, createChance } from '../../../tools/strength/samples/seeded.ts'
import { type Fate, type Road, startRoad } from '../servers/lossy-road.ts'
import type { Person } from './journey.ts'
import { createDevice, type KillableBrowser } from './killable-browser.ts'
import { fillOrder, fillSignIn } from './rep-app.ts'

export type KillGround = { url: string; pool: Pick<Pool, 'query'>; rep: Person }
export type KillPlan = { rounds: number; seed: number }
/** Orders, identified by their notes. */
export type KillReport = {
  /** Orders that the app reported as saved. */
  saved: string[]
  /** Orders reported as saved that never arrived at the server. */
  lost: string[]
  doubled: string[]
  /** Orders on the server that were never captured. */
  strange: string[]
}

/** The moment of the kill: immediately, or some milliseconds later. */
const moments = ['save', 'saved', 'push', 'pull'] as const
type Moment = (typeof moments)[number]
const delaysMs = [0, 0, 5, 10, 20, 40] as const

/**
 * A rep captures orders while responses are lost at random, and the browser is killed repeatedly at a random moment on
 * the same device. At the end, over a reliable connection, the app must send everything it has.
 */
export async function killAgainAndAgain(ground: KillGround, { rounds, seed }: KillPlan): Promise<KillReport> {
  const chance = createChance(seed)
  const road = await startRoad(ground.url)
  const device = createDevice()
  const orders: Orders = { begun: [], saved: new Set(), prefix: `kill ${seed}` }
  const open = () => device.open({ server: ground.url, through: road.url })
  try {
    await signIn(await open(), ground, road)
    for (let round = 0; round < rounds; round++) {
      await changeProducts(ground)
      const moment = moments[round % moments.length] ?? 'save'
      await workUntilKilled(await open(), { ground, road, orders, chance, moment })
    }
    road.watch(() => 'comes')
    await sendAll(await open(), ground)
    return await compare(orders, ground)
  } finally {
    device.erase()
    await road.stop()
  }
}

type Orders = { prefix: string; begun: string[]; saved: Set<string> }
type Work = { ground: KillGround; road: Road; orders: Orders; chance: Chance; moment: Moment }

async function signIn({ page, kill }: KillableBrowser, { url, rep }: KillGround, road: Road): Promise<void> {
  const isWhole = new Promise<void>(resolve => {
    road.watch(path => {
      if (path.startsWith('/api/app/heartbeat')) resolve()
      return 'comes'
    })
  })
  await page.goto(`${url}/app/sync`)
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await fillSignIn(page, rep)
  await isWhole
  await kill()
}

async function workUntilKilled(browser: KillableBrowser, work: Work): Promise<void> {
  const { ground, orders, chance, moment } = work
  const { promise: killed, resolve, reject } = Promise.withResolvers<void>()
  let before = chance.below(4)
  let isKilled = false
  const kill = () => {
    isKilled = true
    browser.kill().then(resolve, reject)
  }
  const happens = (what: Moment) => {
    if (what === moment && before-- === 0) setTimeout(kill, chance.pick(delaysMs))
  }
  losesAnswers(work, happens)
  await hearSaved(browser, () => {
    const note = orders.begun.at(-1)
    if (note !== undefined) orders.saved.add(note)
    happens('saved')
  })
  const working = takeOrders(browser.page, { ground, orders, onPress: () => happens('save') })
  const cutOff = working.catch(fault => {
    if (!isKilled) throw fault
  })
  await Promise.all([killed, cutOff])
}

function losesAnswers({ road, chance }: Work, happens: (what: Moment) => void): void {
  const fates: Fate[] = ['comes', 'comes', 'lost', 'broken']
  road.watch(path => {
    if (!/^\/(?:api\/app|oidc\/token)/.test(path)) return 'comes'
    if (path.startsWith('/api/app/push')) happens('push')
    if (path.startsWith('/api/app/pull')) happens('pull')
    return chance.pick(fates)
  })
}

/** Reports the text of the screen immediately, because the browser may be killed at any moment. */
async function hearSaved({ context }: KillableBrowser, onSaved: () => void): Promise<void> {
  await context.exposeFunction('hearSaved', onSaved)
  await context.addInitScript(() => {
    const { hearSaved } = globalThis as unknown as { hearSaved(): void }
    let wasThere = false
    new MutationObserver(() => {
      const isThere = document.body?.textContent?.includes('Saved on this device.') === true
      if (isThere && !wasThere) hearSaved()
      wasThere = isThere
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

type Taking = { ground: KillGround; orders: Orders; onPress(): void }

async function takeOrders(page: Page, { ground, orders, onPress }: Taking): Promise<never> {
  await page.goto(`${ground.url}/app`)
  for (;;) {
    const note = `${orders.prefix} ${orders.begun.length}`
    await fillOrder(page, note)
    orders.begun.push(note)
    onPress()
    await page.getByRole('button', { name: 'Save order' }).click()
    await page.getByText('Saved on this device.').waitFor()
  }
}

/** Changes data, so that there is something to download. */
async function changeProducts({ pool }: KillGround): Promise<void> {
  await pool.query('update products set name = name where id in (select id from products order by random() limit 5000)')
}

async function sendAll({ page, close }: KillableBrowser, { url }: KillGround): Promise<void> {
  await page.goto(`${url}/app/sync`)
  await page.locator('.status-line').filter({ hasText: 'All sent' }).waitFor()
  await close()
}

async function compare({ prefix, begun, saved }: Orders, { pool }: KillGround): Promise<KillReport> {
  const { rows } = await pool.query('select note from orders where note like $1 order by note', [`${prefix} %`])
  const arrived: string[] = rows.map(({ note }) => note)
  return {
    saved: [...saved],
    lost: [...saved].filter(note => !arrived.includes(note)),
    doubled: arrived.filter((note, place) => arrived.indexOf(note) !== place),
    strange: arrived.filter(note => !begun.includes(note)),
  }
}
