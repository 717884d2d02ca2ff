import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { failingQuery } from '../api/queries.ts'
import { momentWords } from '../ui/moments.ts'
import { Username } from '../ui/Username.tsx'
import { AccountLink } from './AccountLink.tsx'

/** The addresses that bounce, and why. Absent if there are none. */
export function FailingAddresses({ onClear }: { onClear?: ((address: string) => void) | undefined }) {
  const { data } = useQuery(failingQuery)
  if (!data || data.failing.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2}>Mail failing</Title>
      <Text c="dimmed">
        Email to these addresses bounces. An entry ends by itself a day after an email has arrived, or when the address
        changes.
      </Text>
      <Table aria-label="Mail failing" verticalSpacing="sm" className="halves">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="leading">Address</Table.Th>
            <Table.Th visibleFrom="sm" className="when">
              Since
            </Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.failing.map(({ address, since, why, accounts }) => (
            <Table.Tr key={address}>
              <Table.Td>
                <AccountLink about={accounts.find(isNamed(address)) ?? null}>
                  <Username text={address} />
                </AccountLink>
                {accounts
                  .filter(about => !isNamed(address)(about))
                  .map(about => (
                    <Text key={about.id} size="sm">
                      <AccountLink about={about}>
                        <Username text={about.username} />
                      </AccountLink>
                    </Text>
                  ))}
              </Table.Td>
              <Table.Td visibleFrom="sm">{momentWords(since)}</Table.Td>
              <Table.Td className="breaks">
                {why}
                <Text hiddenFrom="sm" c="dimmed" size="sm">
                  Since {momentWords(since)}
                </Text>
                {onClear && (
                  <Button
                    display="block"
                    variant="default"
                    size="xs"
                    mt={4}
                    aria-label={`Works again: ${address}`}
                    px="xs"
                    onClick={() => onClear(address)}
                  >
                    Works again
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {data.hasMore && <Text c="dimmed">There are more. Find all users with the filter “Mail: failing”.</Text>}
    </Stack>
  )
}

/** True for the account whose username is the address. Other accounts have it as a contact's address or as a second one. */
const isNamed =
  (address: string) =>
  ({ username }: { username: string }) =>
    username.toLowerCase() === address
