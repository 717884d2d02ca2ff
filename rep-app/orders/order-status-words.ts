import type { OutboxItem } from '../device/outbox-db.ts'
import { momentWords } from '../ui/time-words.ts'
import type { ShownOrder } from './read-order.ts'

/** True while the server can't have it: the rep may change or cancel it. */
export const isChangeable = (item: OutboxItem | undefined): boolean => item?.status === 'pending' && item.attempts === 0

/** What is known of an order, from what this device did and what the server answered. */
export function orderStatusWords({ item, past }: Pick<ShownOrder, 'item' | 'past'>, now: number): string {
  if (!item || item.status === 'sent') return sentWords({ item, past }, now)
  if (item.status === 'draft') return 'A draft. It stays on this device until you save it.'
  if (item.status === 'sending') return 'Being sent.'
  if (item.status === 'attention') return `Not accepted: ${item.lastError?.message ?? 'the server gave no reason.'}`
  if (isChangeable(item)) return 'Waits on this device. It was not sent yet.'
  return 'Waits on this device. The office may have it already, so it can no longer be changed here.'
}

function sentWords({ item, past }: Pick<ShownOrder, 'item' | 'past'>, now: number): string {
  if (item?.lastError?.code === 'handed-in') return 'Sent to the office for review.'
  const by = past && !item ? ` by ${past.by}` : ''
  const at = item?.sentAt ?? (past ? Date.parse(past.capturedAt) : now)
  return `${item ? 'Sent' : 'Captured'} ${momentWords(at, now)}${by}.${item ? '' : ' The office has it.'}`
}
