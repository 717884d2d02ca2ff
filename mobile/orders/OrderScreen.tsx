import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { Brought } from '../ui/Brought.tsx'
import { money } from '../ui/money.ts'
import { AddProduct } from './AddProduct.tsx'
import { addLine, type Line, refreshLines, setQuantity, totalOf } from './order-lines.ts'

const titles = { order: 'New order', quote: 'New quote' }

/** Takes an order or a quote. It is saved when it is on the disk, and the form stays open until then. */
export function OrderScreen() {
  const { retailer: retailerId, kind, item } = useSearch({ from: '/orders/new' })
  const navigate = useNavigate()
  const [lines, setLines] = useState<Line[]>([])
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const ask = useCallback(() => repApp.cache.retailers.get(retailerId), [retailerId])
  const retailer = useRows(ask)
  useEffect(() => {
    if (item === undefined) return
    void reopen(item).then(opened => {
      if (!opened) return
      setLines(opened.lines)
      setNote(opened.note)
    })
  }, [item])

  const save = async (isDraft: boolean) => {
    if (lines.length === 0) return setRefusal('Add a product first.')
    const taken = lines.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents }))
    const payload = { retailerId, lines: taken, note }
    const { saveDraft, saveOrder, saveQuote } = repApp.capture
    const saveFinal = kind === 'quote' ? saveQuote : saveOrder
    const saved = await (isDraft ? saveDraft(kind, payload, item) : saveFinal(payload, item))
    if (saved.kind === 'saved') return navigate({ to: '/orders', search: { saved: kind } })
    setRefusal('It could not be saved on this device. It is still here: free some space, then save again.')
  }

  return (
    <Stack>
      <Title order={1}>{titles[kind]}</Title>
      <Brought>
        <Text fw={650}>{retailer?.name}</Text>
        <AddProduct onAdd={added => setLines(now => addLine(now, added))} retailerId={retailerId} />
        <ul className="list">
          {lines.map(({ productId, name, unit, quantity, priceCents }) => (
            <li key={productId} className="line">
              <div>
                <span className="row-title">{name}</span>
                <span className="row-note">
                  {unit} · {money(priceCents)}
                </span>
              </div>
              <TextInput
                type="number"
                inputMode="numeric"
                min={0}
                aria-label={`Quantity of ${name}`}
                className="quantity"
                value={String(quantity)}
                onChange={event => setLines(setQuantity(lines, productId, Number(event.currentTarget.value)))}
              />
            </li>
          ))}
        </ul>
        <TextInput label="Note on the order" value={note} onChange={event => setNote(event.currentTarget.value)} />
        <Text fw={650}>Total: {money(totalOf(lines))}</Text>
        {refusal !== undefined && <Text role="alert">{refusal}</Text>}
        <Group>
          <Button onClick={() => void save(false)}>Save {kind}</Button>
          <Button variant="default" onClick={() => void save(true)}>
            Keep as draft
          </Button>
        </Group>
      </Brought>
    </Stack>
  )
}

async function reopen(id: string) {
  const payload = await repApp.capture.read<'order'>(id)
  return payload && { note: payload.note, lines: await refreshLines(repApp.cache, payload) }
}
