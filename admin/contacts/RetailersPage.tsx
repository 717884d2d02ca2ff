import { Anchor, Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import { pageSizes } from '../../shared/contract/user-lists.ts'
import { administratorQuery, retailersQuery, territoriesQuery } from '../api/queries.ts'
import type { RetailerSearch } from '../api/retailer-search.ts'
import { Problem } from '../ui/Problem.tsx'
import { RetailerTable } from './RetailerTable.tsx'

const route = getRouteApi('/retailers')
const restMs = 250
const mostCounted = 10_000

/** The customers of the organisation: found by the server; what is shown stands in the address. */
export function RetailersPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.search ?? '')
  const { data, error } = useQuery(retailersQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const { data: known } = useQuery(territoriesQuery)
  const mayAdd = administrator && allows(administrator.rights, { module: 'retailers', access: 'write' })

  const change = (changed: RetailerSearch) => {
    // Another question begins at its first page.
    const { page: _, ...before } = search
    const next = Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ search: Object.fromEntries(next), replace: !('page' in changed) })
  }
  const find = useDebouncedCallback((text: string) => change({ search: text }), restMs)
  const filters = [
    {
      name: 'status',
      label: 'Status',
      options: [
        ['open', 'Open'],
        ['closed', 'Closed'],
      ],
    },
    { name: 'territory', label: 'Territory', options: (known?.territories ?? []).map(({ id, name }) => [id, name]) },
    {
      name: 'access',
      label: 'Website access',
      options: [
        ['with', 'With'],
        ['without', 'Without'],
      ],
    },
  ] as const

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Retailers</Title>
        {mayAdd && (
          <Group gap="sm">
            <Anchor
              underline="always"
              renderRoot={props => <Link {...props} to="/import" search={{ kind: 'retailers' }} />}
            >
              Import from CSV
            </Anchor>
            <Button renderRoot={props => <Link {...props} to="/retailers/new" />}>New retailer</Button>
          </Group>
        )}
      </Group>
      <Group align="end" gap="sm">
        <TextInput
          label="Search"
          placeholder="Name, contact or number"
          type="search"
          miw={240}
          flex={1}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            find(event.currentTarget.value)
          }}
        />
        {filters.map(({ name, label, options }) => (
          <NativeSelect
            key={name}
            label={label}
            className="filter"
            data={[{ value: '', label: 'Any' }, ...options.map(([value = '', text = '']) => ({ value, label: text }))]}
            value={search[name] ?? ''}
            onChange={event => change({ [name]: event.currentTarget.value || undefined })}
          />
        ))}
      </Group>
      {error && <Problem fault={error} />}
      <Text role="status" c="dimmed">
        {data && foundWords(data.total)}
      </Text>
      {!data && !error && <Skeleton height={300} />}
      {data && data.retailers.length > 0 && (
        <RetailerTable retailers={data.retailers} search={search} onSort={change} />
      )}
      {data && data.total > pageSizes[0] && (
        <NativeSelect
          label="Retailers on a page"
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
          <Text>Page {data.page}</Text>
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

function foundWords(total: number): string {
  if (total === 0) return 'No retailers found. Try a shorter search or remove a filter.'
  if (total > mostCounted) return `More than ${mostCounted.toLocaleString('en-GB')} retailers`
  return total === 1 ? '1 retailer' : `${total.toLocaleString('en-GB')} retailers`
}
