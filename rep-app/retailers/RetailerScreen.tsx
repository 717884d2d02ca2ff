import { Text, Title } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { BackLink } from '../app/BackLink.tsx'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp, useAppRows } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { PastOrder } from '../orders/PastOrder.tsx'
import { Brought } from '../sign-in/Brought.tsx'
import { Inset } from '../ui/Inset.tsx'
import { ContactRow } from './ContactRow.tsx'
import { NewNote } from './NewNote.tsx'
import { NotesPart } from './NotesPart.tsx'
import { RetailerFacts } from './RetailerFacts.tsx'
import { SalesPart } from './SalesPart.tsx'
import { VisitsPart } from './VisitsPart.tsx'

async function read({ cache }: RepApp, id: string) {
  const { retailers, contacts, orders } = cache
  const [retailer, people, bought] = await Promise.all([
    retailers.get(id),
    contacts.where('retailerId').equals(id).sortBy('fullName'),
    orders.where('retailerId').equals(id).reverse().sortBy('capturedAt'),
  ])
  return { retailer, people, bought: bought.slice(0, 20) }
}

/** One customer: contacts, past orders and next steps. */
export function RetailerScreen() {
  const { retailerId } = useParams({ from: '/retailers/$retailerId' })
  const { note, visit: plan } = useSearch({ from: '/retailers/$retailerId' })
  const { visit } = useApp()
  useEffect(() => void visit.begin(retailerId).catch(() => undefined), [visit, retailerId])
  const ask = useCallback((app: RepApp) => read(app, retailerId), [retailerId])
  const found = useAppRows(ask)
  const now = useNow()
  const retailer = found?.retailer
  return (
    <>
      <BackLink to="/retailers">Retailers</BackLink>
      <Title order={1}>{retailer?.name ?? 'Retailer'}</Title>
      <Brought>
        {found && !retailer && (
          <Text className="notice">
            This customer isn't on this device. The customer may have moved to another territory.
          </Text>
        )}
        {retailer && <RetailerFacts retailer={retailer} />}
        {retailer && <SalesPart retailerId={retailerId} />}
        {(retailer || plan !== undefined) && <VisitsPart retailerId={retailerId} draft={plan} />}
        {(retailer || note !== undefined) && (
          <NewNote key={note} retailerId={retailerId} {...(note !== undefined && { item: note })} />
        )}
        {retailer && <NotesPart retailerId={retailerId} />}
        <Inset title="Contacts">
          {found?.people.length === 0 && <Text className="inset-row">No contacts yet.</Text>}
          {found?.people.map(contact => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </Inset>
        <Inset title="Past orders">
          {found?.bought.length === 0 && <Text className="inset-row">Nothing in the last 90 days.</Text>}
          <ul className="list">
            {found?.bought.map(order => (
              <PastOrder key={order.id} order={order} now={now} />
            ))}
          </ul>
        </Inset>
      </Brought>
    </>
  )
}
