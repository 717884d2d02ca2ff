import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { confirmYourself } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'

type Props = { isOpen: boolean; onConfirmed: () => void; onCancel: () => void }

/** Asks for the user's own password if the last sign-in is older than ten minutes. The command continues afterwards. */
export function ConfirmYourself({ isOpen, onConfirmed, onCancel }: Props) {
  const [password, setPassword] = useState('')
  const confirming = useCommand({
    mutationFn: confirmYourself,
    onSuccess: confirmed => {
      if (confirmed.kind === 'confirmed') onConfirmed()
    },
    onSettled: () => setPassword(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirming.mutate(password)
  }
  return (
    <Modal opened={isOpen} onClose={onCancel} title="Is it still you?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack>
          <Text>You signed in a while ago. Enter your password again to continue.</Text>
          <PasswordInput
            label="Your password"
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            error={problemOf(confirming)}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" loading={confirming.isPending}>
              Confirm
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function problemOf({ data, error }: { data: { kind: string } | undefined; error: Error | null }): string | undefined {
  if (error) return error.message
  if (data?.kind === 'wrong') return "This isn't your current password."
  return data?.kind === 'wait' ? 'Too many attempts. Wait a minute, then try again.' : undefined
}
