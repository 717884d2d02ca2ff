import { Alert, Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type PriceListDetails, priceListName } from '../../shared/contract/prices.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { priceListQuery } from '../api/price-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { EditRecord } from '../ui/EditRecord.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { Prices } from './Prices.tsx'

const route = getRouteApi('/price-lists/$priceListId')

/** One price list: its prices, and the retailers that use it. */
export function PriceListPage() {
  const { priceListId } = route.useParams()
  const { search, change } = useListSearch(route)
  const { data: list, error } = useAnswer(priceListQuery(priceListId))
  const { data: administrator } = useQuery(administratorQuery)
  const [dialog, setDialog] = useState<'rename' | 'remove'>()
  const [said, setSaid] = useState<Done>()
  if (error) return <Problem fault={error} />
  if (!list || !administrator) return <Skeleton height={400} />
  const path = `/price-lists/${list.id}`
  const mayWrite = allows(administrator.rights, { module: 'products', access: 'write' })
  const close = () => setDialog(undefined)
  return (
    <Stack>
      <Anchor component={Link} to="/price-lists" underline="always">
        Back to all price lists
      </Anchor>
      <Group justify="space-between" align="start">
        <Title order={1}>{list.name}</Title>
        {mayWrite && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setDialog('rename')}>
              Rename
            </Button>
            <Button variant="default" onClick={() => setDialog('remove')}>
              Delete
            </Button>
          </Group>
        )}
      </Group>
      <div role="status">{said && <Alert variant="outline">{said.text}</Alert>}</div>
      <Users list={list} />
      <Prices path={path} search={search} mayWrite={mayWrite} onSearch={change} />
      {dialog === 'rename' && (
        <EditRecord
          title={`Rename ${list.name}`}
          path={path}
          fields={[{ name: 'name', label: 'Name' }]}
          before={{ name: list.name }}
          outdated={['price-list', 'price-lists']}
          shape={priceListName}
          toCommand={({ name = '' }) => ({ name })}
          onDone={setSaid}
          onClose={close}
        />
      )}
      {dialog === 'remove' && <RemovePriceList list={list} onClose={close} />}
    </Stack>
  )
}

function Users({ list: { retailers, users } }: { list: PriceListDetails }) {
  if (retailers === 0) return <Text>No retailer uses it. Choose it on the page of a retailer, under Edit.</Text>
  return (
    <details>
      <summary>{retailers === 1 ? '1 retailer uses it' : `${retailers} retailers use it`}</summary>
      <List>
        {users.map(({ id, name }) => (
          <List.Item key={id}>
            <Anchor
              underline="always"
              renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId: id }} />}
            >
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {retailers > users.length && <Text c="dimmed">And {retailers - users.length} more.</Text>}
    </details>
  )
}

function RemovePriceList({ list: { id, name, prices }, onClose }: { list: PriceListDetails; onClose: () => void }) {
  const navigate = useNavigate()
  const refresh = useRefresh('price-lists')
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/price-lists/${id}/remove`, { order: {} }),
    onSuccess: async () => {
      await refresh()
      await navigate({ to: '/price-lists' })
    },
  })
  return (
    <ChangeDialog
      isOpen
      question={`Delete ${name}?`}
      confirm="Delete"
      isPending={removing.isPending}
      fault={removing.error}
      onConfirm={removing.mutate}
      onCancel={onClose}
    >
      {prices === 0 ? 'It has no prices.' : `Its ${prices.toLocaleString('en-GB')} prices are deleted with it.`}
    </ChangeDialog>
  )
}
