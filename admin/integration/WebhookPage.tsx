import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { webhookQuery } from '../api/integration-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { EditEvents } from './EditEvents.tsx'
import { RemoveWebhook } from './RemoveWebhook.tsx'
import { hostWords, stateWords } from './webhook-words.ts'

type Sending = { path: string; order: object }

/** A webhook: its state, and what its receiver answered. */
export function WebhookPage() {
  const { webhookId } = useParams({ strict: false })
  const id = webhookId ?? ''
  const { data, error } = useAnswer(webhookQuery(id))
  const { data: administrator } = useQuery(administratorQuery)
  const [isRemoving, setIsRemoving] = useState(false)
  const [isEditing, setIsEditing] = useState(false)
  const navigate = useNavigate()
  const refresh = useRefresh('webhooks')
  const changing = useCommand({
    mutationFn: ({ path, order }: Sending) => ask<Done>(`/webhooks/${id}/${path}`, { order }),
    onSettled: refresh,
  })
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  const isEnabled = data.disabledAt === null
  const send = (path: string, order: object = {}) => changing.mutate({ path, order })
  return (
    <Stack>
      <Title order={1} className="breaks">
        {hostWords(data)}
      </Title>
      <Text className="breaks">{data.url}</Text>
      <Text>{stateWords(data)}</Text>
      <Text c="dimmed" className="breaks">
        Events: {data.events.join(', ')}
      </Text>
      {mayWrite && (
        <Group>
          {isEnabled && <Button onClick={() => send('test')}>Send test event</Button>}
          <Button variant="default" onClick={() => send(isEnabled ? 'disable' : 'enable')}>
            {isEnabled ? 'Disable' : 'Enable'}
          </Button>
          <Button variant="default" onClick={() => setIsEditing(true)}>
            Edit events
          </Button>
          <Button variant="default" onClick={() => setIsRemoving(true)}>
            Remove
          </Button>
        </Group>
      )}
      <div role="status">{changing.data && <Alert variant="outline">{changing.data.text}</Alert>}</div>
      {changing.error && <Problem fault={changing.error} />}
      <Title order={2}>Log</Title>
      <Text c="dimmed">The latest 100 events. Times are in {zoneWords()}.</Text>
      <DeliveryLog
        deliveries={data.deliveries}
        onSendAgain={mayWrite && isEnabled ? deliveryId => send('send-again', { deliveryId }) : undefined}
      />
      {isEditing && <EditEvents webhook={data} onClose={() => setIsEditing(false)} />}
      {isRemoving && (
        <RemoveWebhook
          webhook={data}
          onClose={() => setIsRemoving(false)}
          onRemoved={() => navigate({ to: '/webhooks' })}
        />
      )}
    </Stack>
  )
}
