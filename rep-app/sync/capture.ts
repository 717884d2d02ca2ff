import type { Outbox } from '../device/outbox.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { RecordType } from '../device/rows.ts'
import type { CallApi } from '../session/call-api.ts'
import type { SessionStore } from '../session/session.ts'
import type { UnsentItem } from './export-unsent.ts'

/** `not-kept` means that the server has no copy, so the device keeps its own. */
export type Discarded = 'discarded' | 'no-connection' | 'signed-out' | 'not-kept'
/** The items that this rep captured, and what can be done with those that the server refused. */
export function createCapture(needs: { outbox: Outbox; session: SessionStore; callApi: CallApi; onRetry(): void }) {
  const { outbox, session, callApi, onRetry } = needs
  const accountId = () => session.record().person?.accountId

  const list = async (statuses: Parameters<Outbox['list']>[1]): Promise<OutboxItem[]> => {
    const owner = accountId()
    return owner === undefined ? [] : outbox.list(owner, statuses)
  }
  const own = (id: string) => ({ id, accountId: accountId() ?? '' })

  return {
    listDrafts: () => list(['draft']),
    listWaiting: () => list(['pending', 'sending']),
    listNeedingAttention: () => list(['attention']),
    /** Receipts of the last 30 days. */
    listSent: () => list(['sent']),
    async find(id: string): Promise<OutboxItem | undefined> {
      const found = await outbox.find(own(id))
      return found === 'of-another' ? undefined : found
    },
    /** The captured content, or undefined for the rows of other users. */
    read: <Type extends RecordType>(id: string) => outbox.read<Type>(own(id)),

    async retry(id: string): Promise<boolean> {
      const isWaiting = await outbox.retry(own(id))
      if (isWaiting) onRetry()
      return isWaiting
    },

    /** Removes the item only after the server confirmed that it keeps a copy. */
    async discard(id: string): Promise<Discarded> {
      if (accountId() === undefined) return 'signed-out'
      const answer = await callApi('/discard', { id })
      if (answer.kind === 'session-ended') return 'signed-out'
      if (answer.kind !== 'answer') return answer.kind === 'refused' ? 'not-kept' : 'no-connection'
      await outbox.forgetKept(own(id))
      return 'discarded'
    },

    /** Why items are unsent, without their content. */
    async listUnsentCodes(): Promise<string[]> {
      const items = await list(['pending', 'sending', 'attention'])
      return items.flatMap(({ lastError }) => lastError?.code ?? [])
    },

    /** All unsent items of this user with their content, to be exported: the last resort if nothing else works. */
    async readUnsent(): Promise<UnsentItem[]> {
      const items = await list(['draft', 'pending', 'sending', 'attention'])
      const read = (id: string) => outbox.read(own(id)).catch(() => undefined)
      return Promise.all(items.map(async item => ({ ...item, payload: await read(item.id) })))
    },
  }
}
