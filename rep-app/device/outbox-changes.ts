import type { OutboxItem, OutboxRow } from './outbox-db.ts'
import type { Payloads, RecordType } from './rows.ts'

export type PushResult =
  | { id: string; outcome: 'accepted' | 'duplicate'; number?: string }
  | { id: string; outcome: 'rejected'; rejection: { code: string; message: string } }

export type Entry<Type extends RecordType> = {
  accountId: string
  type: Type
  payload: Payloads[Type]
  capturedAt: string
  isDraft?: boolean
  id?: string | undefined
}

/** Marks a receipt whose order waits for a decision of the office. */
export const handedIn = { code: 'handed-in', message: '' }
const untried = { lastError: null, sentAt: null, number: null, schemaVersion: 1 } as const

export function rowOf(
  { id, accountId, type, capturedAt, isDraft = false }: Entry<RecordType> & { id: string },
  found: OutboxRow | undefined,
  now: number,
): OutboxItem {
  // The server already holds a rejected item, so it never becomes a draft. It keeps its reason while it is being fixed.
  if (isDraft && found?.status === 'attention') return { ...found, type, capturedAt }
  const createdAt = found && (isDraft || found.status !== 'draft') ? found.createdAt : now
  const attempts = found?.attempts ?? 0
  return { id, accountId, type, status: isDraft ? 'draft' : 'pending', createdAt, capturedAt, ...untried, attempts }
}

export function outcomeOf(result: PushResult, now: number): Partial<OutboxRow> {
  if (result.outcome === 'rejected')
    return { status: 'attention', lastError: { code: result.rejection.code, message: result.rejection.message } }
  return { status: 'sent', sentAt: now, number: result.number ?? null, lastError: null }
}
