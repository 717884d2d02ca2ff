import { memo } from 'react'
import { useMoney } from '../app/use-app.tsx'
import type { Line } from './order-lines.ts'
import { QuantityField } from './QuantityField.tsx'

type SetQuantity = (productId: string, quantity: number) => void

/** The lines of the order so far, the newest at the top. */
export const OrderLines = memo(function OrderLines({ lines, onSet }: { lines: Line[]; onSet: SetQuantity }) {
  if (lines.length === 0) return null
  return (
    <ul className="inset" aria-label="Lines">
      {[...lines].reverse().map(line => (
        <OrderLine key={line.productId} line={line} onSet={onSet} />
      ))}
    </ul>
  )
})

const OrderLine = memo(function OrderLine({ line, onSet }: { line: Line; onSet: SetQuantity }) {
  const money = useMoney()
  const { productId, name, unit, quantity, priceCents, wasCents } = line
  return (
    <li className="inset-row line">
      <div className="line-facts">
        <span className="row-title">{name}</span>
        <span className="row-note">
          {unit} · {money(priceCents)}
          {wasCents !== undefined && <b> (was {money(wasCents)})</b>}
        </span>
      </div>
      <QuantityField name={name} quantity={quantity} onSet={wanted => onSet(productId, wanted)} />
      <span className="line-total">{money(quantity * priceCents)}</span>
    </li>
  )
})
