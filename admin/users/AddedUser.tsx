import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Added, Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { Problem } from '../ui/Problem.tsx'

/** The new user exists. The invitation can go out now or later. */
export function AddedUser({
  added,
  username,
  imageFault,
}: {
  added: Added
  username: string
  imageFault: Error | undefined
}) {
  const sending = useCommand({ mutationFn: () => ask<Done>(`/users/${added.id}/invitation`, { order: {} }) })
  return (
    <Stack maw={480}>
      <Title order={1}>{added.text}</Title>
      <div role="status">{sending.data && <Alert variant="outline">{sending.data.text}</Alert>}</div>
      {imageFault && <Problem fault={imageFault} />}
      {sending.error && <Problem fault={sending.error} />}
      {!sending.data && (
        <>
          <Text>There is no password yet. Send {username} the invitation to choose one?</Text>
          <Group>
            <Button onClick={() => sending.mutate()} loading={sending.isPending}>
              Send the invitation now
            </Button>
          </Group>
        </>
      )}
      <Anchor
        underline="always"
        renderRoot={props => <Link {...props} to="/users/$userId" params={{ userId: added.id }} />}
      >
        {sending.data ? 'Go to the user' : 'Not now: go to the user'}
      </Anchor>
    </Stack>
  )
}
