import { Anchor, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { WebhookAdded } from '../../shared/contract/webhooks.ts'
import { webhooksQuery } from '../api/integration-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { ShownOnce } from '../ui/ShownOnce.tsx'
import { AddWebhook } from './AddWebhook.tsx'
import { hostWords, stateWords } from './webhook-words.ts'

/** Where events are sent. */
export function WebhooksPage() {
  const { data, error } = useAnswer(webhooksQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [isAdding, setIsAdding] = useState(false)
  const [added, setAdded] = useState<WebhookAdded>()
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Webhooks</Title>
        {mayWrite && <Button onClick={() => setIsAdding(true)}>Add webhook</Button>}
      </Group>
      <Text c="dimmed">
        Fieldkey tells other systems what happens, within seconds. The receiver verifies a signature.
      </Text>
      {added && (
        <ShownOnce
          title={added.text}
          text="Copy the signing secret into the receiver now. Fieldkey can't show it again."
          secret={added.secret}
          onClose={() => setAdded(undefined)}
        />
      )}
      {data.webhooks.length === 0 ? (
        <Text>There are no webhooks. Add one for each system that waits for events.</Text>
      ) : (
        <Table aria-label="Webhooks" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Receiver</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th visibleFrom="sm">Events</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.webhooks.map(webhook => (
              <Table.Tr key={webhook.id}>
                <Table.Td className="breaks">
                  <Anchor component={Link} to={`/webhooks/${webhook.id}`} underline="always">
                    {hostWords(webhook)}
                  </Anchor>
                </Table.Td>
                <Table.Td>{stateWords(webhook)}</Table.Td>
                <Table.Td visibleFrom="sm" className="breaks">
                  {webhook.events.join(', ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isAdding && (
        <AddWebhook
          onClose={() => setIsAdding(false)}
          onAdded={answer => {
            setIsAdding(false)
            setAdded(answer)
          }}
        />
      )}
    </Stack>
  )
}
