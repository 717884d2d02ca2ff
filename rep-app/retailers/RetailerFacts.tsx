import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CacheRows } from '../device/rows.ts'
import { Fact } from '../ui/Inset.tsx'

/** The customer's address, and the two actions for a visit. */
export function RetailerFacts({ retailer }: { retailer: CacheRows['retailers'] }) {
  const { id, accountNumber, address, phone } = retailer
  return (
    <>
      <div className="actions">
        <Button renderRoot={props => <Link {...props} to="/orders/new" search={{ retailer: id, kind: 'order' }} />}>
          New order
        </Button>
        <Button
          variant="default"
          renderRoot={props => <Link {...props} to="/orders/new" search={{ retailer: id, kind: 'quote' }} />}
        >
          New quote
        </Button>
      </div>
      <div className="inset">
        <Fact label="Account">{accountNumber}</Fact>
        <Fact label="Address">
          {[address.line, address.town, address.postcode].filter(Boolean).join(', ') || 'unknown'}
        </Fact>
        {phone !== '' && (
          <Fact label="Telephone">
            <Anchor href={`tel:${phone}`}>{phone}</Anchor>
          </Fact>
        )}
      </div>
    </>
  )
}
