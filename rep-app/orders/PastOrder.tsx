import { Link } from '@tanstack/react-router'
import { useMoney } from '../app/use-app.tsx'
import { officeWords } from '../statements/order-state.ts'
import { Icon } from '../ui/Icon.tsx'
import { dayWords } from '../ui/time-words.ts'
import type { PastRow } from './read-order.ts'

type Props = { order: PastRow; retailer?: string | undefined; now: number }

/** An order on the server. */
export function PastOrder({ order, retailer, now }: Props) {
  const { id, number, kind, capturedAt, totalCents, by, lines, status, customerNote } = order
  const money = useMoney()
  const counted = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`
  return (
    <li>
      <Link to="/orders/$orderId" params={{ orderId: id }} className="inset-row fact-link">
        <span>
          <span className="fact">
            <span className="row-title">
              {number} {kind !== 'order' && `(${kind})`}
            </span>
            <span className="fact-value">{money(totalCents)}</span>
          </span>
          <span className="row-note">
            {status && (
              <b className="status-word" data-status={status}>
                {officeWords[status]}
              </b>
            )}
            {status && ' · '}
            {[retailer, dayWords(Date.parse(capturedAt), now), counted, by].filter(Boolean).join(' · ')}
          </span>
          {customerNote && <span className="row-note">“{customerNote}”</span>}
        </span>
        <Icon name="chevron" />
      </Link>
    </li>
  )
}
