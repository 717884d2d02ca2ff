import { Alert, Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { Done, UserDetails } from '../../shared/contract/users.ts'
import { WaitingAddress } from '../addresses/WaitingAddress.tsx'
import { ask } from '../api/ask.ts'
import { administratorQuery, userQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import type { Fix } from '../diagnosis/diagnosis-words.ts'
import { Timeline } from '../diagnosis/Timeline.tsx'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { Username } from '../ui/Username.tsx'
import { ChangeUsername } from './ChangeUsername.tsx'
import { EditUser } from './EditUser.tsx'
import { LinkedDevices } from './LinkedDevices.tsx'
import { UserActions } from './UserActions.tsx'
import { UserFace } from './UserFace.tsx'
import { UserFacts } from './UserFacts.tsx'
import { UserSessions } from './UserSessions.tsx'
import { type CommandName, commandWords } from './user-commands.ts'

const route = getRouteApi('/users/$userId')

/** One user: what blocks the sign-in, the commands that help, and what happened. */
export function UserPage() {
  const { userId } = route.useParams()
  const { data: user, error } = useAnswer(userQuery(userId))
  const { data: administrator } = useQuery(administratorQuery)
  const { asked, ordering, done, begin, close, setChanged } = useUserCommand(userId)
  const [isEdited, setIsEdited] = useState(false)
  const [isRenamed, setIsRenamed] = useState(false)
  const fixBy = (fix: Fix) => {
    if (fix === 'change-username') setIsRenamed(true)
    else if (fix !== 'restore-access') begin(fix)
  }

  if (error) return <Problem fault={error} />
  if (!user || !administrator) return <Skeleton height={400} />
  const words = asked && commandWords(asked, user)
  const mayWrite = allows(administrator.rights, { module: 'users', access: 'write' })
  return (
    <Stack>
      <Anchor component={Link} to="/users" underline="always">
        Back to all users
      </Anchor>
      <Group justify="space-between" align="start">
        <UserHeading user={user} />
        {mayWrite && (
          <UserActions
            user={user}
            onCommand={begin}
            onEdit={() => setIsEdited(true)}
            onRename={() => setIsRenamed(true)}
          />
        )}
      </Group>
      <div role="status">
        {done && (
          <Alert variant="outline" title="Done">
            {done.text}
          </Alert>
        )}
      </div>
      <WaitingAddress path={`/users/${userId}`} mayWrite={mayWrite} onDone={setChanged} />
      <UserFacts user={user} {...(mayWrite && { onFix: fixBy })} />
      <UserSessions user={user} onCommand={mayWrite && user.isWithinReach ? begin : undefined} />
      <LinkedDevices devices={user.devices} />
      <Timeline timeline={user.timeline} accountId={user.id} />
      <ChangeDialog
        isOpen={asked !== undefined && !hasToConfirm(ordering.error)}
        question={words?.question ?? ''}
        confirm={words?.confirm ?? ''}
        isPending={ordering.isPending}
        fault={ordering.error}
        onConfirm={() => asked && ordering.mutate(asked)}
        onCancel={close}
      >
        {words?.text}
      </ChangeDialog>
      {isEdited && <EditUser user={user} onClose={() => setIsEdited(false)} />}
      {isRenamed && (
        <ChangeUsername
          user={user}
          onDone={done => {
            setChanged(done)
            setIsRenamed(false)
          }}
          onClose={() => setIsRenamed(false)}
        />
      )}
      <ConfirmYourself
        isOpen={hasToConfirm(ordering.error)}
        onConfirmed={() => asked && ordering.mutate(asked)}
        onCancel={close}
      />
    </Stack>
  )
}

function UserHeading({ user }: { user: UserDetails }) {
  return (
    <Group gap="sm" wrap="nowrap">
      {user.image && <UserFace userId={user.id} image={user.image} size={48} />}
      <div>
        <Title order={1}>{user.fullName || user.username}</Title>
        <Text c="dimmed">
          <Username text={user.username} />
        </Text>
      </div>
    </Group>
  )
}

/** The command that the administrator has begun, and the words of the last one that is done. */
function useUserCommand(userId: string) {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<CommandName>()
  const [changed, setChanged] = useState<Done>()
  const ordering = useCommand({
    mutationFn: (name: CommandName) => ask<Done>(`/users/${userId}/${name}`, { order: {} }),
    onSuccess: () => setAsked(undefined),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['user', userId] }),
        queries.invalidateQueries({ queryKey: ['users'] }),
      ]),
  })
  const close = () => {
    setAsked(undefined)
    ordering.reset()
  }
  const begin = (name: CommandName) => {
    ordering.reset()
    setChanged(undefined)
    setAsked(name)
  }
  return { asked, ordering, done: changed ?? ordering.data, begin, close, setChanged }
}
