import { Anchor, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { contactChange } from '../../shared/contract/retailers.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { WaitingAddress } from '../addresses/WaitingAddress.tsx'
import { administratorQuery, contactQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { DiagnosisCard } from '../diagnosis/DiagnosisCard.tsx'
import { FailingMail } from '../diagnosis/FailingMail.tsx'
import { Timeline } from '../diagnosis/Timeline.tsx'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { ChangeContactAddress } from './ChangeContactAddress.tsx'
import { ContactActions } from './ContactActions.tsx'
import { ContactCommandDialogs } from './ContactCommandDialogs.tsx'
import { personFields, toContactChange, websiteField } from './contact-fields.ts'
import { contactStatusWords } from './contact-words.ts'
import { EditRecord } from './EditRecord.tsx'
import { useContactCommand } from './use-contact-command.ts'

const route = getRouteApi('/retailers/$retailerId/contacts/$contactId')

/** One contact: what blocks the sign-in, and the commands that help. */
export function ContactPage() {
  const { contactId } = route.useParams()
  const { data: contact, error } = useAnswer(contactQuery(contactId))
  const { data: administrator } = useQuery(administratorQuery)
  const [isEdited, setIsEdited] = useState(false)
  const [isMoved, setIsMoved] = useState(false)
  const [changed, setChanged] = useState<Done>()
  const order = useContactCommand()

  if (error) return <Problem fault={error} />
  if (!contact || !administrator) return <Skeleton height={400} />
  const { fullName, givenName, familyName, role, username, email, hasAccess, status, lastSignInAt } = contact
  const facts: [string, string][] = [
    ['Email', email],
    ['Website username', username],
    ['Has website access', hasAccess ? (contact.mayOrder ? 'Yes, may order' : 'Yes, may look') : 'No'],
    ['Status', contactStatusWords[status]],
    ['Last sign-in', lastSignInAt ? `${momentWords(lastSignInAt)} (${zoneWords()})` : 'Never'],
  ]
  const begin: typeof order.begin = (whom, name) => {
    setChanged(undefined)
    order.begin(whom, name)
  }
  const mayWrite = allows(administrator.rights, { module: 'retailers', access: 'write' })
  return (
    <Stack>
      <Anchor
        underline="always"
        renderRoot={props => (
          <Link {...props} to="/retailers/$retailerId" params={{ retailerId: contact.retailerId }} />
        )}
      >
        Back to {contact.retailerName}
      </Anchor>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>{fullName || username}</Title>
          <Text c="dimmed">
            {role || 'Contact'} at {contact.retailerName}
          </Text>
        </div>
        {mayWrite && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setIsEdited(true)}>
              Edit
            </Button>
            <Button variant="default" onClick={() => setIsMoved(true)}>
              Change email or username
            </Button>
            <ContactActions contact={contact} onCommand={begin} />
          </Group>
        )}
      </Group>
      <ContactCommandDialogs order={order} changed={changed} />
      <WaitingAddress path={`/contacts/${contactId}`} mayWrite={mayWrite} onDone={setChanged} />
      <DiagnosisCard
        diagnosis={contact.diagnosis}
        person={{ who: fullName || username, kind: 'contact', mailAddress: email }}
        onFix={mayWrite ? fix => fix !== 'reactivate' && fix !== 'change-username' && begin(contact, fix) : undefined}
      />
      <FailingMail failing={contact.diagnosis.failing} />
      <Table aria-label="Details" variant="vertical">
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={130} bg="transparent">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Timeline timeline={contact.timeline} accountId={contact.id} />
      {isMoved && (
        <ChangeContactAddress
          contact={contact}
          onDone={done => {
            setChanged(done)
            setIsMoved(false)
          }}
          onClose={() => setIsMoved(false)}
        />
      )}
      {isEdited && (
        <EditRecord
          title={`Edit ${fullName || username}`}
          path={`/contacts/${contactId}`}
          fields={[...personFields, websiteField]}
          before={{ givenName, familyName, role, mayOrder: contact.mayOrder ? 'order' : 'look' }}
          shape={contactChange}
          toCommand={toContactChange}
          onClose={() => setIsEdited(false)}
        />
      )}
    </Stack>
  )
}
