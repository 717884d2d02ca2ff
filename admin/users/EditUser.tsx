import type { Done, UserChange, UserDetails } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { orderImage } from './order-image.ts'
import { UserFields } from './UserFields.tsx'
import { draftOf, toUserChange, userChangeShape } from './user-draft.ts'

/** Changes everything about a user except the username. */
export function EditUser({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const refresh = useRefresh('user', 'users')
  const changing = useCommand({
    mutationFn: async (change: UserChange) => {
      await orderImage(user.id, draft.form.getValues().image)
      return ask<Done>(`/users/${user.id}`, { order: change })
    },
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const draft = useDraft({
    before: draftOf(user),
    shape: userChangeShape,
    toCommand: toUserChange,
    onSave: changing.mutate,
  })
  return (
    <FormDialog
      title={`Edit ${user.fullName || user.username}`}
      confirm="Save"
      draft={draft}
      saving={changing}
      onClose={onClose}
    >
      <UserFields form={draft.form} hasUsername={false} user={user} />
    </FormDialog>
  )
}
