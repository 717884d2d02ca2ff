import { Button, Code, Table, Text } from '@mantine/core'
import type { Delivery } from '../../shared/contract/webhooks.ts'
import { momentWords } from '../ui/moments.ts'
import { answerWords, deliveryWords } from './webhook-words.ts'

type Props = { deliveries: readonly Delivery[]; onSendAgain: ((deliveryId: string) => void) | undefined }

/** What was sent, and what the receiver answered. */
export function DeliveryLog({ deliveries, onSendAgain }: Props) {
  if (deliveries.length === 0) return <Text>No events yet. Send a test event to see one here.</Text>
  return (
    <Table aria-label="Log" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Event</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th visibleFrom="sm">Answer</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deliveries.map(delivery => (
          <Table.Tr key={delivery.id}>
            <Table.Td className="breaks">
              {delivery.type}
              <Text c="dimmed" size="sm">
                {momentWords(delivery.at)}
              </Text>
              <Text c="dimmed" size="sm" visibleFrom="sm">
                {delivery.eventId}
              </Text>
            </Table.Td>
            <Table.Td className="breaks">
              {deliveryWords(delivery)}
              <Text c="dimmed" size="sm">
                Attempts: {delivery.attempts}
              </Text>
              <Text size="sm" hiddenFrom="sm">
                {answerWords(delivery)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm" className="breaks">
              {answerWords(delivery)}
              {delivery.answer !== '' && (
                <Code block className="breaks">
                  {delivery.answer.slice(0, 300)}
                </Code>
              )}
            </Table.Td>
            <Table.Td>
              {onSendAgain && delivery.state !== 'waiting' && (
                <Button
                  variant="default"
                  aria-label={`Send again: ${delivery.type}, ${momentWords(delivery.at)}`}
                  onClick={() => onSendAgain(delivery.id)}
                >
                  Send again
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
