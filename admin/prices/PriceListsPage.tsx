import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { priceListName } from '../../shared/contract/prices.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { priceListsQuery } from '../api/price-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { EditRecord } from '../ui/EditRecord.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Found } from '../ui/Found.tsx'
import { NumberedPager } from '../ui/NumberedPager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'

const route = getRouteApi('/price-lists')

/** Named prices that several retailers share. */
export function PriceListsPage() {
  const { search, change } = useListSearch(route)
  const asked = useQuery(priceListsQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const [isAdding, setIsAdding] = useState(false)
  const [said, setSaid] = useState<Done>()
  const mayWrite = administrator && allows(administrator.rights, { module: 'products', access: 'write' })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Price lists</Title>
        <Group gap="sm">
          <ExportLink kind="price-lists" />
          {mayWrite && <Button onClick={() => setIsAdding(true)}>New price list</Button>}
        </Group>
      </Group>
      <SearchBox inAddress={search.search} placeholder="Name" onSearch={text => change({ search: text })} />
      <div role="status">{said && <Alert variant="outline">{said.text}</Alert>}</div>
      <Found asked={asked} height={200}>
        {page => (
          <>
            <Text role="status" c="dimmed">
              {search.search === undefined && page.total === 0 ? noneYet : countOf(page.total)}
            </Text>
            {page.priceLists.length > 0 && (
              <Table aria-label="Price lists" highlightOnHover verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Price list</Table.Th>
                    <Table.Th>Prices</Table.Th>
                    <Table.Th>Retailers</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {page.priceLists.map(({ id, name, prices, retailers }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor
                          underline="always"
                          renderRoot={props => (
                            <Link {...props} to="/price-lists/$priceListId" params={{ priceListId: id }} />
                          )}
                        >
                          {name}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>{prices.toLocaleString('en-GB')}</Table.Td>
                      <Table.Td>{retailers.toLocaleString('en-GB')}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <NumberedPager pages={page} sizeLabel="Price lists on a page" onChange={change} />
          </>
        )}
      </Found>
      {isAdding && (
        <EditRecord
          title="New price list"
          path="/price-lists"
          fields={[{ name: 'name', label: 'Name' }]}
          before={{ name: '' }}
          outdated={['price-lists']}
          shape={priceListName}
          toCommand={({ name = '' }) => ({ name })}
          onDone={setSaid}
          onClose={() => setIsAdding(false)}
        />
      )}
    </Stack>
  )
}

const noneYet = 'No price lists yet. Without one, retailers pay the base price of each product or a price of their own.'
const countOf = (total: number) => foundWords(total, 'price list', 'price lists')
