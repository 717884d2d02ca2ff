import { Alert, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { HeldPage } from '../../shared/contract/held-items.ts'
import { heldStates } from '../../shared/contract/held-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { HeldSearch } from '../api/held-search.ts'
import { administratorQuery, heldItemsQuery } from '../api/queries.ts'
import { Found } from '../ui/Found.tsx'
import { Pager } from '../ui/Pager.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { HeldItemCard } from './HeldItemCard.tsx'
import { type HeldCommand, stateWords } from './held-words.ts'
import { WaitingDevices } from './WaitingDevices.tsx'

const route = getRouteApi('/held-items')

/** What reps captured and the server does not have as an order: on their devices, rejected, or handed in. */
export function HeldItemsPage() {
  const { search, change } = useListSearch<HeldSearch>(route)
  const { state, page = 1 } = search
  const [asked, setAsked] = useState<HeldCommand>()
  const [done, setDone] = useState<string>()
  const { data: administrator } = useQuery(administratorQuery)
  const items = useQuery(heldItemsQuery(search))
  const mayDecide =
    administrator !== undefined && allows(administrator.rights, { module: 'retailers', access: 'write' })
  const onCommand = mayDecide ? setAsked : undefined
  const close = (text?: string) => {
    setAsked(undefined)
    if (text !== undefined) setDone(text)
  }
  return (
    <Stack>
      <Title order={1}>Waiting and rejected</Title>
      <div role="status">
        {done !== undefined && (
          <Alert variant="outline" color="accent">
            {done}
          </Alert>
        )}
      </div>
      <WaitingDevices onCommand={onCommand} />
      <Title order={2}>With the server</Title>
      <NativeSelect
        label="State"
        maw={280}
        data={[
          { value: '', label: `Any${items.data ? ` (${items.data.toDecide} to decide)` : ''}` },
          ...heldStates.map(value => ({ value, label: stateWords[value] })),
        ]}
        value={state ?? ''}
        onChange={event => change({ state: heldStates.find(one => one === event.currentTarget.value) })}
      />
      <Found asked={items}>
        {found => (
          <>
            <Items data={found} onCommand={onCommand} />
            <Pager
              labels={['Newer', 'Older']}
              onPrevious={page > 1 ? () => change({ page: page - 1 }) : undefined}
              onNext={found.hasMore ? () => change({ page: page + 1 }) : undefined}
            />
          </>
        )}
      </Found>
      {asked && <DecideDialog order={asked} onClose={close} />}
    </Stack>
  )
}

type ItemsProps = { data: HeldPage; onCommand: ((order: HeldCommand) => void) | undefined }

function Items({ data: { items, currency }, onCommand }: ItemsProps) {
  if (items.length === 0)
    return <Text>Nothing here. Items that the server refuses or holds for review appear here.</Text>
  return items.map(item => <HeldItemCard key={item.id} item={item} currency={currency} onCommand={onCommand} />)
}
