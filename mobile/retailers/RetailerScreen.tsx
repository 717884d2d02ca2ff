import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { Brought } from '../ui/Brought.tsx'
import { money } from '../ui/money.ts'
import { ContactRow } from './ContactRow.tsx'
import { NewNote } from './NewNote.tsx'

async function read(id: string) {
  const { retailers, contacts, orders } = repApp.cache
  const [retailer, people, bought] = await Promise.all([
    retailers.get(id),
    contacts.where('retailerId').equals(id).sortBy('fullName'),
    orders.where('retailerId').equals(id).reverse().sortBy('capturedAt'),
  ])
  return { retailer, people, bought: bought.slice(0, 20) }
}

/** One customer: who is there, what they bought, and what to do next. */
export function RetailerScreen() {
  const { retailerId } = useParams({ from: '/retailers/$retailerId' })
  const ask = useCallback(() => read(retailerId), [retailerId])
  const found = useRows(ask)
  const retailer = found?.retailer
  return (
    <Stack>
      <Title order={1}>{retailer?.name ?? 'Retailer'}</Title>
      <Brought>
        {found && !retailer && <Text>This customer is not on the device. It may belong to another territory now.</Text>}
        {retailer && (
          <Stack>
            <Text>
              {retailer.accountNumber}
              <br />
              {[retailer.address.line, retailer.address.town, retailer.address.postcode].filter(Boolean).join(', ')}
            </Text>
            {retailer.phone !== '' && <Anchor href={`tel:${retailer.phone}`}>{retailer.phone}</Anchor>}
            <Group>
              <Button
                renderRoot={props => (
                  <Link {...props} to="/orders/new" search={{ retailer: retailerId, kind: 'order' }} />
                )}
              >
                New order
              </Button>
              <Button
                variant="default"
                renderRoot={props => (
                  <Link {...props} to="/orders/new" search={{ retailer: retailerId, kind: 'quote' }} />
                )}
              >
                New quote
              </Button>
            </Group>
            <NewNote retailerId={retailerId} />
          </Stack>
        )}
        <section aria-label="Contacts">
          <Title order={2}>Contacts</Title>
          {found?.people.length === 0 && <Text>No contacts are known.</Text>}
          {found?.people.map(contact => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </section>
        <section aria-label="Past orders">
          <Title order={2}>Past orders</Title>
          {found?.bought.length === 0 && <Text>Nothing in the last 90 days.</Text>}
          <ul className="list">
            {found?.bought.map(({ id, number, kind, capturedAt, totalCents, lines }) => (
              <li key={id} className="row">
                <span className="row-title">
                  {number} {kind === 'quote' && '(quote)'} · {money(totalCents)}
                </span>
                <span className="row-note">
                  {new Date(capturedAt).toLocaleDateString()} · {lines.length} {lines.length === 1 ? 'line' : 'lines'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </Brought>
    </Stack>
  )
}
