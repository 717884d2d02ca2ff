import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import type { SessionView, UserDetails } from '../../shared/contract/users.ts'
import { momentWords } from '../ui/moments.ts'
import type { CommandName } from './user-commands.ts'

type Props = { user: UserDetails; onCommand?: ((name: CommandName) => void) | undefined }

/** The browsers and apps where the user is signed in, with a button that ends each session. */
export function UserSessions({ user, onCommand }: Props) {
  const { sessions } = user
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2}>Signed in now</Title>
        {onCommand && sessions.length > 1 && (
          <Button variant="default" onClick={() => onCommand('end-sessions')}>
            End all
          </Button>
        )}
      </Group>
      {sessions.length === 0 && <Text c="dimmed">Not signed in anywhere.</Text>}
      {sessions.length > 0 && (
        <Table aria-label="Signed in now">
          <Table.Tbody>
            {sessions.map(({ id, app, device, network, startedAt, lastSeenAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {nameOf({ app, device })}
                  <Text c="dimmed" size="sm">
                    {[
                      app && 'App',
                      network,
                      `since ${momentWords(startedAt)}`,
                      lastSeenAt && `seen ${momentWords(lastSeenAt)}`,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </Text>
                </Table.Td>
                {onCommand && (
                  <Table.Td ta="right" w={90}>
                    <Button
                      variant="default"
                      aria-label={`End: ${nameOf({ app, device })}, since ${momentWords(startedAt)}`}
                      onClick={() => onCommand(`sessions/${id}/end`)}
                    >
                      End
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

/** The name of an app fits the middle of a sentence, so it gets a capital here. */
function nameOf({ app, device }: Pick<SessionView, 'app' | 'device'>): string {
  const name = app ?? device ?? 'Browser'
  return name.charAt(0).toUpperCase() + name.slice(1)
}
