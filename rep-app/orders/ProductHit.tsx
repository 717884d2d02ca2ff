import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useMoney } from '../app/use-app.tsx'
import { unitWords } from '../catalogue/unit-words.ts'
import type { Hit } from './find-hits.ts'
import { QuantityField } from './QuantityField.tsx'

type Props = {
  hit: Hit
  quantity: number
  retailerId: string
  /** What the retailer ordered in its last orders, the newest first. */
  last: readonly number[] | undefined
  onSet(hit: Hit, quantity: number): void
  onDone(): void
}

/** A product that was found, with the quantity in the order. */
export const ProductHit = memo(function ProductHit({ hit, retailerId, quantity, last, onSet, onDone }: Props) {
  const { id, name, code, category, offer } = hit
  const money = useMoney()
  const breaks = offer.breaks.slice(1).map(price => `from ${price.minimumQuantity}: ${money(price.priceCents)}`)
  return (
    <li className="inset-row hit" data-ordered={quantity > 0 || undefined}>
      <Link
        to="/products/$productId"
        params={{ productId: id }}
        search={{ retailer: retailerId }}
        className="row-title"
      >
        {name}
      </Link>
      <span className="row-note">{[code, unitWords(hit), category].filter(Boolean).join(' · ')}</span>
      <div>
        <span className="row-note">
          <b className="price">{money(offer.priceAt(Math.max(quantity, 1)))}</b>
          {breaks.map(text => ` · ${text}`)}
        </span>
        {last !== undefined && <span className="row-note">{lastWords(last)}</span>}
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

const lastWords = ([latest, ...before]: readonly number[]): string =>
  `Last time: ${latest}${before.length > 0 ? `, before: ${before.join(', ')}` : ''}`
