import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done, UserDetails } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { orderImage } from './order-image.ts'
import { UserFields } from './UserFields.tsx'
import { draftOf, listMissing, toUserChange } from './user-draft.ts'

/** Only Cancel and Save leave it, and Cancel asks: a wrong click loses nothing. */
export function EditUser({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(user))
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const changing = useCommand({
    mutationFn: async () => {
      await orderImage(user.id, draft.image)
      return ask<Done>(`/users/${user.id}`, { order: toUserChange(draft) })
    },
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['user', user.id] }),
        queries.invalidateQueries({ queryKey: ['users'] }),
      ])
      onClose()
    },
  })
  const missing = listMissing(draft, { hasUsername: false })
  const save = () => {
    setIsSent(true)
    if (Object.keys(missing).length === 0) changing.mutate()
  }
  return (
    <FormDialog
      title={`Edit ${user.fullName || user.username}`}
      confirm="Save"
      isChanged={JSON.stringify(draft) !== JSON.stringify(draftOf(user))}
      saving={changing}
      onSave={save}
      onClose={onClose}
    >
      <UserFields draft={draft} onChange={setDraft} missing={isSent ? missing : {}} hasUsername={false} user={user} />
    </FormDialog>
  )
}
