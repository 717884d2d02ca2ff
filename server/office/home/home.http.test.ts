import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { askForMail, riley, save } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  app.clock.advanceToNoon()
})
afterAll(() => app.stop())

async function askHome(rights: Partial<Rights>) {
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, ...rights } })
  return visitor.get('/api/home')
}

const homeOf = async (rights: Partial<Rights>) => asJson(await askHome(rights))

test('counts a requested and completed reset, with the time it took', async () => {
  const startedAt = Date.now()
  const { path, code } = await askForMail(app, riley)
  app.clock.advance(100)
  await save(app.visitor(), path, { code })
  const { body } = await homeOf({ users: 'read' })
  expect(body.days).toHaveLength(30)
  expect(body.resets).toMatchObject({ asked: 1, mailed: 1, completed: 1, notDelivered: 0 })
  expect(body.resets.medianSeconds).toBeGreaterThanOrEqual(100)
  expect(body.resets.medianSeconds).toBeLessThanOrEqual(101 + (Date.now() - startedAt) / 1000)
  expect(body.resets.completedPerDay.at(-1)).toBe(1)
  expect(body.signIns.perDay.at(-1)).toBe(body.signIns.total)
})

test('8.2.3 each part is only for administrators who may read its data', async () => {
  const parts = async (rights: Partial<Rights>) => {
    const { days: _, timeZone: __, ...body } = (await homeOf(rights)).body
    return Object.keys(body).filter(name => body[name] !== null)
  }
  expect(await parts({})).toEqual([])
  expect(await parts({ users: 'read' })).toEqual(['signIns', 'resets', 'locked'])
  expect(await parts({ subscription: 'read' })).toEqual(['seats'])
  expect(await parts({ mail: 'read' })).toEqual(['mail'])
  expect(await parts({ settings: 'read' })).toEqual(['setUp'])
  expect(await parts({ audit: 'write', retailers: 'write' })).toEqual([])
})

test("days are those of the organisation's time zone, wherever the administrator is", async () => {
  const today = (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(app.clock.now())
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    await app.actions.changeOrganisation({ change: { timeZone }, authority: { actor: 'command-line' } })
    const { days, timeZone: named } = (await homeOf({})).body
    expect([days.at(-1), named]).toEqual([today(timeZone), timeZone])
  }
})
