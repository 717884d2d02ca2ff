import { Link } from '@tanstack/react-router'
import { ProductPicture } from '../app/ProductPicture.tsx'
import { useMoney } from '../app/use-app.tsx'
import { unitWords } from '../catalogue/unit-words.ts'
import type { CacheRows } from '../device/rows.ts'
import { Icon } from '../ui/Icon.tsx'

/** A product in a list, with its base price. */
export function ProductRow({ product }: { product: CacheRows['products'] }) {
  const { id, name, code, barcode, category, priceCents } = product
  const money = useMoney()
  return (
    <li>
      <Link
        to="/products/$productId"
        params={{ productId: id }}
        search={{}}
        className="inset-row fact-link product-row"
      >
        <ProductPicture product={product} size="small" />
        <span>
          <span className="fact fact-beside">
            <span className="row-title">{name}</span>
            <span className="fact-value">{money(priceCents)}</span>
          </span>
          <span className="row-note">{[code, category, unitWords(product), barcode].filter(Boolean).join(' · ')}</span>
        </span>
        <Icon name="chevron" />
      </Link>
    </li>
  )
}
