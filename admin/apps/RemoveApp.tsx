import { useQueryClient } from '@tanstack/react-query'
import type { Client } from '../../shared/contract/clients.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'

export function RemoveApp({ client, onClose }: { client: Client; onClose: (done?: string) => void }) {
  const queries = useQueryClient()
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/clients/${client.id}/remove`, { order: {} }),
    onSuccess: done => onClose(done.text),
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  })
  const mustConfirm = hasToConfirm(removing.error)
  return (
    <>
      <ChangeDialog
        isOpen={!mustConfirm}
        question={`Remove ${client.name}?`}
        confirm="Remove"
        isPending={removing.isPending}
        fault={removing.error}
        onConfirm={() => removing.mutate()}
        onCancel={() => onClose()}
      >
        Everyone is signed out of it, and no one can sign in to it any more.
      </ChangeDialog>
      <ConfirmYourself isOpen={mustConfirm} onConfirmed={() => removing.mutate()} onCancel={() => removing.reset()} />
    </>
  )
}
