import type { ServiceToken } from '../../shared/contract/service-tokens.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'

export function RevokeServiceToken({ token, onClose }: { token: ServiceToken; onClose: (done?: string) => void }) {
  const refresh = useRefresh('service-tokens')
  const revoking = useCommand({
    mutationFn: () => ask<Done>(`/service-tokens/${token.id}/revoke`, { order: {} }),
    onSuccess: done => onClose(done.text),
    onSettled: refresh,
  })
  const mustConfirm = hasToConfirm(revoking.error)
  return (
    <>
      <ChangeDialog
        isOpen={!mustConfirm}
        question={`Revoke ${token.name}?`}
        confirm="Revoke"
        isPending={revoking.isPending}
        fault={revoking.error}
        onConfirm={() => revoking.mutate()}
        onCancel={() => onClose()}
      >
        The system that uses it can no longer sign in. A call that is running ends completely.
      </ChangeDialog>
      <ConfirmYourself isOpen={mustConfirm} onConfirmed={() => revoking.mutate()} onCancel={() => revoking.reset()} />
    </>
  )
}
