import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutbox } from '../device/outbox.ts'
import { createForms } from './forms.ts'

const order = (note: string) => ({ retailerId: 'r', lines: [{ productId: 'p', quantity: 1, priceCents: 450 }], note })
let made = 0

function createDevice() {
  const outbox = createOutbox({ clock: { now: () => ++made }, name: `forms-${made++}` })
  const signedIn = { accountId: 'riley' as string | undefined }
  const saves: string[] = []
  const onSaved = () => void saves.push('saved')
  const createTab = () => createForms({ outbox, accountId: () => signedIn.accountId, serverNow: () => 1, onSaved })
  const rowOf = async (id: string) => {
    const row = await outbox.db.rows.get(id)
    return row && { status: row.status, accountId: row.accountId, content: await outbox.openPayload(row) }
  }
  return { outbox, signedIn, forms: createTab(), createTab, rowOf, saves }
}

describe('the form of an order', () => {
  it('keeps each change as a draft without being asked, and goes on with it after a restart', async () => {
    const { forms, createTab, rowOf } = createDevice()
    const form = forms.start('order')
    expect(form.state.get()).toBe('empty')
    form.keep(order('one'))
    expect(form.state.get()).toBe('keeping')
    form.keep(order('two'))
    expect(await form.settled()).toBe('kept')
    expect(await rowOf(form.id)).toMatchObject({ status: 'draft', content: { note: 'two' } })
    expect(await createTab().open('order', form.id)).toMatchObject({ kind: 'draft', content: { note: 'two' } })
  })

  it('ends up saved or as the last draft, in whatever order changes, saves and a deletion come', async () => {
    const step = fc.constantFrom('change', 'empty', 'save', 'wait')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        const { forms, outbox, rowOf } = createDevice()
        const form = forms.start('order')
        const saves: Promise<unknown>[] = []
        let last: string | undefined
        let saved: string | undefined
        for (const [place, name] of steps.entries()) {
          if (saved === undefined && name === 'change') last = `note ${place}`
          if (saved === undefined && name === 'empty') last = undefined
          if (name === 'change') form.keep(order(`note ${place}`))
          if (name === 'empty') form.keep(undefined)
          if (name === 'save') saves.push(form.save(order(saved ?? last ?? 'only')))
          if (name === 'save') saved ??= last ?? 'only'
          if (name === 'wait') await form.settled()
        }
        await Promise.all(saves)
        await form.settled()
        const status = saved === undefined ? 'draft' : 'pending'
        const expected = saved ?? last
        const row = await rowOf(form.id)
        expect(row && { status: row.status, note: (row.content as { note: string }).note }).toEqual(
          expected === undefined ? undefined : { status, note: expected },
        )
        outbox.db.close()
      }),
      { numRuns: 60 },
    )
  })

  it('is never a draft again after the save, even if another tab still has it open', async () => {
    const { forms, createTab, rowOf, saves } = createDevice()
    const form = forms.start('order')
    form.keep(order('draft'))
    await form.settled()
    const other = await createTab().open('order', form.id)
    if (other.kind === 'closed') throw new Error('The draft is closed')
    form.keep(order('nearly'))
    expect(await form.save(order('final'))).toEqual({ kind: 'saved', id: form.id })
    form.keep(order('late'))
    expect(await form.settled()).toBe('saved')
    other.form.keep(order('of the other tab'))
    expect(await other.form.settled()).toBe('not-kept')
    expect(await rowOf(form.id)).toMatchObject({ status: 'pending', content: { note: 'final' } })
    expect(await createTab().open('order', form.id)).toEqual({ kind: 'closed' })
    expect(saves).toEqual(['saved'])
  })

  it('stays a draft with its last change if the save fails', async () => {
    const { forms, outbox, rowOf } = createDevice()
    const form = forms.start('order')
    form.keep(order('draft'))
    await form.settled()
    const { save } = outbox
    outbox.save = async entry => (entry.isDraft ? save(entry) : Promise.reject(new Error('full')))
    const saving = form.save(order('final'))
    form.keep(order('typed on'))
    expect(await saving).toMatchObject({ kind: 'not-saved' })
    expect(await form.settled()).toBe('kept')
    expect(await rowOf(form.id)).toMatchObject({ status: 'draft', content: { note: 'typed on' } })
  })

  it('is not called kept while a save writes its last change', async () => {
    const { forms, outbox } = createDevice()
    const form = forms.start('order')
    const seen: string[] = []
    form.state.subscribe(() => seen.push(form.state.get()))
    const { save } = outbox
    const first = Promise.withResolvers<void>()
    outbox.save = async entry => {
      await first.promise
      return save(entry)
    }
    form.keep(order('one'))
    await Promise.resolve()
    form.keep(order('two'))
    const saving = form.save(order('two'))
    first.resolve()
    await saving
    expect(seen).not.toContain('kept')
    expect(form.state.get()).toBe('saved')
  })

  it('says so if the device could not keep a change', async () => {
    const { forms, outbox } = createDevice()
    const { save } = outbox
    const form = forms.start('order')
    outbox.save = () => Promise.reject(new Error('full'))
    form.keep(order('one'))
    expect(await form.settled()).toBe('not-kept')
    outbox.save = save
    form.keep(order('one'))
    expect(await form.settled()).toBe('kept')
  })

  it('belongs to the rep who opened it, although another one signs in', async () => {
    const { forms, signedIn, rowOf } = createDevice()
    const form = forms.start('order')
    form.keep(order('of riley'))
    signedIn.accountId = 'nina'
    form.keep(order('still of riley'))
    await form.settled()
    expect(await rowOf(form.id)).toMatchObject({ accountId: 'riley', status: 'draft' })
    expect(await forms.open('order', form.id)).toEqual({ kind: 'closed' })
  })

  it('brings a deleted draft back on request', async () => {
    const { forms, rowOf } = createDevice()
    const form = forms.start('order')
    form.keep(order('one'))
    const undo = await forms.deleteDraft(form.id)
    expect(await rowOf(form.id)).toBeUndefined()
    await undo?.()
    expect(await rowOf(form.id)).toMatchObject({ status: 'draft', content: { note: 'one' } })
    await form.save(order('one'))
    expect(await forms.deleteDraft(form.id)).toBeUndefined()
  })
})

describe('the form of a note', () => {
  it('is found again by its retailer', async () => {
    const { forms } = createDevice()
    const form = forms.start('note')
    form.keep({ retailerId: 'r1', text: 'closed on Mondays' })
    await form.settled()
    expect(await forms.findDraftNote('r1')).toBe(form.id)
    expect(await forms.findDraftNote('r2')).toBeUndefined()
  })

  it('removes invisible characters from a pasted note, which the server would reject', async () => {
    const { forms, outbox } = createDevice()
    const { id, save } = forms.start('note')
    await save({ retailerId: 'r', text: 'closed\0 on \ud83dMondays 😀' })
    expect(await outbox.read<'note'>({ id, accountId: 'riley' })).toEqual({
      retailerId: 'r',
      text: 'closed on \ufffdMondays 😀',
    })
  })
})
