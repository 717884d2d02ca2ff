import { type ReactNode, useCallback, useMemo } from 'react'
import { AddProduct } from './AddProduct.tsx'
import type { Hit } from './find-hits.ts'
import { OrderLines } from './OrderLines.tsx'
import { addLine, type Line, type NewLine, putLine, setQuantity } from './order-lines.ts'

export type EditLines = (lines: Line[]) => Line[]
type Props = { item: string; retailerId: string; lines: Line[]; onEdit(edit: EditLines): void; children: ReactNode }

/** The search and the order: side by side on a tablet, one below the other on a phone. A note draws neither again. */
export function OrderPanes({ item, retailerId, lines, onEdit, children }: Props) {
  const quantities = useMemo(() => new Map(lines.map(({ productId, quantity }) => [productId, quantity])), [lines])
  const add = useCallback((hit: Hit) => onEdit(lines => addLine(lines, lineOf(hit))), [onEdit])
  const put = useCallback(
    (hit: Hit, quantity: number) => onEdit(lines => putLine(lines, lineOf(hit), quantity)),
    [onEdit],
  )
  const set = useCallback(
    (productId: string, quantity: number) => onEdit(lines => setQuantity(lines, productId, quantity)),
    [onEdit],
  )
  return (
    <div className="order-panes">
      <AddProduct item={item} retailerId={retailerId} quantities={quantities} onAdd={add} onSet={put} />
      <section aria-label="Lines and total" className="order-pane">
        <OrderLines lines={lines} onSet={set} />
        {children}
      </section>
    </div>
  )
}

const lineOf = ({ id: productId, name, unit, offer }: Hit): NewLine => ({ productId, name, unit, offer })
