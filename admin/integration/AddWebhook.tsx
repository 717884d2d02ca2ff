import { TextInput } from '@mantine/core'
import type { WebhookEvent } from '../../shared/contract/webhook-events.ts'
import { type NewWebhook, newWebhook, type WebhookAdded } from '../../shared/contract/webhooks.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { ChooseEvents } from './ChooseEvents.tsx'

const empty = { url: '', events: [] as WebhookEvent[] }

type Props = { onClose: () => void; onAdded: (added: WebhookAdded) => void }

/** Adds a receiver of events. */
export function AddWebhook({ onClose, onAdded }: Props) {
  const refresh = useRefresh('webhooks')
  const adding = useCommand({
    mutationFn: (webhook: NewWebhook) => ask<WebhookAdded>('/webhooks', { order: webhook }),
    onSuccess: onAdded,
    onSettled: refresh,
  })
  const draft = useDraft({ before: empty, shape: newWebhook, toCommand: typed => typed, onSave: adding.mutate })
  return (
    <FormDialog title="Add a webhook" confirm="Add webhook" draft={draft} saving={adding} onClose={onClose}>
      <TextInput
        label="Address of the receiver"
        placeholder="https://erp.example.com/fieldkey"
        autoComplete="off"
        {...draft.form.getInputProps('url')}
      />
      <ChooseEvents {...draft.form.getInputProps('events')} />
    </FormDialog>
  )
}
