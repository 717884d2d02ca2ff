import { Button, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DraftLink } from '../app/DraftLink.tsx'
import { useApp, useToday } from '../app/use-app.tsx'
import type { OrderType } from '../device/rows.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { CancelOrder } from './CancelOrder.tsx'
import { isChangeable, isOrderable, mayCancel } from './order-status-words.ts'
import { orderAgain, type ShownOrder } from './read-order.ts'

const tooLate = 'It is being sent now, so it can no longer be changed here.'

/** Order again or from a quote, change, or cancel. */
export function OrderActions({ order }: { order: ShownOrder }) {
  const app = useApp()
  const navigate = useNavigate()
  const { run, isBusy } = useOneAtATime()
  const [refusal, setRefusal] = useState<string>()
  const today = useToday()
  const { id, kind, retailerId, retailer, lines, item } = order
  const open = (search: { item: string; kind: OrderType; again?: string }) =>
    navigate({ to: '/orders/new', search: { retailer: retailerId, ...search } })
  const again = async () => {
    const draft = await orderAgain(app, { retailerId, lines })
    if (draft === undefined) return setRefusal('None of these products is sold any more.')
    return open({ item: draft, kind: 'order', again: id })
  }
  const fromQuote = async () => {
    const draft = await orderAgain(app, { retailerId, lines, quoteId: id })
    if (draft === undefined) return setRefusal('None of these products is sold any more.')
    return open({ item: draft, kind: 'order' })
  }
  const changeIt = async () => ((await app.forms.withdraw(id)) ? open({ item: id, kind }) : setRefusal(tooLate))
  const cancel = async () => {
    const undo = await app.forms.cancel(id)
    if (!undo) return setRefusal(tooLate)
    await navigate({ to: '/orders', replace: true })
    return app.draftNotice.set({ kind: 'cancelled', type: kind, undo, at: '/orders' })
  }
  const canFix = item?.status === 'draft' || item?.status === 'attention'
  return (
    <div className="action-bar">
      {refusal !== undefined && (
        <Text role="alert" className="alarming">
          {refusal}
        </Text>
      )}
      <div className="actions">
        {canFix && (
          <Button variant="default" renderRoot={props => <DraftLink {...props} item={item} retailerId={retailerId} />}>
            {item.status === 'draft' ? 'Continue' : 'Open and fix'}
          </Button>
        )}
        {isChangeable(item) && (
          <>
            <Button variant="default" disabled={isBusy} onClick={() => void run(cancel)}>
              Cancel {kind}
            </Button>
            <Button variant="default" disabled={isBusy} onClick={() => void run(changeIt)}>
              Change {kind}
            </Button>
          </>
        )}
        {mayCancel(order) && <CancelOrder order={order} />}
        {retailer && isOrderable(order, today) && (
          <Button loading={isBusy} onClick={() => void run(fromQuote)}>
            Order from this quote
          </Button>
        )}
        {retailer && !isOrderable(order, today) && (
          <Button loading={isBusy} onClick={() => void run(again)}>
            Order again
          </Button>
        )}
      </div>
    </div>
  )
}
