import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { InvitationPeople } from '../../shared/contract/invitation-rounds.ts'
import { State } from '../ui/State.tsx'
import { outcomeOf } from './invitation-words.ts'

/** Each person of a round, with the outcome in a word. */
export function InvitationPeopleTable({ people }: Pick<InvitationPeople, 'people'>) {
  return (
    <Table stickyHeader stickyHeaderOffset={56} verticalSpacing="sm" className="halves" aria-label="Person by person">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Contact</Table.Th>
          <Table.Th visibleFrom="sm">Retailer</Table.Th>
          <Table.Th>Outcome</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(person => (
          <Table.Tr key={person.id}>
            <Table.Td>
              <Anchor
                underline="always"
                renderRoot={props => (
                  <Link
                    {...props}
                    to="/retailers/$retailerId/contacts/$contactId"
                    params={{ retailerId: person.retailerId, contactId: person.id }}
                  />
                )}
              >
                {person.fullName || person.username}
              </Anchor>
              <Text c="dimmed" size="sm">
                {person.email}
              </Text>
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                {person.retailerName}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{person.retailerName}</Table.Td>
            <Table.Td>
              <State {...outcomeOf(person)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
