import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Added, NewUser } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormPage } from '../ui/FormPage.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { AddedUser } from './AddedUser.tsx'
import { orderImage } from './order-image.ts'
import { UserFields } from './UserFields.tsx'
import { emptyDraft, newUserShape, toNewUser } from './user-draft.ts'

type Outcome = { added: Added; imageFault: Error | undefined }

/** Adds a user. The form names what is missing before it sends anything. */
export function NewUserPage() {
  const refresh = useRefresh('users')
  const adding = useCommand({
    mutationFn: async (user: NewUser): Promise<Outcome> => {
      const added = await ask<Added>('/users', { order: user })
      // The user exists by now, so a refused picture must not look like a refused user.
      const imageFault = await orderImage(added.id, draft.form.getValues().image).then(
        () => undefined,
        (fault: Error) => fault,
      )
      return { added, imageFault }
    },
    onSuccess: refresh,
  })
  const draft = useDraft({ before: emptyDraft, shape: newUserShape, toCommand: toNewUser, onSave: adding.mutate })
  if (adding.data) return <AddedUser {...adding.data} username={draft.form.values.username} />
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/users" underline="always">
        Back to all users
      </Anchor>
      <Title order={1}>New user</Title>
      <Text c="dimmed">
        The person gets an email and chooses a password. Fields marked * are required: username, first name and surname.
      </Text>
      <FormPage isChanged={draft.isChanged} faults={draft.faults} saving={adding} onSave={draft.save}>
        <UserFields form={draft.form} hasUsername />
      </FormPage>
    </Stack>
  )
}
