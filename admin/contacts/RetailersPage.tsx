import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, retailersQuery, territoriesQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Found } from '../ui/Found.tsx'
import { ImportLink } from '../ui/ImportLink.tsx'
import { ListFilters, optionsOf } from '../ui/ListFilters.tsx'
import { NumberedPager } from '../ui/NumberedPager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { RetailerTable } from './RetailerTable.tsx'

const route = getRouteApi('/retailers')

/** The customers of the organisation. The server searches, filters and sorts them. */
export function RetailersPage() {
  const { search, change } = useListSearch(route)
  const asked = useQuery(retailersQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const { data: known } = useQuery(territoriesQuery)
  const mayAdd = administrator && allows(administrator.rights, { module: 'retailers', access: 'write' })

  const filters = [
    {
      name: 'status',
      label: 'Status',
      options: optionsOf({ open: 'Open', closed: 'Closed' }),
    },
    {
      name: 'territory',
      label: 'Territory',
      options: (known?.territories ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'access',
      label: 'Website access',
      options: optionsOf({ with: 'With', without: 'Without' }),
    },
  ] as const

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Retailers</Title>
        <Group gap="sm">
          <ExportLink kind="retailers" />
          {mayAdd && (
            <>
              <ImportLink kind="retailers" />
              <Button renderRoot={props => <Link {...props} to="/retailers/new" />}>New retailer</Button>
            </>
          )}
        </Group>
      </Group>
      <Group align="end" gap="sm">
        <SearchBox
          inAddress={search.search}
          placeholder="Name, town, postcode, phone, number or contact"
          onSearch={text => change({ search: text })}
        />
        <ListFilters filters={filters} search={search} onChange={change} />
      </Group>
      <Found asked={asked}>
        {page => (
          <>
            <Text role="status" c="dimmed">
              {foundWords(page.total, 'retailer', 'retailers')}
            </Text>
            {page.retailers.length > 0 && <RetailerTable retailers={page.retailers} search={search} onSort={change} />}
            <NumberedPager pages={page} sizeLabel="Retailers on a page" onChange={change} />
          </>
        )}
      </Found>
    </Stack>
  )
}
