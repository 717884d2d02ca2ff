import { Button, Text, TextInput, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import { Brought } from '../sign-in/Brought.tsx'
import { AddProduct } from './AddProduct.tsx'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { OrderLines } from './OrderLines.tsx'
import { addLine, setQuantity, totalOf } from './order-lines.ts'
import { useOrderForm } from './use-order-form.ts'

const titles = { order: 'New order', quote: 'New quote' }

/** Takes an order or a quote. The form stays open until it is saved on the disk. */
export function OrderScreen() {
  const { retailer: retailerId, kind, item } = useSearch({ from: '/orders/new' })
  const navigate = useNavigate()
  const ask = useCallback(({ cache }: RepApp) => cache.retailers.get(retailerId), [retailerId])
  const retailer = useAppRows(ask)
  const money = useMoney()
  const form = useOrderForm({ retailerId, kind, item })
  const { lines, note, refusal, gone, change } = form
  const save = (isDraft: boolean) =>
    form.saving.run(async () => {
      if (await form.save(isDraft)) await navigate({ to: '/orders', search: { saved: kind } })
    })
  const { isBusy } = form.saving
  return (
    <>
      <p className="over-title">{retailer?.name}</p>
      <Title order={1}>{titles[kind]}</Title>
      <Brought>
        <LeaveQuestion isUnsaved={form.isUnsaved} canBeDraft={form.canBeDraft} onKeep={() => form.save(true)} />
        {gone > 0 && (
          <Text className="notice" role="status">
            {gone === 1 ? 'One product is' : `${gone} products are`} no longer sold, so not included.
          </Text>
        )}
        <AddProduct
          onAdd={added => change(draft => ({ lines: addLine(draft.lines, added) }))}
          retailerId={retailerId}
        />
        <OrderLines
          lines={lines}
          onSet={(productId, quantity) => change(draft => ({ lines: setQuantity(draft.lines, productId, quantity) }))}
        />
        <TextInput
          label={`Note on the ${kind}`}
          value={note}
          maxLength={2000}
          onChange={({ currentTarget: { value } }) => change(() => ({ note: value }))}
        />
        <div className="action-bar">
          {refusal !== undefined && (
            <Text role="alert" className="alarming">
              {refusal}
            </Text>
          )}
          <Text fw={650} className="fact">
            <span>Total</span> <span>{money(totalOf(lines))}</span>
          </Text>
          <div className="actions">
            {form.canBeDraft && (
              <Button variant="default" disabled={isBusy} onClick={() => void save(true)}>
                Keep as draft
              </Button>
            )}
            <Button loading={isBusy} onClick={() => void save(false)}>
              Save {kind}
            </Button>
          </div>
        </div>
      </Brought>
    </>
  )
}
