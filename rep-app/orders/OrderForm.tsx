import { Button, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { LeaveQuestion } from '../app/LeaveQuestion.tsx'
import { useMoney } from '../app/use-app.tsx'
import { KeptLine } from './KeptLine.tsx'
import { OrderDetails } from './OrderDetails.tsx'
import { type EditLines, OrderPanes } from './OrderPanes.tsx'
import { totalOf } from './order-lines.ts'
import { QuoteChanges } from './QuoteChanges.tsx'
import { type OpenedOrder, type OrderRef, useOrderForm } from './use-order-form.ts'

/** The form of an order, a quote or a return. It stays open until the order is saved on the disk. */
export function OrderForm({ order, opened }: { order: OrderRef; opened: OpenedOrder }) {
  const { retailerId, kind } = order
  const navigate = useNavigate()
  const money = useMoney()
  const { lines, refusal, refuse, change, keep, save, saving, ...fields } = useOrderForm(order, opened)
  const { form, gone } = opened
  const editLines = useCallback((edit: EditLines) => change(draft => ({ lines: edit(draft.lines) })), [change])
  const saveAndLeave = () =>
    saving.run(async () => {
      // Back must not lead to the form of an order that is saved.
      if (await save()) await navigate({ to: '/orders', search: { saved: form.id }, replace: true })
    })
  const keepAndLeave = () =>
    form.state.get() === 'empty' ? refuse('Add a product first.') : void navigate({ to: '/orders' })
  return (
    <>
      {kind === 'order' && fields.quoteId && <QuoteChanges quoteId={fields.quoteId} />}
      {gone > 0 && (
        <Text className="notice" role="status">
          {gone === 1 ? 'One product is' : `${gone} products are`} no longer sold, so not included.
        </Text>
      )}
      <OrderPanes item={form.id} retailerId={retailerId} lines={lines} onEdit={editLines}>
        <OrderDetails order={order} fields={fields} onChange={fields => change(() => fields)} />
        <div className="action-bar">
          <LeaveQuestion form={form} onRetry={keep} />
          {refusal !== undefined && (
            <Text role="alert" className="alarming">
              {refusal}
            </Text>
          )}
          <Text fw={650} className="fact">
            <span>Total</span> <span>{money(totalOf(lines))}</span>
          </Text>
          <KeptLine form={form} kind={kind} isFix={opened.kind === 'attention'} />
          <div className="actions">
            {opened.kind !== 'attention' && (
              <Button variant="default" disabled={saving.isBusy} onClick={keepAndLeave}>
                Keep as draft
              </Button>
            )}
            <Button loading={saving.isBusy} onClick={() => void saveAndLeave()}>
              Save {kind}
            </Button>
          </div>
        </div>
      </OrderPanes>
    </>
  )
}
