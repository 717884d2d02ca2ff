import type { CollectionState } from '../device/cache.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { Header, SyncResult } from '../statements/status-line.ts'

export type LastTry = { at: number; result: SyncResult }

/** `others` are returns, cancellations and visits. */
export type Waiting = {
  orders: number
  quotes: number
  notes: number
  others: number
  total: number
  oldestAt: number | null
}

export type SyncStatus = {
  header: Header
  lastCompleteAt: number | null
  lastTry: LastTry | null
  nextTryAt: number | null
  waiting: Waiting
  attention: number
  /** The number of unsent records of other users of this device, and nothing more. */
  ofOthers: number
  /** Those of the user who signed out last, while no one is signed in. */
  ofLastUser: number
  /** The server confirmed in this session that it has everything, after a complete first download. */
  isConfirmed: boolean
  collections: CollectionState[]
  /** The server's time minus the device's. */
  clockDifferenceMs: number
  /** Data is hidden until a user signs in: the account is closed, or the device had no contact for too long. */
  isSealed: boolean
  hiddenAfterDays: number
}

type Users = { accountId: string | undefined; lastAccountId?: string | null }

/** The last user's items belong to no one else, even after a sign-out. */
export function countUnsent(items: readonly OutboxItem[], { accountId, lastAccountId = null }: Users) {
  const own = items.filter(item => item.accountId === accountId)
  const waiting = own.filter(({ status }) => status !== 'attention')
  const count = (type: OutboxItem['type']) => waiting.filter(item => item.type === type).length
  const [orders, quotes, notes] = [count('order'), count('quote'), count('note')]
  const ages = waiting.map(({ createdAt }) => createdAt)
  const ofLastUser = accountId === undefined ? items.filter(item => item.accountId === lastAccountId).length : 0
  return {
    waiting: {
      orders,
      quotes,
      notes,
      others: waiting.length - orders - quotes - notes,
      total: waiting.length,
      oldestAt: ages.length > 0 ? Math.min(...ages) : null,
    },
    attention: own.length - waiting.length,
    ofOthers: items.length - own.length - ofLastUser,
    ofLastUser,
  }
}
