import type { Pool } from 'pg'
import { createChance } from '../../../tools/strength/samples/seeded.ts'
import { type Road, startRoad } from '../servers/lossy-road.ts'
import type { Person } from './journey.ts'
import { type Killed, type Moment, moments, workUntilKilled } from './kill-round.ts'
import { createDevice, type KillableBrowser } from './killable-browser.ts'
import { fillSignIn, readDownload } from './rep-app.ts'
import { createTakenOrders, noteParts, type TakenOrders } from './taken-orders.ts'

export type KillGround = { url: string; pool: Pick<Pool, 'query'>; rep: Person }
export type KillPlan = { rounds: number; seed: number }
/** Orders, identified by their notes. */
export type KillReport = {
  kills: number
  /** Kills after the tap on Save and before the app called that order saved. */
  insideSave: number
  /** Orders of these kills that the device kept as a draft, and that it sent. */
  insideSaveDrafts: number
  insideSaveSent: number
  /** Kills while an order was being written, before the tap on Save. */
  insideForm: number
  /** Orders that the app reported as saved. */
  saved: string[]
  /** Orders reported as saved that never arrived at the server. */
  lost: string[]
  doubled: string[]
  /** Orders on the server that were never captured, or not with this content. */
  strange: string[]
  /** Orders reported as kept, of which neither a draft nor an order has the content of then or a later one. */
  lostDrafts: string[]
  /** Orders that the rep finds as drafts at the end. */
  drafts: string[]
}

/**
 * A rep captures orders in two tabs, often with two taps, while responses are lost at random, and the browser is killed
 * repeatedly at a random moment on the same device. At the end, over a reliable connection, the app must send everything
 * that it called saved, and show everything else as a draft.
 */
export async function killAgainAndAgain(ground: KillGround, { rounds, seed }: KillPlan): Promise<KillReport> {
  const chance = createChance(seed)
  const road = await startRoad(ground.url)
  const device = createDevice()
  const orders = createTakenOrders(`kill ${seed}`)
  const retailerId = await findRetailer(ground)
  const kills: Killed[] = []
  const open = () => device.open({ server: ground.url, through: road.url })
  try {
    await signIn(await open(), ground, road)
    for (let round = 0; round < rounds; round++) {
      const moment: Moment = moments[round % moments.length] ?? 'press'
      if (moment === 'pull') await changeProducts(ground)
      kills.push(await workUntilKilled(await open(), { url: ground.url, retailerId, road, orders, chance, moment }))
    }
    road.watch(() => 'comes')
    const drafts = await sendAll(await open(), ground)
    return compare({ orders, kills, drafts, arrived: await readArrived(ground, orders.prefix) })
  } finally {
    device.erase()
    await road.stop()
  }
}

async function findRetailer({ pool, rep }: KillGround): Promise<string> {
  const { rows } = await pool.query(
    `select r.id from retailers r join user_territories t on t.territory_id = r.territory_id
     join accounts a on a.id = t.account_id where a.username = $1 order by r.name limit 1`,
    [rep.username],
  )
  return rows[0].id
}

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

/** Changes data, so that there is something to download. */
async function changeProducts({ pool }: KillGround): Promise<void> {
  await pool.query('update products set name = name where id in (select id from products order by random() limit 5000)')
}

/** Sends everything, and returns the notes of the drafts that the rep finds. */
async function sendAll({ page, close }: KillableBrowser, { url }: KillGround): Promise<string[]> {
  await page.goto(`${url}/app/sync`)
  await page.locator('.status-line').filter({ hasText: 'All sent' }).waitFor()
  const hasDrafts = (await page.evaluate(countDrafts)) > 0
  const items = hasDrafts ? JSON.parse(await readDownload(page, 'Export as JSON for support')) : []
  await close()
  return items.map(({ payload }: { payload: { note: string } }) => payload.note)
}

/** Runs in the page. */
function countDrafts(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('outbox')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('rows').objectStore('rows').index('status').count('draft')
      counting.onsuccess = () => resolve(counting.result)
    }
  })
}

async function readArrived({ pool }: KillGround, prefix: string): Promise<string[]> {
  const { rows } = await pool.query('select note from orders where note like $1 order by note', [`${prefix} %`])
  return rows.map(({ note }) => note)
}

type Found = { orders: TakenOrders; kills: Killed[]; drafts: string[]; arrived: string[] }

function compare({ orders, kills, drafts, arrived }: Found): KillReport {
  const { begun, saved, kept } = orders
  const nameOf = (note: string) => noteParts(note).name
  const sent = new Set(arrived.map(nameOf))
  const drafted = new Set(drafts.map(nameOf))
  const isThere = ([name, version]: [string, number]) =>
    sent.has(name) || drafts.some(note => nameOf(note) === name && noteParts(note).version >= version)
  const inside = kills.flatMap(({ inside: where, order }) => (where === 'save' && order !== undefined ? [order] : []))
  return {
    kills: kills.length,
    insideSave: inside.length,
    insideSaveDrafts: inside.filter(name => drafted.has(name)).length,
    insideSaveSent: inside.filter(name => sent.has(name)).length,
    insideForm: kills.filter(kill => kill.inside === 'form').length,
    saved: [...saved],
    lost: [...saved].filter(name => !sent.has(name)),
    // A draft of an order that arrived would be sent a second time.
    doubled: [
      ...arrived.map(nameOf).filter((name, place, names) => names.indexOf(name) !== place),
      ...[...drafted].filter(name => sent.has(name)),
    ],
    strange: arrived.filter(note => begun.get(nameOf(note)) !== noteParts(note).version),
    lostDrafts: [...kept].filter(entry => !isThere(entry)).map(([name]) => name),
    drafts: [...drafted],
  }
}
