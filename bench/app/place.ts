import { findAccountByKey } from '../../server/people/accounts/accounts.store.ts'
import { listTerritoriesByName } from '../../server/people/territories/territories.store.ts'
import { systemClock } from '../../server/platform/clock.ts'
import type { Person } from '../../tests/support/browsers/journey.ts'
import { createDevice, type Device, type KillableBrowser } from '../../tests/support/browsers/killable-browser.ts'
import { fillSignIn } from '../../tests/support/browsers/rep-app.ts'
import { type Road, startRoad } from '../../tests/support/servers/lossy-road.ts'
import { fillField } from '../../tools/fill-field.ts'
import { type BenchGround, startBenchGround } from '../ground.ts'

/** A wholesaler's server, a rep, and the network between them, which reports the app's requests and their times. */
export type Place = {
  ground: BenchGround
  road: Road
  rep: Person & { accountId: string }
  territoryIds: readonly string[]
  /** Resolves when the app next requests this. */
  nextAsk(part: string): Promise<AskedPath>
  withDevice<Answer>(run: (device: Device) => Promise<Answer>): Promise<Answer>
  open(device: Device): Promise<KillableBrowser>
  signIn(browser: KillableBrowser): Promise<void>
  stop(): Promise<void>
}

export type AskedPath = { path: string; at: number }

export async function startPlace(): Promise<Place> {
  const ground = await startBenchGround({ count: 1 })
  const [username = ''] = ground.people
  const account = await findAccountByKey(ground.db, username)
  if (!account) throw new Error('The bench has no rep')
  await fillField(ground.db, account.id, systemClock.now())
  const territoryIds = (await listTerritoriesByName(ground.db)).map(({ id }) => id)
  const road = await startRoad(ground.url)
  const waiting = new Set<{ part: string; tell(found: AskedPath): void }>()
  road.watch(path => {
    const found = { path, at: performance.now() }
    for (const waiter of waiting) {
      if (!path.includes(waiter.part)) continue
      waiting.delete(waiter)
      waiter.tell(found)
    }
    return 'comes'
  })
  const rep = { username, accountId: account.id, password: ground.password }
  return {
    ground,
    road,
    rep,
    territoryIds,
    nextAsk: part => new Promise(tell => waiting.add({ part, tell })),
    withDevice: async run => {
      const device = createDevice()
      try {
        return await run(device)
      } finally {
        device.erase()
      }
    },
    open: device => device.open({ server: ground.url, through: road.url }),
    signIn: async ({ page }) => {
      await page.goto(`${ground.url}/app/sync`)
      await page.getByRole('button', { name: /^Sign in/ }).click()
      await fillSignIn(page, rep)
    },
    stop: async () => {
      await road.stop()
      await ground.stop()
    },
  }
}
