import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { confirmYourself } from '../api/ask.ts'
import { administratorQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'

type Props = { isOpen: boolean; onConfirmed: () => void; onCancel: () => void }

/** Asks for the user's own password if the last sign-in is older than ten minutes. The command continues afterwards. */
export function ConfirmYourself({ isOpen, onConfirmed, onCancel }: Props) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const asksCode = useQuery(administratorQuery).data?.asksCode === true
  const confirming = useCommand({
    mutationFn: confirmYourself,
    onSuccess: confirmed => {
      if (confirmed.kind === 'confirmed') onConfirmed()
    },
    onSettled: () => {
      setPassword('')
      setCode('')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirming.mutate({ password, code })
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
            error={problemOf(confirming, asksCode)}
          />
          {asksCode && (
            <>
              <TextInput
                label="Code"
                description="The 6 digits that your authenticator app shows now, or a recovery code."
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={event => setCode(event.currentTarget.value)}
              />
              <Anchor href="/account/confirm" target="_blank" underline="always">
                Confirm with a passkey in a new tab
              </Anchor>
            </>
          )}
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

type Confirming = { data: { kind: string } | undefined; error: Error | null }

function problemOf({ data, error }: Confirming, asksCode: boolean): string | undefined {
  if (error) return error.message
  if (data?.kind === 'wrong' && asksCode)
    return "The password or the code isn't right. Wait until your app shows a new code."
  if (data?.kind === 'wrong') return "This isn't your current password."
  return data?.kind === 'wait' ? 'Too many attempts. Wait a minute, then try again.' : undefined
}
