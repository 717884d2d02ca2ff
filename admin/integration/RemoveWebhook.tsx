import type { Done } from '../../shared/contract/users.ts'
import type { Webhook } from '../../shared/contract/webhooks.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { hostWords } from './webhook-words.ts'

type Props = { webhook: Webhook; onClose: () => void; onRemoved: () => void }

export function RemoveWebhook({ webhook, onClose, onRemoved }: Props) {
  const refresh = useRefresh('webhooks')
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/webhooks/${webhook.id}/remove`, { order: {} }),
    onSuccess: async () => {
      onRemoved()
      await refresh()
    },
  })
  const mustConfirm = hasToConfirm(removing.error)
  return (
    <>
      <ChangeDialog
        isOpen={!mustConfirm}
        question={`Remove the webhook to ${hostWords(webhook)}?`}
        confirm="Remove"
        isPending={removing.isPending}
        fault={removing.error}
        onConfirm={() => removing.mutate()}
        onCancel={onClose}
      >
        Waiting events and the log are deleted. The receiver gets no more events.
      </ChangeDialog>
      <ConfirmYourself isOpen={mustConfirm} onConfirmed={() => removing.mutate()} onCancel={() => removing.reset()} />
    </>
  )
}
