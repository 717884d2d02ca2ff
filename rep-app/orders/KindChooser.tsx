import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OrderType } from '../device/rows.ts'

const kinds: readonly { kind: OrderType; label: string }[] = [
  { kind: 'order', label: 'Order' },
  { kind: 'quote', label: 'Quote' },
  { kind: 'return', label: 'Return' },
]

/** Turns the form into one of another kind. What is written stays. */
export function KindChooser() {
  const search = useSearch({ from: '/orders/new' })
  const navigate = useNavigate()
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Kind</legend>
      {kinds.map(({ kind, label }) => (
        <label key={kind} className="choice">
          <input
            type="radio"
            name="kind"
            checked={search.kind === kind}
            onChange={() => void navigate({ to: '/orders/new', search: { ...search, kind }, replace: true })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
