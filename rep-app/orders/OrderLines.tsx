import { useMoney } from '../app/use-app.tsx'
import type { Line } from './order-lines.ts'
import { QuantityField } from './QuantityField.tsx'

/** The lines of the order so far, the newest at the top. */
export function OrderLines({ lines, onSet }: { lines: Line[]; onSet(productId: string, quantity: number): void }) {
  const money = useMoney()
  if (lines.length === 0) return null
  return (
    <ul className="inset" aria-label="Lines">
      {[...lines].reverse().map(({ productId, name, unit, quantity, priceCents, wasCents }) => (
        <li key={productId} className="inset-row line">
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
      ))}
    </ul>
  )
}
