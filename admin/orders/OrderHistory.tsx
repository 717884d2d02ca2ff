import { Stack, Table, Title } from '@mantine/core'
import type { OrderDetails } from '../../shared/contract/orders.ts'
import { momentWords } from '../ui/moments.ts'
import { originWords, statusWords } from './order-words.ts'

/** Which status since when, by whom and from where. */
export function OrderHistory({ history }: Pick<OrderDetails, 'history'>) {
  return (
    <Stack gap="xs" className="no-print">
      <Title order={2}>History</Title>
      <Table aria-label="History">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="when">When</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.map(({ at, status, actor, by }) => (
            <Table.Tr key={`${at} ${status}`}>
              <Table.Td>{momentWords(at)}</Table.Td>
              <Table.Td>{statusWords[status]}</Table.Td>
              <Table.Td>{[by, originWords[actor]].filter(Boolean).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
