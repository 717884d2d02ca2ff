import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Added, NewUser } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { AddedUser } from './AddedUser.tsx'
import { orderImage } from './order-image.ts'
import { UserFields } from './UserFields.tsx'
import { type Draft, emptyDraft, listMissing, toNewUser } from './user-draft.ts'

/** Adds a user: what is missing is named before anything is sent, and what was typed is not lost by a wrong click. */
export function NewUserPage() {
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const adding = useCommand({
    mutationFn: async (user: NewUser) => {
      const added = await ask<Added>('/users', { order: user })
      // The user is there by now: a picture that was refused must not look like a user that was.
      const imageFault = await orderImage(added.id, draft.image).then(
        () => undefined,
        (fault: Error) => fault,
      )
      return { added, imageFault }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(emptyDraft)
  const unsaved = useUnsaved(isChanged && !adding.data)

  const missing = listMissing(draft, { hasUsername: true })
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(missing).length === 0) adding.mutate(toNewUser(draft))
  }

  if (adding.data) return <AddedUser {...adding.data} username={draft.username} />
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/users" underline="always">
        Back to all users
      </Anchor>
      <Title order={1}>New user</Title>
      <Text c="dimmed">
        The person gets an email and chooses a password. Fields marked * are required: username, first name and surname.
      </Text>
      {isSent && Object.keys(missing).length > 0 && (
        <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Something is missing">
          {Object.values(missing).join(' ')}
        </Alert>
      )}
      {adding.error && !hasToConfirm(adding.error) && <Problem fault={adding.error} />}
      <form onSubmit={save} noValidate>
        <Stack>
          <UserFields draft={draft} onChange={setDraft} missing={isSent ? missing : {}} hasUsername />
          <Group>
            <Button type="submit" loading={adding.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmYourself isOpen={hasToConfirm(adding.error)} onConfirmed={() => save()} onCancel={() => adding.reset()} />
      <LeaveDialog unsaved={unsaved} />
    </Stack>
  )
}
