import { Link } from '@tanstack/react-router'
import { useMoney } from '../app/use-app.tsx'
import type { CacheRows } from '../device/rows.ts'
import { Icon } from '../ui/Icon.tsx'
import { dayWords } from '../ui/time-words.ts'

type Props = { order: CacheRows['orders']; retailer?: string | undefined; now: number }

/** An order on the server. */
export function PastOrder({ order, retailer, now }: Props) {
  const { id, number, kind, capturedAt, totalCents, by, lines } = order
  const money = useMoney()
  const counted = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`
  return (
    <li>
      <Link to="/orders/$orderId" params={{ orderId: id }} className="inset-row fact-link">
        <span>
          <span className="fact">
            <span className="row-title">
              {number} {kind === 'quote' && '(quote)'}
            </span>
            <span className="fact-value">{money(totalCents)}</span>
          </span>
          <span className="row-note">
            {[retailer, dayWords(Date.parse(capturedAt), now), counted, by].filter(Boolean).join(' · ')}
          </span>
        </span>
        <Icon name="chevron" />
      </Link>
    </li>
  )
}
