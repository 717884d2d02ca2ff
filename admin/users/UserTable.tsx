import { Anchor, Table, Text, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { UserQuery, UserSummary } from '../../shared/contract/users.ts'
import type { UserSearch } from '../api/user-search.ts'
import { statusTones, statusWords, typeWords } from '../ui/account-words.ts'
import { momentWords } from '../ui/moments.ts'
import { State } from '../ui/State.tsx'
import { Username } from '../ui/Username.tsx'

type Props = { users: UserSummary[]; search: UserSearch; onSort: (sorted: UserSearch) => void }
type Sort = UserQuery['sort']

/** A phone shows who and in which state; the rest comes with the room for it. */
export function UserTable({ users, search, onSort }: Props) {
  const { sort = 'username', order = 'ascending' } = search
  const heading = (by: Sort, label: string) => {
    const isBy = sort === by
    const turned = isBy && order === 'ascending' ? 'descending' : 'ascending'
    return (
      <UnstyledButton fw={600} mih={24} onClick={() => onSort({ sort: by, order: turned })}>
        {label}
        <span aria-hidden="true">{isBy ? (order === 'ascending' ? ' ▲' : ' ▼') : ''}</span>
      </UnstyledButton>
    )
  }
  const sorted = (by: Sort) => (sort === by ? { 'aria-sort': order } : {})
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="sm" aria-label="Users">
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="leading" {...sorted('username')}>
            {heading('username', 'Username')}
          </Table.Th>
          <Table.Th visibleFrom="sm" {...sorted('name')}>
            {heading('name', 'Full name')}
          </Table.Th>
          <Table.Th visibleFrom="sm" {...sorted('type')}>
            {heading('type', 'User type')}
          </Table.Th>
          <Table.Th visibleFrom="md">Has device</Table.Th>
          <Table.Th visibleFrom="md">Role</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th visibleFrom="sm" {...sorted('last-sign-in')}>
            {heading('last-sign-in', 'Last sign-in')}
          </Table.Th>
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
