import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CacheRows } from '../device/rows.ts'
import { Fact } from '../ui/Inset.tsx'

const creditNames = { good: 'Good', watch: 'Watched', hold: 'On hold' }

/** The customer's address, what the office knows of the customer, and the next steps. */
export function RetailerFacts({ retailer }: { retailer: CacheRows['retailers'] }) {
  const { id, accountNumber, address, phone, type, grade, chain, creditStatus, notes } = retailer
  const kind = [type, grade && `grade ${grade}`, chain].filter(Boolean).join(' · ')
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
        <Button
          variant="default"
          renderRoot={props => <Link {...props} to="/orders/new" search={{ retailer: id, kind: 'return' }} />}
        >
          New return
        </Button>
      </div>
      <div className="inset">
        <Fact label="Account">{accountNumber}</Fact>
        {kind !== '' && <Fact label="Type">{kind}</Fact>}
        <Fact label="Credit" isAlarming={creditStatus === 'hold'}>
          {creditNames[creditStatus]}
        </Fact>
        <Fact label="Address">
          {[address.line, address.town, address.postcode].filter(Boolean).join(', ') || 'unknown'}
        </Fact>
        {phone !== '' && (
          <Fact label="Telephone">
            <Anchor href={`tel:${phone}`}>{phone}</Anchor>
          </Fact>
        )}
        {notes !== '' && <p className="inset-row office-note">{notes}</p>}
      </div>
    </>
  )
}
