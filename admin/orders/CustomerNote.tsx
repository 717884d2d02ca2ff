import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import type { OrderDetails } from '../../shared/contract/orders.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { Problem } from '../ui/Problem.tsx'

type Props = { order: OrderDetails; mayWrite: boolean }

/** What the customer reads on the order, in the PDF and in the app. */
export function CustomerNote({ order: { id, customerNote }, mayWrite }: Props) {
  const [note, setNote] = useState(customerNote)
  const refresh = useRefresh('order')
  const saving = useCommand({
    mutationFn: () => ask<Done>(`/orders/${id}/note`, { order: { note } }),
    onSuccess: () => refresh(),
  })
  if (!mayWrite && customerNote === '') return null
  return (
    <Stack gap="xs">
      <Title order={2}>Note to the customer</Title>
      {mayWrite ? (
        <>
          <Textarea
            aria-label="Note to the customer"
            description="Printed on the PDF, and shown to the rep."
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          <Group gap="sm" className="no-print">
            <Button
              variant="default"
              disabled={note.trim() === customerNote}
              loading={saving.isPending}
              onClick={() => saving.mutate()}
            >
              Save note
            </Button>
          </Group>
        </>
      ) : (
        <Text className="breaks">{customerNote}</Text>
      )}
      {saving.error && <Problem fault={saving.error} />}
    </Stack>
  )
}
