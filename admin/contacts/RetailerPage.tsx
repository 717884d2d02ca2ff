import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { retailerStatuses } from '../../shared/contract/retailer-lists.ts'
import { retailerChange } from '../../shared/contract/retailers.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { retailerChoicesQuery } from '../api/contact-queries.ts'
import { administratorQuery, retailerQuery, territoriesQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { RetailerNotes } from '../orders/RetailerNotes.tsx'
import { Problem } from '../ui/Problem.tsx'
import { ContactActions } from './ContactActions.tsx'
import { ContactCard } from './ContactCard.tsx'
import { ContactCommandDialogs } from './ContactCommandDialogs.tsx'
import {
  retailerFactFields,
  retailerFactTexts,
  retailerFields,
  statusField,
  toRetailer,
  toRetailerFacts,
} from './contact-fields.ts'
import { retailerStatusWords } from './contact-words.ts'
import { EditRecord } from './EditRecord.tsx'
import { PricesLink } from './PricesLink.tsx'
import { RetailerFacts } from './RetailerFacts.tsx'
import { useContactCommand } from './use-contact-command.ts'

const route = getRouteApi('/retailers/$retailerId')

/** One retailer and its contacts. */
export function RetailerPage() {
  const { retailerId } = route.useParams()
  const { data: retailer, error } = useAnswer(retailerQuery(retailerId))
  const { data: administrator } = useQuery(administratorQuery)
  const { data: known } = useQuery(territoriesQuery)
  const { data: choices } = useQuery(retailerChoicesQuery)
  const [isEdited, setIsEdited] = useState(false)
  const [changed, setChanged] = useState<Done>()
  const order = useContactCommand()

  if (error) return <Problem fault={error} />
  if (!retailer || !administrator) return <Skeleton height={400} />
  const { name, accountNumber, status, territory, territoryId, contacts } = retailer
  const begin: typeof order.begin = (whom, what) => {
    setChanged(undefined)
    order.begin(whom, what)
  }
  const mayWrite = allows(administrator.rights, { module: 'retailers', access: 'write' })
  return (
    <Stack>
      <Anchor component={Link} to="/retailers" underline="always">
        Back to all retailers
      </Anchor>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>{name}</Title>
          <Text c="dimmed">
            {accountNumber}, {retailerStatusWords[status].toLowerCase()}, {territory ?? 'no territory'}
          </Text>
        </div>
        {mayWrite && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setIsEdited(true)}>
              Edit
            </Button>
            <Button
              renderRoot={props => <Link {...props} to="/retailers/$retailerId/contacts/new" params={{ retailerId }} />}
            >
              New contact
            </Button>
          </Group>
        )}
      </Group>
      <ContactCommandDialogs order={order} changed={changed} />
      {status === 'closed' && (
        <Alert variant="outline" color="var(--warning)" title="This retailer is closed">
          None of its contacts can sign in. Their access and passwords are kept. To reopen it, choose Edit.
        </Alert>
      )}
      <PricesLink retailerId={retailerId} />
      <RetailerFacts retailer={retailer} />
      <Title order={2}>Contacts</Title>
      {contacts.length === 0 && <Text>No contacts yet. Add a contact and send a website invite.</Text>}
      <Stack component="ul" aria-label="Contacts" p={0} m={0}>
        {contacts.map(contact => (
          <ContactCard key={contact.id} contact={contact} retailerId={retailerId}>
            {mayWrite && <ContactActions contact={contact} onCommand={begin} />}
          </ContactCard>
        ))}
      </Stack>
      <RetailerNotes retailerId={retailerId} />
      {isEdited && (
        <EditRecord
          title={`Edit ${name}`}
          path={`/retailers/${retailerId}`}
          fields={[...retailerFields(known?.territories ?? []), statusField, ...retailerFactFields(choices)]}
          before={{ name, accountNumber, status, territoryId: territoryId ?? '', ...retailerFactTexts(retailer) }}
          shape={retailerChange}
          toCommand={draft => ({
            ...toRetailer(draft),
            ...toRetailerFacts(draft),
            status: retailerStatuses.find(one => one === draft.status) ?? 'open',
          })}
          onDone={setChanged}
          onClose={() => setIsEdited(false)}
        />
      )}
    </Stack>
  )
}
