import type { Done } from '../../shared/contract/users.ts'
import { type WebhookEvent, webhookEvents } from '../../shared/contract/webhook-events.ts'
import { type EventsOfWebhook, eventsOfWebhook, type Webhook } from '../../shared/contract/webhooks.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { ChooseEvents } from './ChooseEvents.tsx'

type Props = { webhook: Webhook; onClose: () => void }

/** Changes which events a webhook gets from now on. */
export function EditEvents({ webhook, onClose }: Props) {
  const refresh = useRefresh('webhooks')
  const saving = useCommand({
    mutationFn: (order: EventsOfWebhook) => ask<Done>(`/webhooks/${webhook.id}/events`, { order }),
    onSuccess: onClose,
    onSettled: refresh,
  })
  const events: WebhookEvent[] = webhookEvents.filter(event => webhook.events.includes(event))
  const draft = useDraft({
    before: { events },
    shape: eventsOfWebhook,
    toCommand: typed => typed,
    onSave: saving.mutate,
  })
  return (
    <FormDialog title="Edit events" confirm="Save events" draft={draft} saving={saving} onClose={onClose}>
      <ChooseEvents {...draft.form.getInputProps('events')} />
    </FormDialog>
  )
}
