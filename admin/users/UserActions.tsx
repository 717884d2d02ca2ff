import { Button, Group, Menu, Text } from '@mantine/core'
import type { UserDetails } from '../../shared/contract/users.ts'
import type { CommandName } from './user-commands.ts'

type Props = { user: UserDetails; onCommand: (name: CommandName) => void; onEdit: () => void; onRename: () => void }

/** The commands for this user. An impossible command says why instead of being refused. */
export function UserActions({ user, onCommand, onEdit, onRename }: Props) {
  if (!user.isWithinReach) return <Text c="dimmed">This user has more rights than you, so you can only read.</Text>
  const isActive = user.status !== 'inactive'
  return (
    <Group gap="sm">
      <Button variant="default" onClick={onEdit}>
        Edit
      </Button>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default">More options</Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="More options">
          <Menu.Item disabled={user.mailAddress === null} onClick={() => onCommand('password-reset')}>
            Reset Password
          </Menu.Item>
          {user.status === 'no-password' && (
            <Menu.Item disabled={user.mailAddress === null} onClick={() => onCommand('invitation')}>
              Send invitation again
            </Menu.Item>
          )}
          <Menu.Item onClick={onRename}>Change username</Menu.Item>
          <Menu.Item onClick={() => onCommand('end-sessions')}>End all sessions</Menu.Item>
          {!user.isYou && user.status !== 'locked' && <Menu.Item onClick={() => onCommand('lock')}>Lock</Menu.Item>}
          <Menu.Item onClick={() => onCommand('unlock')}>Unlock</Menu.Item>
          <Menu.Item onClick={() => onCommand('remove-factors')}>Remove second step</Menu.Item>
          <Menu.Item onClick={() => onCommand('mark-compromised')}>Mark as compromised</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {!user.isYou && (
        <Button variant="default" onClick={() => onCommand(isActive ? 'deactivate' : 'reactivate')}>
          {isActive ? 'Deactivate' : 'Reactivate'}
        </Button>
      )}
    </Group>
  )
}
