import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useRows } from '../device/use-store.ts'
import { OutboxRow } from '../orders/OutboxRow.tsx'
import { repApp } from '../rep-app.ts'

const listNeedingAttention = () => repApp.capture.listNeedingAttention()

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
      {items.map(item => (
        <Stack key={item.id} gap="xs">
          <OutboxRow item={item} />
          <Group>
            <Button variant="default" onClick={() => void repApp.capture.retry(item.id)}>
              Retry
            </Button>
            <Button variant="default" onClick={() => void discard(item.id)}>
              {asked === item.id ? 'Discard it here, the server keeps a copy' : 'Discard'}
            </Button>
          </Group>
        </Stack>
      ))}
    </Stack>
  )
}
