import { useQueryClient } from '@tanstack/react-query'
import type { Role } from '../../shared/contract/roles.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'

export function RemoveRole({ role, onClose }: { role: Role; onClose: (done?: string) => void }) {
  const queries = useQueryClient()
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/roles/${role.id}/remove`, { order: {} }),
    onSuccess: done => onClose(done.text),
    onSettled: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  })
  const mustConfirm = hasToConfirm(removing.error)
  return (
    <>
      <ChangeDialog
        isOpen={!mustConfirm}
        question={`Remove the role ${role.name}?`}
        confirm="Remove"
        isPending={removing.isPending}
        fault={removing.error}
        onConfirm={() => removing.mutate()}
        onCancel={() => onClose()}
      >
        No one has this role, so no one loses a right. You can't undo this.
      </ChangeDialog>
      <ConfirmYourself isOpen={mustConfirm} onConfirmed={() => removing.mutate()} onCancel={() => removing.reset()} />
    </>
  )
}
