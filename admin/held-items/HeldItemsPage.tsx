import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HeldPage } from '../../shared/contract/held-items.ts'
import { type HeldState, heldStates } from '../../shared/contract/held-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, heldItemsQuery } from '../api/queries.ts'
import { Problem } from '../ui/Problem.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { HeldItemCard } from './HeldItemCard.tsx'
import { type HeldCommand, stateWords } from './held-words.ts'
import { WaitingDevices } from './WaitingDevices.tsx'

/** What reps captured and the server does not have as an order: on their devices, rejected, or handed in. */
export function HeldItemsPage() {
  const [state, setState] = useState<HeldState>()
  const [page, setPage] = useState(1)
  const [asked, setAsked] = useState<HeldCommand>()
  const [done, setDone] = useState<string>()
  const { data: administrator } = useQuery(administratorQuery)
  const { data, error } = useQuery(heldItemsQuery({ ...(state && { state }), page }))
  const mayDecide =
    administrator !== undefined && allows(administrator.rights, { module: 'retailers', access: 'write' })
  const onCommand = mayDecide ? setAsked : undefined
  const choose = (chosen: string) => {
    setState(heldStates.find(one => one === chosen))
    setPage(1)
  }
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
          { value: '', label: `Any${data ? ` (${data.toDecide} to decide)` : ''}` },
          ...heldStates.map(value => ({ value, label: stateWords[value] })),
        ]}
        value={state ?? ''}
        onChange={event => choose(event.currentTarget.value)}
      />
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && <Items data={data} onCommand={onCommand} />}
      {data && (page > 1 || data.hasMore) && (
        <Group justify="space-between">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <Button variant="default" disabled={!data.hasMore} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </Group>
      )}
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
