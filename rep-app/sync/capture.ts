import type { Outbox, OutboxItem } from '../device/outbox.ts'
import type { OrderPayload, Payloads, RecordType } from '../device/rows.ts'
import type { CallApi } from '../sign-in/call-api.ts'
import type { SessionStore } from '../sign-in/session.ts'

export type Saved = { kind: 'saved'; id: string } | { kind: 'nobody' } | { kind: 'not-saved'; cause: unknown }
/** `not-kept`: the server has no copy, so that the device keeps its own. */
export type Discarded = 'discarded' | 'no-connection' | 'nobody' | 'not-kept'

/**
 * What a rep captures, online or not, signed in or after the end: it belongs to the account and waits. `saved` is
 * answered once it is on the disk; everything else means that the form has to stay open.
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
    /** With the id of a draft, or of one that needs attention, that one is sent in this form. */
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
    /** What was captured; nothing for rows of other people. */
    read: <Type extends RecordType>(id: string) => outbox.read<Type>(own(id)),

    async retry(id: string): Promise<boolean> {
      const isWaiting = await outbox.retry(own(id))
      if (isWaiting) onSaved()
      return isWaiting
    },

    /** Goes from the device only after the server said that it keeps its copy. */
    async discard(id: string): Promise<Discarded> {
      if (accountId() === undefined) return 'nobody'
      const answer = await callApi('/discard', { id })
      if (answer.kind === 'session-ended') return 'nobody'
      if (answer.kind !== 'answer') return answer.kind === 'refused' ? 'not-kept' : 'no-connection'
      await outbox.forgetKept(own(id))
      return 'discarded'
    },

    /** Why what is unsent is unsent, and nothing of what it is. */
    async listUnsentCodes(): Promise<string[]> {
      const items = await list(['pending', 'sending', 'attention'])
      return items.flatMap(({ lastError }) => lastError?.code ?? [])
    },

    /** Everything of this person that the server does not have, readable: the way out when nothing else works. */
    async exportUnsent() {
      const items = await list(['draft', 'pending', 'sending', 'attention'])
      return Promise.all(items.map(async item => ({ ...item, payload: await outbox.read(own(item.id)) })))
    },
  }
}

/** Pasted text can hold characters that nobody sees and the server rejects: a rep could not find and remove them. */
function storable<Saved extends object>(payload: Saved): Saved {
  const clean = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value)
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, clean(value)])) as Saved
}
