import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { DraftLink } from '../app/DraftLink.tsx'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import type { OutboxItem } from '../device/outbox-db.ts'
import { useNow } from '../device/use-now.ts'
import { typeTitle } from '../statements/type-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { momentWords, whenWords } from '../ui/time-words.ts'
import { totalOf } from './order-lines.ts'

const states: Partial<Record<OutboxItem['status'], string>> = { sending: 'Being sent', sent: 'Sent' }

type Captured = {
  retailerId: string
  lines?: { quantity: number; priceCents: number }[]
  text?: string
  at?: string
  orderId?: string
  number?: string
}

async function read({ cache, capture }: RepApp, { id }: OutboxItem) {
  // Items that can't be decrypted are listed too.
  const payload: Captured | undefined = await capture.read(id).catch(() => undefined)
  return payload && { payload, retailer: await cache.retailers.get(payload.retailerId) }
}

/** An item captured on this device, with its customer. A draft links to its form. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const now = useNow()
  const ask = useCallback((app: RepApp) => read(app, item), [item])
  const found = useAppRows(ask)
  const money = useMoney()
  const { type, status, createdAt, lastError } = item
  const { payload } = found ?? {}
  const about = type === 'cancel' ? payload?.number && `of ${payload.number}` : item.number
  const name = [typeTitle(type), about].filter(Boolean).join(' ')
  const customer = found && (found.retailer?.name ?? "a customer who isn't on this device")
  const title = customer === undefined ? name : `${name} for ${customer}`
  const more = [
    lastError?.code === 'handed-in' ? 'Sent to the office for review' : states[status],
    whenWords(createdAt, now),
    payload?.lines && money(totalOf(payload.lines)),
    payload?.at && `planned for ${momentWords(Date.parse(payload.at), now)}`,
    triesWords(item),
  ]
  const words = (
    <span>
      <span className="row-title">{title}</span>
      <span className="row-note">{more.filter(Boolean).join(' · ')}</span>
      {status === 'attention' && (
        <span className="row-note alarming">{lastError?.message ?? 'The server gave no reason.'}</span>
      )}
      {payload?.text !== undefined && <span className="row-note">“{payload.text}”</span>}
    </span>
  )
  if (!found) return <div className="inset-row">{words}</div>
  const orderId = type === 'cancel' ? found.payload.orderId : item.id
  if (status !== 'draft' && type !== 'note' && type !== 'visit' && orderId !== undefined)
    return (
      <Link to="/orders/$orderId" params={{ orderId }} className="inset-row fact-link">
        {words}
        <Icon name="chevron" />
      </Link>
    )
  if (status !== 'draft') return <div className="inset-row">{words}</div>
  return (
    <DraftLink item={item} retailerId={found.payload.retailerId} className="inset-row fact-link">
      {words}
      <Icon name="chevron" />
    </DraftLink>
  )
}

/** Why the item is unsent. Being offline is normal and isn't called an error. */
function triesWords({ status, attempts, lastError }: OutboxItem): string | undefined {
  if (status !== 'pending' || !lastError) return undefined
  if (lastError.code === 'no-connection') return 'waits for a connection'
  if (lastError.code === 'session-ended') return 'waits for a sign-in'
  return `tried ${attempts === 1 ? 'once' : `${attempts} times`}, not accepted yet`
}
