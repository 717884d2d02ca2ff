import { Anchor, Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import { pageSizes } from '../../shared/contract/user-lists.ts'
import type { UserPage } from '../../shared/contract/users.ts'
import { administratorQuery, textsOf, usersQuery } from '../api/queries.ts'
import type { UserSearch } from '../api/user-search.ts'
import { Problem } from '../ui/Problem.tsx'
import { UserFilters } from './UserFilters.tsx'
import { UserTable } from './UserTable.tsx'

const route = getRouteApi('/users')
const restMs = 250

/** Who may sign in: searched, filtered and sorted by the server; what is shown stands in the address. */
export function UsersPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.search ?? '')
  const { data, error } = useQuery(usersQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const mayAdd = administrator && allows(administrator.rights, { module: 'users', access: 'write' })

  const change = (changed: UserSearch) => {
    // Another question begins at its first page.
    const { page: _, ...before } = search
    const next = Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ search: Object.fromEntries(next), replace: !('page' in changed) })
  }
  const find = useDebouncedCallback((text: string) => change({ search: text }), restMs)

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Users</Title>
        <Group gap="sm">
          <Anchor href={`/api/users/export?${textsOf(search)}`} download underline="always">
            Export as CSV
          </Anchor>
          {mayAdd && (
            <Anchor
              underline="always"
              renderRoot={props => <Link {...props} to="/import" search={{ kind: 'users' }} />}
            >
              Import from CSV
            </Anchor>
          )}
          {mayAdd && <Button renderRoot={props => <Link {...props} to="/users/new" />}>New user</Button>}
        </Group>
      </Group>
      <Group align="end" gap="sm">
        <TextInput
          label="Search"
          placeholder="Username, first name or surname"
          type="search"
          miw={240}
          flex={1}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            find(event.currentTarget.value)
          }}
        />
        <UserFilters search={search} onChange={change} />
      </Group>
      {error && <Problem fault={error} />}
      <Text role="status" c="dimmed">
        {data && foundWords(data.total)}
      </Text>
      {!data && !error && <Skeleton height={300} />}
      {data && data.users.length > 0 && <UserTable users={data.users} search={search} onSort={change} />}
      {data && data.total > pageSizes[0] && (
        <NativeSelect
          label="Users on a page"
          maw={160}
          data={pageSizes.map(String)}
          value={String(data.size)}
          onChange={event => change({ size: Number(event.currentTarget.value) })}
        />
      )}
      {data && data.total > data.size && (
        <Group justify="space-between">
          <Button variant="default" disabled={data.page === 1} onClick={() => change({ page: data.page - 1 })}>
            Previous page
          </Button>
          <Text>{pageWords(data)}</Text>
          <Button
            variant="default"
            disabled={data.page * data.size >= data.total}
            onClick={() => change({ page: data.page + 1 })}
          >
            Next page
          </Button>
        </Group>
      )}
    </Stack>
  )
}

const mostCounted = 10_000

function pageWords({ page, size, total }: UserPage): string {
  return total > mostCounted ? `Page ${page}` : `Page ${page} of ${Math.ceil(total / size)}`
}

function foundWords(total: number): string {
  if (total === 0) return 'No users found. Try a shorter search or remove a filter.'
  if (total > mostCounted) return `More than ${mostCounted.toLocaleString('en-GB')} users`
  return total === 1 ? '1 user' : `${total.toLocaleString('en-GB')} users`
}
