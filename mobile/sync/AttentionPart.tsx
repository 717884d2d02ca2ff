import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'

const listNeedingAttention = () => repApp.capture.listNeedingAttention()
const names = { order: 'Order', quote: 'Quote', note: 'Note' }

/** What the server did not take, with its reason, and what can be done about it. */
export function AttentionPart({ count }: { count: number }) {
  const items = useRows(listNeedingAttention) ?? []
  const [asked, setAsked] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  if (count === 0) return null
  const discard = async (id: string) => {
    if (asked !== id) return setAsked(id)
    const done = await repApp.capture.discard(id)
    setRefusal(done === 'discarded' ? undefined : 'This needs a connection. Nothing was discarded.')
  }
  return (
    <Stack component="section" gap="xs" aria-label="Needs attention">
      <Title order={2}>Needs attention</Title>
      {refusal !== undefined && <Text role="alert">{refusal}</Text>}
      {items.map(({ id, type, createdAt, lastError }) => (
        <Stack key={id} gap="xs">
          <Text>
            {names[type]} of {new Date(createdAt).toLocaleString()}: {lastError?.message}
          </Text>
          <Group>
            <Button variant="default" onClick={() => void repApp.capture.retry(id)}>
              Retry
            </Button>
            <Button variant="default" onClick={() => void discard(id)}>
              {asked === id ? 'Discard it here, the server keeps a copy' : 'Discard'}
            </Button>
          </Group>
        </Stack>
      ))}
    </Stack>
  )
}
