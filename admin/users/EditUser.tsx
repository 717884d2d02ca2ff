import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Done, UserDetails } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { orderImage } from './order-image.ts'
import { UserFields } from './UserFields.tsx'
import { draftOf, listMissing, toUserChange } from './user-draft.ts'

/** Only Cancel and Save leave it, and Cancel asks: a wrong click loses nothing. */
export function EditUser({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(user))
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const changing = useMutation({
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
  const unsaved = useUnsaved(JSON.stringify(draft) !== JSON.stringify(draftOf(user)) && !changing.isSuccess)
  const missing = listMissing(draft, { hasUsername: false })
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(missing).length === 0) changing.mutate()
  }
  return (
    <>
      <Modal
        opened={!hasToConfirm(changing.error) && !unsaved.isAsked}
        onClose={onClose}
        title={`Edit ${user.fullName || user.username}`}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <form onSubmit={save} noValidate>
          <Stack>
            <UserFields
              draft={draft}
              onChange={setDraft}
              missing={isSent ? missing : {}}
              hasUsername={false}
              user={user}
            />
            {changing.error && <Problem fault={changing.error} />}
            <Group justify="space-between">
              <Button variant="default" onClick={() => unsaved.leave(onClose)}>
                Cancel
              </Button>
              <Button type="submit" loading={changing.isPending}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <LeaveDialog unsaved={unsaved} />
      <ConfirmYourself
        isOpen={hasToConfirm(changing.error)}
        onConfirmed={() => save()}
        onCancel={() => changing.reset()}
      />
    </>
  )
}
