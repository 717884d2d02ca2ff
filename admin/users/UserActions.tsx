import { Button, Group, Menu, Text } from '@mantine/core'
import type { UserDetails } from '../../shared/contract/users.ts'
import type { OrderName } from './user-orders.ts'

type Props = { user: UserDetails; onOrder: (name: OrderName) => void; onEdit: () => void; onRename: () => void }

/** What can be done about this user; what cannot says why instead of waiting to be refused. */
export function UserActions({ user, onOrder, onEdit, onRename }: Props) {
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
          <Menu.Item disabled={user.mailAddress === null} onClick={() => onOrder('password-reset')}>
            Reset Password
          </Menu.Item>
          {user.status === 'no-password' && (
            <Menu.Item disabled={user.mailAddress === null} onClick={() => onOrder('invitation')}>
              Send invitation again
            </Menu.Item>
          )}
          <Menu.Item onClick={onRename}>Change username</Menu.Item>
          <Menu.Item onClick={() => onOrder('end-sessions')}>End all sessions</Menu.Item>
          {!user.isYou && user.status !== 'locked' && <Menu.Item onClick={() => onOrder('lock')}>Lock</Menu.Item>}
          <Menu.Item onClick={() => onOrder('unlock')}>Unlock</Menu.Item>
          <Menu.Item onClick={() => onOrder('mark-compromised')}>Mark as compromised</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {!user.isYou && (
        <Button variant="default" onClick={() => onOrder(isActive ? 'deactivate' : 'reactivate')}>
          {isActive ? 'Deactivate' : 'Reactivate'}
        </Button>
      )}
    </Group>
  )
}
