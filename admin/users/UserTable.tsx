import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { UserSummary } from '../../shared/contract/users.ts'
import type { UserSearch } from '../api/user-search.ts'
import { statusTones, statusWords, typeWords } from '../ui/account-words.ts'
import { momentWords } from '../ui/moments.ts'
import { SortableHeading } from '../ui/SortableHeading.tsx'
import { State } from '../ui/State.tsx'
import { Username } from '../ui/Username.tsx'

type Props = { users: UserSummary[]; search: UserSearch; onSort: (sorted: UserSearch) => void }

/** A phone shows the user and the state. Wider screens show more columns. */
export function UserTable({ users, search, onSort }: Props) {
  const sorting = { sort: search.sort ?? 'username', order: search.order ?? 'ascending' }
  const heading = { sorting, onSort } as const
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="sm" aria-label="Users">
      <Table.Thead>
        <Table.Tr>
          <SortableHeading {...heading} className="leading" by="username" label="Username" />
          <SortableHeading {...heading} visibleFrom="sm" by="name" label="Full name" />
          <SortableHeading {...heading} visibleFrom="sm" by="type" label="User type" />
          <Table.Th visibleFrom="md">Has device</Table.Th>
          <Table.Th visibleFrom="md">Role</Table.Th>
          <Table.Th>Status</Table.Th>
          <SortableHeading {...heading} visibleFrom="sm" by="last-sign-in" label="Last sign-in" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map(user => (
          <Table.Tr key={user.id}>
            <Table.Td>
              <Anchor
                underline="always"
                renderRoot={props => <Link {...props} to="/users/$userId" params={{ userId: user.id }} />}
              >
                <Username text={user.username} />
              </Anchor>
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                {user.fullName}, {typeWords[user.userType]}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{user.fullName}</Table.Td>
            <Table.Td visibleFrom="sm">{typeWords[user.userType]}</Table.Td>
            <Table.Td visibleFrom="md">{user.hasDevice ? 'Yes' : 'No'}</Table.Td>
            <Table.Td visibleFrom="md">{user.role ?? 'None'}</Table.Td>
            <Table.Td>
              <State tone={statusTones[user.status]} word={statusWords[user.status]} />
              {user.isMailFailing && (
                <div>
                  <State tone="danger" word="Mail failing" />
                </div>
              )}
            </Table.Td>
            <Table.Td visibleFrom="sm">{user.lastSignInAt ? momentWords(user.lastSignInAt) : 'Never'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
