import { Alert, Button, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { UserDetails } from '../../shared/contract/users.ts'
import { territoriesQuery } from '../api/queries.ts'
import type { OrderName } from './user-orders.ts'
import { momentWords, standingOf, statusWords, typeWords, zoneWords } from './user-words.ts'

type Props = { user: UserDetails; onOrder?: (name: OrderName) => void }

const mendWords = {
  reactivate: 'Reactivate',
  'password-reset': 'Reset Password',
  invitation: 'Send invitation',
  unlock: 'Unlock',
}

/** On top the one sentence that says what stands in the way, with the one button that mends it. */
export function UserFacts({ user, onOrder }: Props) {
  const { text, isOpen, mend } = standingOf(user)
  const { data: known } = useQuery(territoriesQuery)
  const territories = known?.territories.filter(({ id }) => user.territoryIds.includes(id)) ?? []
  const facts: [string, string][] = [
    ['User type', typeWords[user.userType]],
    ['Role', user.role ?? 'None'],
    ['Status', statusWords[user.status]],
    ['Territories', territories.map(({ name }) => name).join(', ') || 'None'],
    ['E-mail to', user.emailTo ?? 'Nothing else'],
    ['Last sign-in', user.lastSignInAt ? momentWords(user.lastSignInAt) : 'Never'],
  ]
  return (
    <Stack>
      <Alert
        variant="outline"
        color={isOpen ? 'accent' : 'var(--mantine-color-error)'}
        title={isOpen ? 'Can sign in' : 'Cannot sign in'}
      >
        <Stack gap="sm" align="start">
          <Text>{text}</Text>
          {user.mailAddress === null && (
            <Text>The username is no e-mail address, so no reset mail can be sent to it.</Text>
          )}
          {mend && onOrder && user.isWithinReach && <Button onClick={() => onOrder(mend)}>{mendWords[mend]}</Button>}
        </Stack>
      </Alert>
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
      <Title order={2}>Signed in now</Title>
      {user.sessions.length === 0 && <Text c="dimmed">Nowhere.</Text>}
      {user.sessions.map(session => (
        <Text key={session.id}>
          {session.device}, {session.network}, since {momentWords(session.startedAt)} ({zoneWords()})
        </Text>
      ))}
    </Stack>
  )
}
