import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, textsOf, usersQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { Found } from '../ui/Found.tsx'
import { ImportLink } from '../ui/ImportLink.tsx'
import { NumberedPager } from '../ui/NumberedPager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { UserFilters } from './UserFilters.tsx'
import { UserTable } from './UserTable.tsx'

const route = getRouteApi('/users')

/** The users. The server searches, filters and sorts them. */
export function UsersPage() {
  const { search, change } = useListSearch(route)
  const asked = useQuery(usersQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const mayAdd = administrator && allows(administrator.rights, { module: 'users', access: 'write' })

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Users</Title>
        <Group gap="sm">
          <Anchor href={`/api/users/export?${textsOf(search)}`} download underline="always">
            Export as CSV
          </Anchor>
          {mayAdd && <ImportLink kind="users" />}
          {mayAdd && <Button renderRoot={props => <Link {...props} to="/users/new" />}>New user</Button>}
        </Group>
      </Group>
      <Group align="end" gap="sm">
        <SearchBox
          inAddress={search.search}
          placeholder="Name, username or second address"
          onSearch={text => change({ search: text })}
        />
        <UserFilters search={search} onChange={change} />
      </Group>
      <Found asked={asked}>
        {page => (
          <>
            <Text role="status" c="dimmed">
              {foundWords(page.total, 'user', 'users')}
            </Text>
            {page.users.length > 0 && <UserTable users={page.users} search={search} onSort={change} />}
            <NumberedPager pages={page} sizeLabel="Users on a page" onChange={change} />
          </>
        )}
      </Found>
    </Stack>
  )
}
