import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { invitationRoundsQuery } from '../api/contact-queries.ts'
import type { InvitationRoundsSearch } from '../api/contact-search.ts'
import { Found } from '../ui/Found.tsx'
import { momentWords } from '../ui/moments.ts'
import { Pager } from '../ui/Pager.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { peopleWords, roundWords } from './invitation-words.ts'

const route = getRouteApi('/contacts/invitations')

/** Invitations of many contacts, newest first. */
export function InvitationRoundsPage() {
  const { search, change } = useListSearch<InvitationRoundsSearch>(route)
  const asked = useQuery(invitationRoundsQuery(search))
  return (
    <Stack>
      <Anchor component={Link} to="/contacts" underline="always">
        Back to all contacts
      </Anchor>
      <Title order={1}>Invitations sent</Title>
      <Found asked={asked}>
        {page => (
          <>
            {page.rounds.length === 0 && (
              <Text role="status">None yet. Under Contacts, filter or select contacts, then choose Invite.</Text>
            )}
            {page.rounds.length > 0 && (
              <Table verticalSpacing="sm" aria-label="Invitations">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th visibleFrom="sm">By</Table.Th>
                    <Table.Th>Invited</Table.Th>
                    <Table.Th>State</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {page.rounds.map(({ id, state, by, createdAt, people, asked }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor
                          underline="always"
                          renderRoot={props => (
                            <Link {...props} to="/contacts/invitations/$roundId" params={{ roundId: id }} />
                          )}
                        >
                          {momentWords(createdAt)}
                        </Anchor>
                      </Table.Td>
                      <Table.Td visibleFrom="sm">{by}</Table.Td>
                      <Table.Td>
                        {asked.toLocaleString('en-GB')} of {peopleWords(people)}
                      </Table.Td>
                      <Table.Td>{roundWords[state]}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <Pager
              labels={['Newest', 'Older']}
              onPrevious={search.before ? () => change({ before: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ before: page.rounds.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}
