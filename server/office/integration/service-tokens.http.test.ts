import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { addServiceToken } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callAsSystem, outcomesOf, tea } from '../../../tests/support/servers/erp.ts'
import { hashToken } from '../../platform/token.ts'

let app: TestApp
let erp: string
beforeAll(async () => {
  app = await startTestApp()
  erp = await addServiceToken(app, { ...noRights, products: 'write', orders: 'write' })
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const call = (method: string, path: string, { token = erp, body }: { token?: string; body?: unknown } = {}) =>
  callAsSystem(app, `${method} ${path}`, { token, body })

describe('a service token', () => {
  const withRights = (rights: Partial<Rights>, days?: number) => addServiceToken(app, { ...noRights, ...rights }, days)

  test('is needed for every call', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      expect((await call('GET', '/orders', { token })).status).toBe(401)
    }
    expect((await call('GET', '/orders')).status).toBe(200)
  })

  test('gives the rights of its role and no more', async () => {
    const reader = await withRights({ orders: 'read' })
    expect((await call('GET', '/orders', { token: reader })).status).toBe(200)
    expect((await call('PUT', '/products', { token: reader, body: { rows: [tea] } })).status).toBe(403)
    expect(
      (await call('PUT', `/orders/${randomUUID()}/status`, { token: reader, body: { status: 'confirmed' } })).status,
    ).toBe(403)
    expect((await call('GET', '/orders', { token: await withRights({ products: 'write' }) })).status).toBe(403)
  })

  test('ends at its expiry', async () => {
    const token = await withRights({ orders: 'read' }, 1)
    expect((await call('GET', '/orders', { token })).status).toBe(200)
    await query('update service_tokens set expires_at = $1 where token_hash = $2', [app.clock.now(), hashToken(token)])
    expect((await call('GET', '/orders', { token })).status).toBe(401)
  })

  test('that is revoked during a call lets that call end completely, and no later one begin', async () => {
    const token = await withRights({ products: 'write' })
    const {
      rows: [{ name }],
    } = await query('select name from service_tokens where token_hash = $1', [hashToken(token)])
    const blocker = await openBlocker(app.database.pool)
    await blocker.query(`select pg_advisory_xact_lock(hashtext('products by key'))`)
    const written = call('PUT', '/products', { token, body: { rows: [{ ...tea, code: 'LAST' }] } })
    await blocker.untilBlocks()
    const revoked = app.actions.revokeServiceToken({ token: { name }, authority: { actor: 'command-line' } })
    const isHeld = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update "service_tokens"%'`
    await expect.poll(async () => (await query(isHeld)).rowCount).toBe(1)
    await blocker.end('commit')
    expect(outcomesOf(await written)).toEqual(['created'])
    expect(await revoked).toEqual({ kind: 'revoked' })
    expect((await call('PUT', '/products', { token, body: { rows: [tea] } })).status).toBe(401)
  })

  test('is stored as a hash, appears in no log, and keeps its role from being removed until it is revoked', async () => {
    const token = await withRights({ orders: 'read' })
    await call('GET', '/orders', { token })
    const { rows } = await query('select * from service_tokens')
    expect(JSON.stringify(rows) + app.logged()).not.toContain(token)
    const {
      rows: [{ role_id: id, name, last_used_at }],
    } = await query('select role_id, name, last_used_at from service_tokens where token_hash = $1', [hashToken(token)])
    expect(last_used_at).not.toBeNull()
    const authority = { actor: 'command-line' } as const
    expect(await app.actions.removeRole({ id, authority })).toMatchObject({ kind: 'role-in-use' })
    await app.actions.revokeServiceToken({ token: { name }, authority })
    expect(await app.actions.removeRole({ id, authority })).toMatchObject({ kind: 'removed' })
  })
})
