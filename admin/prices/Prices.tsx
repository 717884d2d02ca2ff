import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { priceToSet } from '../../shared/contract/prices.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { type PriceSearch, pricesQuery } from '../api/price-queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { foundWords } from '../ui/counts.ts'
import { EditRecord } from '../ui/EditRecord.tsx'
import { NumberedPager } from '../ui/NumberedPager.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { PriceTable } from './PriceTable.tsx'
import { emptyPrice, newPriceFields, type PriceRow, priceChangeFields, toPrice, toPriceTexts } from './price-fields.ts'

type Props = {
  /** Of the price list or the retailer, in the API. */
  path: string
  search: PriceSearch
  mayWrite: boolean
  onSearch: (changed: PriceSearch) => void
}

/** The prices of a price list or a retailer. */
export function Prices({ path, search, mayWrite, onSearch }: Props) {
  const { data, error } = useQuery(pricesQuery(path, search))
  const [edited, setEdited] = useState<PriceRow | 'new'>()
  const [said, setSaid] = useState<Done>()
  const refresh = useRefresh('prices', 'price-list', 'price-lists')
  const removing = useCommand({
    mutationFn: (row: PriceRow) => ask<Done>(`${path}/prices/${row.id}/remove`, { order: {} }),
    onSuccess: setSaid,
    onSettled: refresh,
  })
  const isNew = edited === 'new'
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>Prices</Title>
        {mayWrite && <Button onClick={() => setEdited('new')}>New price</Button>}
      </Group>
      <SearchBox
        inAddress={search.search}
        placeholder="Code, name or barcode of a product"
        onSearch={text => onSearch({ search: text })}
      />
      <div role="status">
        {said && <Alert variant="outline">{said.text}</Alert>}
        {data && (
          <Text c="dimmed">
            {search.search === undefined && data.total === 0 ? 'No prices yet.' : countOf(data.total)}
          </Text>
        )}
      </div>
      {(error ?? removing.error) && <Problem fault={(error ?? removing.error) as Error} />}
      {!data && !error && <Skeleton height={200} />}
      {data && data.prices.length > 0 && (
        <PriceTable page={data} mayWrite={mayWrite} onEdit={setEdited} onRemove={removing.mutate} />
      )}
      {data && <NumberedPager pages={data} sizeLabel="Prices on a page" onChange={onSearch} />}
      {data && edited && (
        <EditRecord
          title={isNew ? 'New price' : `Change the price of ${edited.product}`}
          path={`${path}/prices`}
          fields={isNew ? newPriceFields(data.currency) : priceChangeFields(data.currency)}
          before={isNew ? emptyPrice : toPriceTexts(edited)}
          outdated={['prices', 'price-list', 'price-lists']}
          shape={priceToSet}
          toCommand={toPrice}
          onDone={setSaid}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  )
}

const countOf = (total: number) => foundWords(total, 'price', 'prices')
