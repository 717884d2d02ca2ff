import { memo } from 'react'
import { useMoney } from '../app/use-app.tsx'
import type { Hit } from './find-hits.ts'
import { QuantityField } from './QuantityField.tsx'

type Props = {
  hit: Hit
  quantity: number
  /** What the retailer ordered last time. */
  last: number | undefined
  onSet(hit: Hit, quantity: number): void
  onDone(): void
}

/** A product that was found, with the quantity in the order. */
export const ProductHit = memo(function ProductHit({ hit, quantity, last, onSet, onDone }: Props) {
  const { name, code, unit, category, offer } = hit
  const money = useMoney()
  const breaks = offer.breaks.slice(1).map(price => `from ${price.minimumQuantity}: ${money(price.priceCents)}`)
  return (
    <li className="inset-row hit" data-ordered={quantity > 0 || undefined}>
      <span className="row-title">{name}</span>
      <span className="row-note">{[code, unit, category].filter(Boolean).join(' · ')}</span>
      <div>
        <span className="row-note">
          <b className="price">{money(offer.priceAt(Math.max(quantity, 1)))}</b>
          {breaks.map(text => ` · ${text}`)}
        </span>
        {last !== undefined && <span className="row-note">Last time: {last}</span>}
      </div>
      <QuantityField
        name={name}
        label={`How many ${name}`}
        quantity={quantity}
        onSet={wanted => onSet(hit, wanted)}
        onDone={onDone}
      />
    </li>
  )
})
