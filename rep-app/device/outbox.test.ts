import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutbox } from './outbox.ts'
import type { PushResult } from './outbox-changes.ts'

const [riley, nina] = ['riley', 'nina']
const payload = { retailerId: 'r1', lines: [{ productId: 'p1', quantity: 12, priceCents: 450 }], note: 'ring the bell' }
const entry = { accountId: riley, type: 'order', payload, capturedAt: '2026-05-04T08:00:00.000Z' } as const
let made = 0

function createTestOutbox() {
  const clock = { at: 1_000_000, now: () => clock.at }
  return { clock, outbox: createOutbox({ clock, name: `outbox-${made++}` }) }
}

const accept = (id: string): PushResult => ({ id, outcome: 'accepted', number: 'O-1' })
const reject = (id: string): PushResult => ({
  id,
  outcome: 'rejected',
  rejection: { code: 'price-changed', message: 'The price has changed' },
})

describe('the outbox on the device', () => {
  it('14.3.3 is encrypted: neither the order nor the key can be read from the files', async () => {
    const { outbox } = createTestOutbox()
    const id = await outbox.save(entry)
    const row = await outbox.db.rows.get(id)
    const bytes = new TextDecoder().decode(row?.sealed.bytes)
    expect(bytes).not.toContain('bell')
    const kept = await outbox.db.keys.get(riley)
    expect(kept?.key.extractable).toBe(false)
    expect(await outbox.read({ id, accountId: riley })).toEqual(payload)
  })

  it('refuses an encrypted order that was moved to another row or user', async () => {
    const { outbox } = createTestOutbox()
    const [one, other] = [await outbox.save(entry), await outbox.save(entry)]
    const row = await outbox.db.rows.get(one)
    if (!row) throw new Error('The row was not saved')
    await expect(outbox.openPayload({ ...row, id: other })).rejects.toThrow()
  })

  it('lets no other user see, send, change or erase an item', async () => {
    const { outbox } = createTestOutbox()
    const id = await outbox.save(entry)
    expect(await outbox.list(nina, ['pending'])).toEqual([])
    expect(await outbox.read({ id, accountId: nina })).toBeUndefined()
    expect(await outbox.take(nina, 50)).toEqual([])
    await outbox.settleHandedIn({ accountId: nina, ids: [id] })
    expect((await outbox.listUnsent()).map(item => item.id)).toEqual([id])
    const draft = await outbox.save({ ...entry, isDraft: true })
    expect(await outbox.deleteDraft({ id: draft, accountId: nina })).toBeUndefined()
    expect(await outbox.list(nina, ['draft'])).toEqual([])
    await expect(outbox.save({ ...entry, accountId: nina, id })).rejects.toThrow()
    await outbox.take(riley, 1)
    await outbox.settle([reject(id)])
    expect(await outbox.retry({ id, accountId: nina })).toBe(false)
    expect(await outbox.forgetKept({ id, accountId: nina })).toBe(0)
    expect((await outbox.listUnsent()).map(item => item.id)).toEqual([id])
  })

  it('erases an item only if the server has it, in any order of events', async () => {
    const step = fc.constantFrom(
      'save',
      'take',
      'accept',
      'reject',
      'lose',
      'kill',
      'ask again',
      'discard',
      'hand in',
      'month',
      'cancel',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const { outbox, clock } = createTestOutbox()
        const [saved, held, carried] = [new Set<string>(), new Set<string>(), new Set<string>()]
        const sending = () => outbox.db.rows.where('status').equals('sending').toArray()
        const first = async (status: 'attention') => (await outbox.list(riley, [status]))[0]?.id ?? 'none'
        const settle = async (how: (id: string) => PushResult) => {
          const rows = await sending()
          for (const { id } of rows) held.add(id)
          await outbox.settle(rows.map(({ id }) => how(id)))
        }
        const doings: Record<typeof step extends fc.Arbitrary<infer Name> ? Name : never, () => Promise<unknown>> = {
          save: async () => saved.add(await outbox.save(entry)),
          take: async () => (await outbox.take(riley, 2)).map(({ id }) => carried.add(id)),
          accept: () => settle(accept),
          reject: () => settle(reject),
          lose: async () => outbox.putBack(await sending(), { code: 'no-connection', message: '' }),
          kill: () => outbox.recover(),
          'ask again': async () => outbox.retry({ id: await first('attention'), accountId: riley }),
          discard: async () => outbox.forgetKept({ id: await first('attention'), accountId: riley }),
          'hand in': async () => {
            const ids = (await outbox.readUnsent(riley)).slice(0, 2).map(({ id }) => id)
            for (const id of ids) held.add(id)
            await outbox.settleHandedIn({ accountId: riley, ids })
          },
          cancel: async () => {
            const [pending] = await outbox.list(riley, ['pending'])
            const row = await outbox.cancel({ id: pending?.id ?? 'none', accountId: riley })
            if (row) expect(carried.has(row.id)).toBe(false)
            saved.delete(row?.id ?? 'none')
          },
          month: async () => {
            clock.at += 31 * 86_400_000
            await outbox.forgetReceipts()
          },
        }
        for (const name of steps) await doings[name]()
        const kept = new Set(await outbox.db.rows.toCollection().primaryKeys())
        expect([...saved].filter(id => !kept.has(id) && !held.has(id))).toEqual([])
        outbox.db.close()
      }),
      { numRuns: 40 },
    )
  })

  it.each(['order', 'quote', 'note'] as const)(
    'keeps one %s, and reports success, however often one form saves it',
    async type => {
      const { outbox } = createTestOutbox()
      const content = type === 'note' ? { retailerId: 'r1', text: 'closed on Mondays' } : payload
      const form = { ...entry, type, payload: content, id: crypto.randomUUID() }
      const draft = { ...form, isDraft: true }
      expect(await Promise.all([outbox.save(draft), outbox.save(draft)])).toEqual([form.id, form.id])
      expect(await Promise.all([outbox.save(form), outbox.save(form)])).toEqual([form.id, form.id])
      await outbox.take(riley, 1)
      expect(await outbox.save(form)).toBe(form.id)
      await outbox.settle([accept(form.id)])
      expect(await outbox.save(form)).toBe(form.id)
      expect(await outbox.db.rows.toArray()).toMatchObject([{ id: form.id, status: 'sent', number: 'O-1' }])
    },
  )

  it('never changes an item that is queued or sent, and saves no other content under its id', async () => {
    const { outbox } = createTestOutbox()
    const id = await outbox.save({ ...entry, isDraft: true })
    await outbox.save({ ...entry, id })
    const changed = { ...entry, id, payload: { ...payload, note: 'changed' } }
    await expect(outbox.save(changed)).rejects.toThrow("can't be changed")
    await outbox.take(riley, 1)
    await outbox.settle([accept(id)])
    await expect(outbox.save(changed)).rejects.toThrow("can't be changed")
    await expect(outbox.save({ ...entry, id, type: 'quote' })).rejects.toThrow("can't be changed")
    expect(await outbox.list(riley, ['sent'])).toMatchObject([{ number: 'O-1', attempts: 1 }])
  })

  it('changes or cancels a queued item only if no request ever carried it', async () => {
    const { outbox } = createTestOutbox()
    const row = { id: await outbox.save(entry), accountId: riley }
    const other = { ...row, accountId: nina }
    expect([await outbox.withdraw(other), await outbox.cancel(other)]).toEqual([false, undefined])
    expect(await outbox.withdraw(row)).toBe(true)
    expect(await outbox.take(riley, 1)).toEqual([])
    await outbox.save({ ...entry, id: row.id, payload: { ...payload, note: 'changed' } })
    const cancelled = await outbox.cancel(row)
    expect(await outbox.take(riley, 1)).toEqual([])
    if (cancelled) await outbox.restoreDraft(cancelled)
    const refused = async () =>
      expect([await outbox.withdraw(row), await outbox.cancel(row)]).toEqual([false, undefined])
    const sending = await outbox.take(riley, 1)
    expect(sending).toHaveLength(1)
    await refused()
    await outbox.putBack(sending, { code: 'no-connection', message: '' })
    await refused()
    await outbox.take(riley, 1)
    await outbox.settle([reject(row.id)])
    await outbox.retry(row)
    await refused()
    await outbox.take(riley, 1)
    await outbox.settle([reject(row.id)])
    await outbox.save({ ...entry, id: row.id })
    await refused()
  })

  it('either sends or withdraws an item, never both, when the two run concurrently', async () => {
    const { outbox } = createTestOutbox()
    const row = { id: await outbox.save(entry), accountId: riley }
    const [taken, withdrawn] = await Promise.all([outbox.take(riley, 1), outbox.withdraw(row)])
    expect(withdrawn).toBe(taken.length === 0)
  })

  it('keeps the reason of a rejected item while it is being fixed, and sends it when it is saved', async () => {
    const { outbox } = createTestOutbox()
    const id = await outbox.save(entry)
    await outbox.take(riley, 1)
    await outbox.settle([reject(id)])
    const fixed = { ...entry, id, payload: { ...payload, note: 'fixed' } }
    await outbox.save({ ...fixed, isDraft: true })
    expect(await outbox.find({ id, accountId: riley })).toMatchObject({
      status: 'attention',
      lastError: { code: 'price-changed' },
    })
    expect(await outbox.read({ id, accountId: riley })).toMatchObject({ note: 'fixed' })
    await outbox.save(fixed)
    expect(await outbox.find({ id, accountId: riley })).toMatchObject({ status: 'pending', lastError: null })
  })

  it('counts the age of an order from its save, not from the start of its draft', async () => {
    const { outbox, clock } = createTestOutbox()
    const id = await outbox.save({ ...entry, isDraft: true })
    clock.at += 86_400_000
    await outbox.save({ ...entry, id, isDraft: true })
    expect(await outbox.find({ id, accountId: riley })).toMatchObject({ createdAt: 1_000_000 })
    await outbox.save({ ...entry, id })
    expect(await outbox.find({ id, accountId: riley })).toMatchObject({ createdAt: clock.at })
  })
})
