import { Button, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { FormDialog } from '../ui/FormDialog.tsx'

/** A person says why the findings are explained. The reason becomes a sealed row of the audit. */
export function AcknowledgeFindings() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="default" mt="sm" onClick={() => setIsOpen(true)}>
        Acknowledge
      </Button>
      {isOpen && <ReasonDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}

function ReasonDialog({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const saving = useCommand({
    mutationFn: () => ask<Done>('/audit/acknowledge', { order: { reason } }),
    onSuccess: onClose,
    onSettled: () => Promise.all(['audit', 'audit-chain'].map(name => queries.invalidateQueries({ queryKey: [name] }))),
  })
  return (
    <FormDialog
      title="Acknowledge the findings"
      confirm="Acknowledge"
      isChanged={reason !== ''}
      saving={saving}
      onSave={() => saving.mutate()}
      onClose={onClose}
    >
      <Text>
        Do this when you know what happened. Your reason becomes a row of the audit. Later changes are reported again.
      </Text>
      <Textarea
        label="What happened"
        autosize
        minRows={3}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
