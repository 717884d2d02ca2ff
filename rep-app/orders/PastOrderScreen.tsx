import { Text, Title } from '@mantine/core'
import { useParams, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { typeTitle } from '../statements/type-words.ts'
import { Fact, Inset } from '../ui/Inset.tsx'
import { dateWords } from '../ui/time-words.ts'
import { OrderActions } from './OrderActions.tsx'
import { totalOf } from './order-lines.ts'
import { capturedWords, orderStatusWords } from './order-status-words.ts'
import { readOrder, type ShownLine, type ShownOrder } from './read-order.ts'

/** An order or quote: its lines, its status, and what can be done with it. */
export function PastOrderScreen() {
  const { orderId } = useParams({ from: '/orders/$orderId' })
  const router = useRouter()
  const ask = useCallback(async (app: RepApp) => ({ order: await readOrder(app, orderId) }), [orderId])
  const found = useAppRows(ask)
  return (
    <>
      <button type="button" className="back" onClick={() => router.history.back()}>
        Back
      </button>
      <Title order={1}>{found?.order ? titleOf(found.order) : 'Order'}</Title>
      <Brought>
        {found && !found.order && <Text className="notice">This order isn't on this device.</Text>}
        {found?.order && <Order order={found.order} />}
      </Brought>
    </>
  )
}

const titleOf = ({ kind, past, item }: ShownOrder) =>
  [typeTitle(kind), past?.number ?? item?.number].filter(Boolean).join(' ')

function Order({ order }: { order: ShownOrder }) {
  const now = useNow()
  const money = useMoney()
  const { retailer, lines, note, past, requestedDay, validUntil } = order
  const captured = capturedWords(order, now)
  const isRefused = order.item?.status === 'attention' || order.cancel?.status === 'attention'
  return (
    <>
      <p className="row-title">{retailer?.name ?? "A customer who isn't on this device"}</p>
      <Text role="status" className={isRefused ? 'alarming' : undefined}>
        {orderStatusWords(order)}
      </Text>
      {captured && <p className="row-note">{captured}</p>}
      {(requestedDay ?? validUntil) && (
        <div className="inset">
          {requestedDay && <Fact label="Held until">{dateWords(requestedDay)}</Fact>}
          {validUntil && <Fact label="Valid until">{dateWords(validUntil)}</Fact>}
        </div>
      )}
      {past?.customerNote && (
        <Inset title="Note of the office">
          <Text className="inset-row">{past.customerNote}</Text>
        </Inset>
      )}
      <Inset title="Lines">
        <ul className="list">
          {lines.map(line => (
            <LineRow key={line.productId} line={line} />
          ))}
        </ul>
        <div className="inset-row fact">
          <b>Total</b>
          <b>{money(past?.totalCents ?? totalOf(lines))}</b>
        </div>
      </Inset>
      {note !== '' && (
        <Inset title="Note">
          <Text className="inset-row">{note}</Text>
        </Inset>
      )}
      <OrderActions order={order} />
    </>
  )
}

function LineRow({ line: { name, isSold, quantity, priceCents } }: { line: ShownLine }) {
  const money = useMoney()
  return (
    <li className="inset-row fact fact-beside">
      <span>
        <span className="row-title">{name}</span>
        <span className="row-note">
          {quantity} × {money(priceCents)}
          {!isSold && ' · no longer sold'}
        </span>
      </span>
      <span className="fact-value">{money(quantity * priceCents)}</span>
    </li>
  )
}
