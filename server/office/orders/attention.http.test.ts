import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { attentionMail } from './attention.mail.ts'
import { createAttentionMail, createQueueAttention } from './queue-attention.job.ts'

let app: TestApp
let orders: PushedOrders
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
})
afterAll(() => app.stop())

const inAuckland = (hour: number) => new Date(Date.UTC(2027, 5, 30, hour - 12))
const queueAt = (now: Date) => createQueueAttention({ ...app.ground, clock: { now: () => now } })()
const queued = async () =>
  Number((await orders.query(`select count(*) from mail_messages where kind = 'attention'`)).rows[0].count)
const forget = () =>
  orders.query(`delete from mail_messages where kind = 'attention'; update organisation set attention_day = null`)
const settle = () => orders.query(`update orders set status = 'shipped' where status in ('received', 'on-hold')`)

describe('the daily email about orders', () => {
  test('is queued once a day from seven in the organisation’s time zone, also by two servers', async () => {
    await orders.query(`update organisation set time_zone = 'Pacific/Auckland'`)
    await settle()
    const { id } = await orders.push()
    await orders.query(`update orders set status = 'on-hold' where id = $1`, [id])
    await forget()
    await queueAt(inAuckland(6))
    expect(await queued()).toBe(0)
    await Promise.all([1, 2, 3].map(() => queueAt(inAuckland(8))))
    const once = await queued()
    expect(once).toBeGreaterThan(0)
    await queueAt(inAuckland(23))
    expect(await queued()).toBe(once)
    await queueAt(inAuckland(24 + 8))
    expect(await queued()).toBe(2 * once)
  })

  test('is not made when there is nothing to say, and an order for a later day needs nothing yet', async () => {
    await settle()
    await orders.query(`update pushed_items set discarded_at = now() where outcome = 'rejected'`)
    await orders.push()
    const later = await orders.push()
    await orders.query(`update orders set requested_day = '2027-07-20' where id = $1`, [later.id])
    await forget()
    await orders.query(`update orders set received_at = $1 where status = 'received'`, [inAuckland(1)])
    await queueAt(inAuckland(8))
    expect(await queued()).toBe(0)
    const compose = (now: Date) =>
      createAttentionMail({ ...app.ground, clock: { now: () => now } }).compose({} as never)
    expect(await compose(inAuckland(8))).toMatchObject({ kind: 'cancel' })
    expect(await compose(inAuckland(26))).toMatchObject({ kind: 'mail' })
  })

  test('names the orders, and says how many more there are', () => {
    const numbers = ['O100001', 'O100002']
    const { blocks } = attentionMail(
      {
        onHold: { count: 12, numbers },
        unconfirmed: { count: 1, numbers: ['O100003'] },
        rejected: 1,
        webhooks: ['erp.example'],
      },
      'https://fieldkey.example',
    )
    expect(blocks.map(block => ('text' in block ? block.text : 'address' in block ? block.address : ''))).toEqual([
      '12 orders on hold: O100001, O100002 and 10 more.',
      '1 order received and not confirmed for 24 hours: O100003.',
      '1 item of reps rejected or waiting for a decision.',
      'Webhooks that fail: erp.example.',
      'https://fieldkey.example/admin/orders',
      'https://fieldkey.example/admin/webhooks',
      expect.stringContaining('system messages'),
    ])
  })

  test('says which webhooks have failed for an hour or were disabled for it, even if no order needs anything', async () => {
    await settle()
    await orders.query(`update pushed_items set discarded_at = now() where outcome = 'rejected'`)
    const add = `insert into webhooks (id, url, events, secret_key_id, secret_sealed, created_at, failing_since,
        disabled_at, disabled_because)
      values (gen_random_uuid(), $1, '{order.received}', 'k', '', now(), $2, $3, $4)`
    await orders.query(add, ['https://fresh.example/in', inAuckland(8), null, null])
    await orders.query(add, ['https://stopped.example/in', inAuckland(2), inAuckland(3), 'administrator'])
    const compose = () =>
      createAttentionMail({ ...app.ground, clock: { now: () => inAuckland(8) } }).compose({} as never)
    expect(await compose()).toMatchObject({ kind: 'cancel' })
    await orders.query(add, ['https://erp.example/in?key=secret', inAuckland(7), null, null])
    await orders.query(add, ['https://gone.example/in', inAuckland(2), inAuckland(3), 'failures'])
    const composed = JSON.stringify(await compose())
    expect(composed).toContain('Webhooks that fail: erp.example, gone.example.')
    expect(composed).not.toContain('secret')
    await orders.query('delete from webhooks')
  })

  test('goes to users who receive system messages and may read orders', async () => {
    await settle()
    const { id } = await orders.push()
    await orders.query(`update orders set status = 'on-hold' where id = $1`, [id])
    await forget()
    await queueAt(inAuckland(8))
    const { rows } = await orders.query(
      `select a.username from mail_messages m join accounts a on a.id = m.account_id where m.kind = 'attention'`,
    )
    const { rows: expected } = await orders.query(
      `select a.username from users u join accounts a on a.id = u.account_id join roles r on r.id = u.role_id
       where u.receives_system_messages and u.user_type in ('admin', 'dual') and a.is_active and r.orders <> 'none'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ username }) => username).toSorted()).toEqual(expected.map(row => row.username).toSorted())
  })
})
