import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutboxItem } from '../device/outbox-db.ts'

type Props = { item: Pick<OutboxItem, 'id' | 'type'>; retailerId: string; className?: string; children?: ReactNode }

/** Leads to the form of a draft or a rejected item. */
export function DraftLink({ item: { id, type }, retailerId, ...props }: Props) {
  return type === 'note' ? (
    <Link {...props} to="/retailers/$retailerId" params={{ retailerId }} search={{ note: id }} />
  ) : (
    <Link {...props} to="/orders/new" search={{ retailer: retailerId, kind: type, item: id }} />
  )
}
