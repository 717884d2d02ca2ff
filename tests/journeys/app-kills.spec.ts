import { randomInt } from 'node:crypto'
import { expect } from '@playwright/test'
import { killAgainAndAgain } from '../support/browsers/hard-kills.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp, takeOrder } from '../support/browsers/rep-app.ts'

test('J9 every saved order arrives once, and no draft is lost, although the browser is killed while it saves and syncs', async ({
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  const seed = randomInt(1_000_000)
  const report = await killAgainAndAgain({ url: app.url, pool: app.database.pool, rep }, { rounds: 8, seed })
  expect(report, `seed ${seed}`).toMatchObject({ lost: [], doubled: [], strange: [], lostDrafts: [], kills: 8 })
})

test('J9 every write to the outbox waits for the disk, not for the memory of the browser', async ({
  page,
  app,
  rep,
}) => {
  await page.addInitScript(watchWrites)
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  await takeOrder(page, 'on the disk')
  const writes = await page.evaluate(() => (globalThis as unknown as { writes: string[] }).writes)
  expect(new Set(writes)).toEqual(new Set(['strict']))
})

/** Runs in the page before the app starts. */
function watchWrites(): void {
  const writes: string[] = []
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...question) {
    const begun = transaction.apply(this, question)
    if (this.name === 'outbox' && begun.mode === 'readwrite') writes.push(begun.durability)
    return begun
  }
  Object.assign(globalThis, { writes })
}
