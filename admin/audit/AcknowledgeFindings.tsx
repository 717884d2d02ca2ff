import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { auditAcknowledgement } from '../../shared/contract/audit.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'

/** An administrator explains the findings. The reason becomes a sealed row of the audit. */
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
  const refresh = useRefresh('audit', 'audit-chain')
  const saving = useCommand({
    mutationFn: (command: { reason: string }) => ask<Done>('/audit/acknowledge', { order: command }),
    onSuccess: onClose,
    onSettled: refresh,
  })
  const draft = useDraft({
    before: { reason: '' },
    shape: auditAcknowledgement,
    toCommand: typed => typed,
    onSave: saving.mutate,
  })
  return (
    <FormDialog title="Acknowledge the findings" confirm="Acknowledge" draft={draft} saving={saving} onClose={onClose}>
      <Text>
        Do this when you know what happened. Your reason becomes a row of the audit. Later changes are reported again.
      </Text>
      <Textarea label="What happened" autosize minRows={3} {...draft.form.getInputProps('reason')} />
    </FormDialog>
  )
}
