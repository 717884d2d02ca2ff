import type { Outbox, OutboxItem } from '../device/outbox.ts'
import type { OrderPayload, Payloads, RecordType } from '../device/rows.ts'
import type { CallApi } from '../session/call-api.ts'
import type { SessionStore } from '../session/session.ts'

export type Saved = { kind: 'saved'; id: string } | { kind: 'nobody' } | { kind: 'not-saved'; cause: unknown }
/** `not-kept` means that the server has no copy, so the device keeps its own. */
export type Discarded = 'discarded' | 'no-connection' | 'nobody' | 'not-kept'

/**
 * Captures items of a rep, online or offline, signed in or after the session ended. An item belongs to the account and
 * waits to be sent. `saved` means that it is on the disk; with any other answer, the form must stay open.
 */
export function createCapture(needs: {
  outbox: Outbox
  session: SessionStore
  callApi: CallApi
  serverNow(): number
  onSaved(): void
}) {
  const { outbox, session, callApi, serverNow, onSaved } = needs
  const accountId = () => session.record().person?.accountId

  const save = async <Type extends RecordType>(
    type: Type,
    payload: Payloads[Type],
    { id, isDraft = false }: { id?: string | undefined; isDraft?: boolean },
  ): Promise<Saved> => {
    const owner = accountId()
    if (owner === undefined) return { kind: 'nobody' }
    try {
      const capturedAt = new Date(serverNow()).toISOString()
      const saved = await outbox.save({ accountId: owner, type, payload: storable(payload), capturedAt, isDraft, id })
      if (!isDraft) onSaved()
      return { kind: 'saved', id: saved }
    } catch (cause) {
      return { kind: 'not-saved', cause }
    }
  }
  const list = async (statuses: Parameters<Outbox['list']>[1]): Promise<OutboxItem[]> => {
    const owner = accountId()
    return owner === undefined ? [] : outbox.list(owner, statuses)
  }
  const own = (id: string) => ({ id, accountId: accountId() ?? '' })

  return {
    /** With the id of a draft or a rejected item, replaces that item. */
    saveOrder: (payload: OrderPayload, id?: string) => save('order', payload, { id }),
    saveQuote: (payload: OrderPayload, id?: string) => save('quote', payload, { id }),
    saveNote: (payload: Payloads['note'], id?: string) => save('note', payload, { id }),
    saveDraft: (type: 'order' | 'quote', payload: OrderPayload, id?: string) =>
      save(type, payload, { id, isDraft: true }),
    deleteDraft: (id: string) => outbox.deleteDraft(own(id)),

    listDrafts: () => list(['draft']),
    listWaiting: () => list(['pending', 'sending']),
    listNeedingAttention: () => list(['attention']),
    /** Receipts of the last 30 days. */
    listSent: () => list(['sent']),
    /** The captured content, or undefined for the rows of other users. */
    read: <Type extends RecordType>(id: string) => outbox.read<Type>(own(id)),

    async retry(id: string): Promise<boolean> {
      const isWaiting = await outbox.retry(own(id))
      if (isWaiting) onSaved()
      return isWaiting
    },

    /** Removes the item only after the server confirmed that it keeps a copy. */
    async discard(id: string): Promise<Discarded> {
      if (accountId() === undefined) return 'nobody'
      const answer = await callApi('/discard', { id })
      if (answer.kind === 'session-ended') return 'nobody'
      if (answer.kind !== 'answer') return answer.kind === 'refused' ? 'not-kept' : 'no-connection'
      await outbox.forgetKept(own(id))
      return 'discarded'
    },

    /** Why items are unsent, without their content. */
    async listUnsentCodes(): Promise<string[]> {
      const items = await list(['pending', 'sending', 'attention'])
      return items.flatMap(({ lastError }) => lastError?.code ?? [])
    },

    /** Exports all unsent items of this user as readable text: the last resort if nothing else works. */
    async exportUnsent() {
      const items = await list(['draft', 'pending', 'sending', 'attention'])
      return Promise.all(items.map(async item => ({ ...item, payload: await outbox.read(own(item.id)) })))
    },
  }
}

/** Pasted text can contain invisible characters that the server rejects. A rep couldn't find and remove them. */
function storable<Saved extends object>(payload: Saved): Saved {
  const clean = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value)
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, clean(value)])) as Saved
}
