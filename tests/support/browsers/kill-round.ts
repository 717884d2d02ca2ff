import type { Page } from '@playwright/test'
import type { Chance } from '../../../tools/strength/samples/seeded.ts'
import type { Fate, Road } from '../servers/lossy-road.ts'
import type { KillableBrowser } from './killable-browser.ts'
import { noteOf, noteParts, type TakenOrders } from './taken-orders.ts'

/**
 * When the kill comes: at the tap on Save, when the order is given to the disk, while the note is typed, when the app says
 * "saved", sends or downloads. Half of them are inside a save.
 */
export const moments = ['press', 'put', 'type', 'press', 'put', 'saved', 'push', 'pull'] as const
export type Moment = (typeof moments)[number]

/** Where the work was at the kill, and the order that was worked on. */
export type Killed = { inside: 'save' | 'form' | 'rest'; order: string | undefined }

type Work = { url: string; retailerId: string; road: Road; orders: TakenOrders; chance: Chance; moment: Moment }
type Tab = { order: string | undefined; state: 'rest' | 'form' | 'save' }

const delaysMs = { press: [0, 0, 1, 2, 4, 8], put: [0, 0, 0, 1, 2, 4], other: [0, 0, 5, 10, 20, 40] } as const

/** Takes orders in two tabs until the browser is killed. */
export async function workUntilKilled(browser: KillableBrowser, work: Work): Promise<Killed> {
  const { chance, moment, road } = work
  const { promise: killed, resolve, reject } = Promise.withResolvers<void>()
  const tabs = new Map<Page, Tab>()
  const result: Killed = { inside: 'rest', order: undefined }
  let before = chance.below(moment === 'push' || moment === 'pull' ? 2 : 4)
  let isKilled = false
  const kill = (tab: Tab | undefined) => {
    isKilled = true
    if (tab) Object.assign(result, { inside: tab.state, order: tab.order })
    browser.kill().then(resolve, reject)
  }
  const happens = (what: Moment, tab?: Tab) => {
    if (what !== moment || before-- !== 0) return
    const delays = what === 'press' || what === 'put' ? delaysMs[what] : delaysMs.other
    setTimeout(() => kill(tab), chance.pick(delays))
  }
  road.watch(path => fateOf(path, { chance, happens }))
  await hearPages(browser, (page, what, note) => {
    const tab = tabs.get(page)
    if (tab && !isKilled) hear({ tab, what, note, orders: work.orders, happens })
  })
  const take = (page: Page) => {
    const tab: Tab = { order: undefined, state: 'rest' }
    tabs.set(page, tab)
    return takeOrders(page, tab, work)
  }
  const pages = [browser.page, await browser.context.newPage()]
  const cutOff = pages.map(page =>
    take(page).catch(async fault => {
      if (isKilled) return
      const shown = await page
        .locator('#app')
        .textContent()
        .catch(() => 'unknown')
      throw new Error(`The work stopped without a kill. The page shows: ${shown}`, { cause: fault })
    }),
  )
  await Promise.race([killed, Promise.all([killed, ...cutOff])])
  await Promise.all(cutOff)
  return result
}

type Happens = (what: Moment, tab?: Tab) => void

function fateOf(path: string, { chance, happens }: { chance: Chance; happens: Happens }): Fate {
  const fates: Fate[] = ['comes', 'comes', 'lost', 'broken']
  if (!/^\/(?:api\/app|oidc\/token)/.test(path)) return 'comes'
  if (path.startsWith('/api/app/push')) happens('push')
  if (path.startsWith('/api/app/pull')) happens('pull')
  return chance.pick(fates)
}

type Heard = { tab: Tab; what: string; note: string; orders: TakenOrders; happens: Happens }

function hear({ tab, what, note, orders, happens }: Heard): void {
  const { name, version } = noteParts(note)
  if (what === 'kept') orders.kept.set(name, Math.max(version, orders.kept.get(name) ?? 0))
  if (what === 'typed') happens('type', tab)
  if (what === 'press' && tab.state === 'form') tab.state = 'save'
  if (what === 'press') happens('press', tab)
  if (what === 'put' && tab.state === 'save') happens('put', tab)
  if (what !== 'saved' || tab.order === undefined || tab.state !== 'save') return
  orders.saved.add(tab.order)
  tab.state = 'rest'
  happens('saved', tab)
}

/** Tells the test immediately what happens in a page, because the browser may be killed at any moment. */
async function hearPages(
  { context }: KillableBrowser,
  onHeard: (page: Page, what: string, note: string) => void,
): Promise<void> {
  await context.exposeBinding('tell', ({ page }, what: string, note: string) => onHeard(page, what, note))
  await context.addInitScript(watchPage)
}

/** Exists in the page alone. */
declare function tell(what: string, note: string): void

/** Runs in the page before the app. */
function watchPage(): void {
  const note = () => document.querySelector<HTMLInputElement>('main input[maxlength="2000"]')?.value ?? ''
  let last = ''
  const look = () => {
    const text = document.querySelector('main')?.textContent ?? ''
    const isSaved = text.includes('Saved on this device.')
    const now = isSaved ? 'saved' : text.includes('Kept as a draft on this device.') ? `kept ${note()}` : ''
    if (now !== last && isSaved) tell('saved', '')
    if (now !== last && now.startsWith('kept ') && note() !== '') tell('kept', note())
    last = now
  }
  // In a task of its own: before React has drawn a key, the page still has the words for the text before it.
  const options = { childList: true, subtree: true, characterData: true, attributes: true }
  new MutationObserver(() => setTimeout(look)).observe(document, options)
  document.addEventListener('input', () => tell('typed', note()))
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('button')?.textContent === 'Save order') tell('press', note())
    },
    { capture: true },
  )
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...row) {
    if (this.name === 'rows') tell('put', note())
    return put.apply(this, row)
  }
}

async function takeOrders(page: Page, tab: Tab, { url, retailerId, orders, chance }: Work): Promise<never> {
  for (;;) {
    await page.goto(`${url}/app/orders/new?retailer=${retailerId}&kind=order`)
    await page.getByLabel('Add a product by name, code or barcode').fill('2000000000015')
    await page.getByRole('button', { name: /^Add / }).first().click()
    const name = orders.begin()
    Object.assign(tab, { order: name, state: 'form' })
    for (let version = 0; version < 3; version++) {
      orders.begun.set(name, version)
      await page.getByLabel('Note on the order').fill(noteOf(name, version))
    }
    await pressSave(page, chance.pick([1, 2]))
    // The second of two taps may hit New order, which is at the same place of the next screen.
    const isElsewhere = page.getByRole('heading', { name: 'Retailers', level: 1 })
    await page.getByText('Saved on this device.').or(isElsewhere).first().waitFor()
  }
}

/** A finger doesn't wait until the button can be tapped again. */
async function pressSave(page: Page, clickCount: number): Promise<void> {
  const button = page.getByRole('button', { name: 'Save order' })
  const box = await button.boundingBox()
  if (!box) throw new Error('The button is not on the screen')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, {
    clickCount,
    delay: clickCount === 2 ? 20 : 0,
  })
}
