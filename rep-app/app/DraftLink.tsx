import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutboxItem } from '../device/outbox-db.ts'

type Props = { item: Pick<OutboxItem, 'id' | 'type'>; retailerId: string; className?: string; children?: ReactNode }

/** Leads to the form of a draft or a rejected item. */
export function DraftLink({ item: { id, type }, retailerId, ...props }: Props) {
  if (type === 'note' || type === 'visit')
    return <Link {...props} to="/retailers/$retailerId" params={{ retailerId }} search={{ [type]: id }} />
  return type === 'cancel' ? (
    <Link {...props} to="/orders" search={{}} />
  ) : (
    <Link {...props} to="/orders/new" search={{ retailer: retailerId, kind: type, item: id }} />
  )
}
