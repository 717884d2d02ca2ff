import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { OutboxItem } from '../device/outbox.ts'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { money } from '../ui/money.ts'
import { totalOf } from './order-lines.ts'

const names = { order: 'Order', quote: 'Quote', note: 'Note' }

async function read({ id, type }: OutboxItem) {
  const payload = type === 'note' ? undefined : await repApp.capture.read<'order'>(id)
  return payload && { payload, retailer: await repApp.cache.retailers.get(payload.retailerId) }
}

/** Something that was captured here; what may still be changed leads to its form. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const ask = useCallback(() => read(item), [item])
  const found = useRows(ask)
  const title = `${names[item.type]} ${item.number ?? ''} ${found?.retailer?.name ?? ''}`.replace(/\s+/g, ' ')
  const isOpen = item.status === 'draft' || item.status === 'attention'
  return (
    <div className="row">
      {isOpen && found && item.type !== 'note' ? (
        <Link
          to="/orders/new"
          search={{ retailer: found.payload.retailerId, kind: item.type, item: item.id }}
          className="row-title"
        >
          {title}
        </Link>
      ) : (
        <span className="row-title">{title}</span>
      )}
      <span className="row-note">
        {new Date(item.createdAt).toLocaleString()}
        {found && ` · ${money(totalOf(found.payload.lines))}`}
      </span>
      {item.lastError && item.status === 'attention' && <Text>{item.lastError.message}</Text>}
    </div>
  )
}
