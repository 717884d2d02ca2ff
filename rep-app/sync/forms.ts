import type { Outbox } from '../device/outbox.ts'
import type { OutboxRow } from '../device/outbox-db.ts'
import type { Payloads, RecordType } from '../device/rows.ts'
import { createForm, createTurns, type Form, type Saved } from './form.ts'
import { storable } from './storable.ts'

/** The form of an item, with its content if the device has some. `closed`: it is saved, unreadable or of another rep. */
export type Opened<Type extends RecordType> =
  | { kind: 'new' | 'draft' | 'attention'; form: Form<Payloads[Type]>; content: Payloads[Type] | undefined }
  | { kind: 'closed' }

type Needs = {
  outbox: Outbox
  /** The rep who is or was signed in last. */
  accountId(): string | undefined
  serverNow(): number
  onSaved(): void
}

/**
 * Forms for orders, quotes and notes, online or offline, signed in or after the session ended. An item belongs to the
 * account and waits to be sent. `saved` means that it is on the disk; with any other answer, the form must stay open.
 */
export function createForms({ outbox, accountId, serverNow, onSaved }: Needs) {
  const inTurn = createTurns()
  const own = (id: string) => ({ id, accountId: accountId() ?? '' })

  /** Bound to the rep who opened the form, even if another one signs in meanwhile. */
  function formOf<Type extends RecordType>(type: Type, id: string, isKept: boolean): Form<Payloads[Type]> {
    const owner = accountId()
    const write = async (payload: Payloads[Type], isDraft: boolean) => {
      if (owner === undefined) throw new Error('No one is signed in')
      const capturedAt = new Date(serverNow()).toISOString()
      return outbox.save({ accountId: owner, type, payload: storable(payload), capturedAt, isDraft, id })
    }
    const writeFinal = async (payload: Payloads[Type]): Promise<Saved> => {
      if (owner === undefined) return { kind: 'signed-out' }
      try {
        const saved = await write(payload, false)
        onSaved()
        return { kind: 'saved', id: saved }
      } catch (cause) {
        return { kind: 'not-saved', cause }
      }
    }
    const eraseDraft = async () => owner !== undefined && outbox.deleteDraft({ id, accountId: owner })
    return createForm({ id, inTurn, isKept, writeDraft: payload => write(payload, true), eraseDraft, writeFinal })
  }

  return {
    /** A form for something new. Its id is made here, so that a second tap on Save can't make a second item. */
    start: <Type extends RecordType>(type: Type, id: string = crypto.randomUUID()): Form<Payloads[Type]> =>
      formOf(type, id, false),

    /** Waits for the last write of a form that was just left. */
    open: <Type extends RecordType>(type: Type, id: string): Promise<Opened<Type>> =>
      inTurn(id, async () => {
        const found = await outbox.find(own(id))
        if (!found) return { kind: 'new', form: formOf(type, id, false), content: undefined }
        if (found === 'of-another' || (found.status !== 'draft' && found.status !== 'attention'))
          return { kind: 'closed' }
        const content = await outbox.read<Type>(own(id)).catch(() => undefined)
        if (!content) return { kind: 'closed' }
        return { kind: found.status, form: formOf(type, id, true), content }
      }),

    /** Answers how to undo it, unless it is a draft no longer. */
    deleteDraft: (id: string): Promise<(() => Promise<void>) | undefined> =>
      inTurn(id, async () => {
        const row = await outbox.deleteDraft(own(id))
        return row && (() => inTurn(id, () => outbox.restoreDraft(row)))
      }),

    /** Makes a queued item a draft again, so that it can be changed. False once it may have been sent. */
    withdraw: (id: string): Promise<boolean> => inTurn(id, () => outbox.withdraw(own(id))),

    /** Deletes a queued item, and answers how to undo it. Undefined once it may have been sent. */
    cancel: (id: string): Promise<(() => Promise<void>) | undefined> =>
      inTurn(id, async () => {
        const row = await outbox.cancel(own(id))
        const restore = (row: OutboxRow) => inTurn(id, () => outbox.restoreDraft(row)).then(onSaved)
        return row && (() => restore(row))
      }),

    /** The note about this retailer that the rep hasn't saved yet. */
    async findDraftNote(retailerId: string): Promise<string | undefined> {
      for (const { id, type } of await outbox.list(own('').accountId, ['draft'])) {
        const note = type === 'note' ? await outbox.read<'note'>(own(id)).catch(() => undefined) : undefined
        if (note?.retailerId === retailerId) return id
      }
      return undefined
    },
  }
}
