import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { notesQuery } from '../api/order-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { NoteList } from './NoteList.tsx'

const newest = 5

/** The newest notes of reps about one retailer, and its orders one click away. Only for readers of orders. */
export function RetailerNotes({ retailerId }: { retailerId: string }) {
  const { data: administrator } = useQuery(administratorQuery)
  const mayRead = administrator !== undefined && allows(administrator.rights, { module: 'orders', access: 'read' })
  const { data } = useQuery({ ...notesQuery({ retailer: retailerId, size: newest }), enabled: mayRead })
  if (!mayRead || !data) return null
  const search = { retailer: retailerId }
  return (
    <Stack gap="xs">
      <Title order={2}>Notes of reps</Title>
      {data.rows.length === 0 && <Text>No notes yet. Reps write them in the app.</Text>}
      <NoteList rows={data.rows} namesRetailer={false} />
      {data.hasMore && (
        <Anchor underline="always" renderRoot={props => <Link {...props} to="/notes" search={search} />}>
          All notes about this retailer
        </Anchor>
      )}
      <Anchor underline="always" renderRoot={props => <Link {...props} to="/orders" search={search} />}>
        Orders of this retailer
      </Anchor>
    </Stack>
  )
}
