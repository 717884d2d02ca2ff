import type { ReactNode } from 'react'
import { AddProduct } from './AddProduct.tsx'
import type { Hit } from './find-hits.ts'
import { OrderLines } from './OrderLines.tsx'
import { addLine, type Line, type NewLine, putLine, setQuantity } from './order-lines.ts'

type Props = {
  retailerId: string
  lines: Line[]
  onEdit(edit: (lines: Line[]) => Line[]): void
  children: ReactNode
}

/** The search and the order: side by side on a tablet, one below the other on a phone. */
export function OrderPanes({ retailerId, lines, onEdit, children }: Props) {
  return (
    <div className="order-panes">
      <AddProduct
        retailerId={retailerId}
        quantityOf={id => lines.find(({ productId }) => productId === id)?.quantity ?? 0}
        onAdd={hit => onEdit(lines => addLine(lines, lineOf(hit)))}
        onSet={(hit, quantity) => onEdit(lines => putLine(lines, lineOf(hit), quantity))}
      />
      <section aria-label="Lines and total" className="order-pane">
        <OrderLines
          lines={lines}
          onSet={(productId, quantity) => onEdit(lines => setQuantity(lines, productId, quantity))}
        />
        {children}
      </section>
    </div>
  )
}

const lineOf = ({ id: productId, name, unit, offer }: Hit): NewLine => ({ productId, name, unit, offer })
