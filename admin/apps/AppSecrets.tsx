import { Button, Group, Text } from '@mantine/core'
import type { Client, ClientAdded } from '../../shared/contract/clients.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { momentWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'

type Props = {
  client: Client
  onRotated: (made: ClientAdded) => void
  onDone: (text: string) => void
}

/** Makes a new secret for an app, and ends the old one. */
export function AppSecrets({ client, onRotated, onDone }: Props) {
  const refresh = useRefresh('clients')
  const rotating = useCommand({
    mutationFn: () => ask<ClientAdded>(`/clients/${client.id}/secret`, { order: {} }),
    onSuccess: onRotated,
    onSettled: refresh,
  })
  const ending = useCommand({
    mutationFn: () => ask<Done>(`/clients/${client.id}/old-secret/end`, { order: {} }),
    onSuccess: done => onDone(done.text),
    onSettled: refresh,
  })
  const begun = [rotating, ending].find(({ error }) => hasToConfirm(error))
  const fault = rotating.error ?? ending.error
  return (
    <>
      {client.oldSecretEndsAt !== null && (
        <Text size="sm">The old secret works until {momentWords(client.oldSecretEndsAt)}.</Text>
      )}
      <Group gap="xs">
        <Button
          variant="default"
          loading={rotating.isPending}
          aria-label={`Make a new secret for ${client.name}`}
          onClick={() => rotating.mutate()}
        >
          New secret
        </Button>
        {client.oldSecretEndsAt !== null && (
          <Button
            variant="default"
            loading={ending.isPending}
            aria-label={`End the old secret of ${client.name}`}
            onClick={() => ending.mutate()}
          >
            End old secret
          </Button>
        )}
      </Group>
      {fault && !begun && <Problem fault={fault} />}
      <ConfirmYourself
        isOpen={begun !== undefined}
        onConfirmed={() => begun?.mutate()}
        onCancel={() => begun?.reset()}
      />
    </>
  )
}
