import { Alert, Anchor, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useBlocker } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { userTypes } from '../../shared/contract/user-lists.ts'
import type { Added, NewUser } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { rolesQuery } from '../api/queries.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { AddedUser } from './AddedUser.tsx'
import { type Draft, emptyDraft, listMissing, toNewUser } from './new-user.ts'
import { typeWords } from './user-words.ts'

/** Adds a user: what is missing is named before anything is sent, and what was typed is not lost by a wrong click. */
export function NewUserPage() {
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [isSent, setIsSent] = useState(false)
  const { data: roles } = useQuery(rolesQuery)
  const queries = useQueryClient()
  const adding = useMutation({
    mutationFn: (user: NewUser) => ask<Added>('/users', { order: user }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(emptyDraft)
  const leaving = useBlocker({
    shouldBlockFn: () => isChanged && !adding.data,
    enableBeforeUnload: () => isChanged && !adding.data,
    withResolver: true,
  })

  const missing = listMissing(draft)
  const isGiven = draft.userType === 'admin' || draft.userType === 'dual'
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
    error: isSent ? missing[name] : undefined,
  })
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(missing).length === 0) adding.mutate(toNewUser(draft))
  }

  if (adding.data) return <AddedUser added={adding.data} username={draft.username} />
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/users" underline="always">
        Back to all users
      </Anchor>
      <Title order={1}>New user</Title>
      <Text c="dimmed">The person chooses the password by a mail. Username, first name and surname are needed.</Text>
      {isSent && Object.keys(missing).length > 0 && (
        <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Something is missing">
          {Object.values(missing).join(' ')}
        </Alert>
      )}
      {adding.error && !hasToConfirm(adding.error) && <Problem fault={adding.error} />}
      <form onSubmit={save} noValidate>
        <Stack>
          <NativeSelect
            label="User type"
            data={userTypes.map(value => ({ value, label: typeWords[value] }))}
            {...field('userType')}
          />
          {isGiven && (
            <NativeSelect
              label="Role"
              data={[
                { value: '', label: 'None' },
                ...(roles?.roles ?? [])
                  .filter(role => role.isWithinReach)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...field('roleId')}
            />
          )}
          <TextInput
            label="Username"
            description="An e-mail address"
            type="email"
            autoComplete="off"
            {...field('username')}
          />
          <TextInput label="First name" autoComplete="off" {...field('givenName')} />
          <TextInput label="Surname" autoComplete="off" {...field('familyName')} />
          <TextInput
            label="E-mail to"
            description="A second address for notices, if there is one. Reset mails never go there."
            type="email"
            autoComplete="off"
            {...field('emailTo')}
          />
          <Group>
            <Button type="submit" loading={adding.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmYourself isOpen={hasToConfirm(adding.error)} onConfirmed={() => save()} onCancel={() => adding.reset()} />
      <ChangeDialog
        isOpen={leaving.status === 'blocked'}
        question="Leave without saving?"
        confirm="Leave"
        isPending={false}
        fault={null}
        onConfirm={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        What you typed about this user is lost then.
      </ChangeDialog>
    </Stack>
  )
}
